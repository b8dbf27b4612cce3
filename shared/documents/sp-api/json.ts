import { problem, quoted } from '../problem.ts';
import type { DocumentProblem, Place } from '../incoming.ts';

/** Deeper than any document of Amazon's; beyond it a file is hostile. */
const JSON_DEPTH_MAX = 64;

export type JsonReading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: DocumentProblem };

/** Reads JSON, refusing hostile depth before parsing. A syntax error names line and column. */
export function readJson(text: string): JsonReading {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return { ok: false, problem: problem('documents.json.too-deep', lineAndColumn(text, deep), { most: JSON_DEPTH_MAX }) };
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    const at = firstFault(text);
    return { ok: false, problem: problem('documents.json.syntax', lineAndColumn(text, at), { near: quoted(text.slice(Math.max(0, at - 20), at + 20)) }) };
  }
}

const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const LITERAL_LENGTH_MAX = 400;

/** Where text stops being JSON: engines word their errors differently and often without a position. The end where it is cut off. */
function firstFault(text: string): number {
  let before = '';
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    if (' \t\n\r'.includes(character)) {
      at += 1;
      continue;
    }
    const afterValue = before === 'value' || before === '}' || before === ']';
    const open = character === '{' || character === '[';
    if (character === '}' || character === ']') {
      if (before === ',' || before === ':' || before === '') return at;
      before = character;
      at += 1;
    } else if (character === ',' || character === ':') {
      if (!afterValue) return at;
      before = character;
      at += 1;
    } else if (afterValue) {
      return at;
    } else if (open) {
      before = character;
      at += 1;
    } else {
      const end = character === '"' ? endOfText(text, at) : endOfLiteral(text, at);
      if (end === undefined) return character === '"' ? text.length : at;
      before = 'value';
      at = end;
    }
  }
  return text.length;
}

function endOfText(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 34) return at + 1;
  }
  return undefined;
}

function endOfLiteral(text: string, from: number): number | undefined {
  const literal = /^[^\s,:{}[\]"]*/.exec(text.slice(from, from + LITERAL_LENGTH_MAX))?.[0] ?? '';
  return LITERAL.test(literal) ? from + literal.length : undefined;
}

function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 92) at += 1;
      else if (code === 34) inText = false;
    } else if (code === 34) {
      inText = true;
    } else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > JSON_DEPTH_MAX) return at;
    } else if (code === 93 || code === 125) {
      depth -= 1;
    }
  }
  return undefined;
}

function lineAndColumn(text: string, at: number): Place {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return `line ${line} column ${at - before.lastIndexOf('\n')}`;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON path such as `$.orders[2].items[0]`. */
export const jsonPath = (base: Place, path: readonly PropertyKey[]): Place =>
  path.reduce<string>((all, key) => (typeof key === 'number' ? `${all}[${key}]` : `${all}.${String(key)}`), base);
