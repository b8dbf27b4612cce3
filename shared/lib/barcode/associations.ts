import { applicationIdentifier } from './application-identifiers.ts';
import type { Element, Remark } from './scanned-code.ts';

/**
 * What the label breaks of GS1's rules on which AIs belong together (General Specifications 4.14). Remarks and no faults: the rules hold for
 * all bar codes of an item together, and one scan may be only one of them.
 */
export function remarksOn(elements: readonly Element[]): readonly Remark[] {
  const present = elements.map(({ ai }) => ai);
  const has = (rule: string): boolean => present.some((ai) => fits(ai, rule));
  return elements.flatMap(({ ai }): Remark[] => {
    const known = applicationIdentifier(ai);
    if (!known) return [];
    const missing = known.needs.filter((groups) => !groups.some((group) => group.every(has)));
    const clashing = present.find((other) => other !== ai && known.excludes.some((rule) => fits(other, rule)));
    return [
      ...missing.map((groups): Remark => ({ kind: 'needs', ai, oneOf: groups.map((group) => group.join('+')) })),
      ...(clashing === undefined ? [] : [{ kind: 'excludes' as const, ai, other: clashing }]),
    ];
  });
}

/** `310n` is any AI that begins with 310, of four digits. */
function fits(ai: string, rule: string): boolean {
  return ai.length === rule.length && ai.startsWith(rule.replace(/n+$/, ''));
}
