import type { DictionaryEntry, IdentifierRules } from './dictionary-entry.ts';
import { gs1Dictionary } from './gs1-table.ts';

export interface ApplicationIdentifier extends IdentifierRules {
  readonly ai: string;
  readonly maxLength: number;
}

const byAi: ReadonlyMap<string, ApplicationIdentifier> = new Map(
  gs1Dictionary.flatMap(({ first, last, ...rules }) => {
    const maxLength = rules.parts.reduce((sum, part) => sum + part.max, 0);
    return range(first, last).map((ai) => [ai, { ...rules, ai, maxLength }] as const);
  }),
);

export const applicationIdentifier = (ai: string): ApplicationIdentifier | undefined => byAi.get(ai);

/** The AI at the start of `text`: no AI is the beginning of another, so the first that fits is the one. */
export function leadingIdentifier(text: string): ApplicationIdentifier | undefined {
  return byAi.get(text.slice(0, 2)) ?? byAi.get(text.slice(0, 3)) ?? byAi.get(text.slice(0, 4));
}

const beginnings: ReadonlySet<string> = new Set([...byAi.keys()].flatMap((ai) => Array.from(ai, (_, length) => ai.slice(0, length))));

/** Whether more characters could still make `text` an AI. */
export const mayBecomeIdentifier = (text: string): boolean => beginnings.has(text);

export const everyIdentifier = (): readonly ApplicationIdentifier[] => [...byAi.values()];

function range(first: DictionaryEntry['first'], last: DictionaryEntry['last']): readonly string[] {
  const from = Number(first);
  return Array.from({ length: Number(last) - from + 1 }, (_, index) => String(from + index).padStart(first.length, '0'));
}
