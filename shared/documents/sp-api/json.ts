import { problem, quoted } from '../problem.ts';
import type { DocumentProblem, Place } from '../incoming.ts';

/** Deeper than any document of Amazon's; beyond it a file is hostile. */
export const JSON_DEPTH_MAX = 64;

export type JsonReading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: DocumentProblem };

/** Reads JSON, refusing hostile depth before parsing. A syntax error names line and column. */
export function readJson(text: string): JsonReading {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return { ok: false, problem: problem('documents.json.too-deep', lineAndColumn(text, deep), { most: JSON_DEPTH_MAX }) };
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    const position = error instanceof SyntaxError ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
    const at = position === undefined ? text.length : Number(position);
    return { ok: false, problem: problem('documents.json.syntax', lineAndColumn(text, at), { near: quoted(text.slice(Math.max(0, at - 20), at + 20)) }) };
  }
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
