import { applicationIdentifier, leadingIdentifier, mayBecomeIdentifier, type ApplicationIdentifier } from './application-identifiers.ts';
import { GS } from './carrier.ts';
import type { CharacterSet } from './dictionary-entry.ts';
import { failing } from './part-checks.ts';
import type { Element, Fault } from './scanned-code.ts';

export type ElementStrings =
  | {
      readonly ok: true;
      readonly elements: readonly Element[];
      /** True when the last value has all the characters it can have, so that nothing of it can be missing. */
      readonly closed: boolean;
    }
  | ({ readonly ok: false } & Fault);

const characters: Readonly<Record<CharacterSet, RegExp>> = {
  N: /^\d*$/,
  X: /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/,
  Y: /^[#\-/0-9A-Z]*$/,
  // Base64 for addresses; how long a padded text is, GS1's linter and RFC 4648 count differently, and both are taken.
  Z: /^[A-Za-z0-9_-]*={0,2}$/,
};

/** Reads concatenated element strings with GS for FNC1, as a GS1 symbol carries them. Any order of the elements. */
export function parseElementStrings(text: string): ElementStrings {
  const elements: Element[] = [];
  let closed = false;
  let at = 0;
  while (at < text.length) {
    if (text[at] === GS) {
      at += 1;
      continue;
    }
    const rest = text.slice(at);
    const known = leadingIdentifier(rest);
    if (!known) return noIdentifier(rest, at);
    const end = valueEnd(text, at + known.ai.length, known);
    const value = text.slice(at + known.ai.length, end);
    const fault = checkValue(known, value);
    if (fault) return { ok: false, ...fault };
    elements.push({ ai: known.ai, value });
    closed = value.length === known.maxLength;
    at = end;
  }
  return finished(elements, closed);
}

/** Reads the form printed for people: `(01)09506000134352(10)ABC`. Blanks among the digits of a number are ignored. */
export function parseBracketed(text: string): ElementStrings {
  const elements: Element[] = [];
  const element = /\((\d{2,4})\)([^(]*)/y;
  let closed = false;
  while (element.lastIndex < text.length) {
    const at = element.lastIndex;
    const found = element.exec(text);
    if (!found) return fault('not-elements', { at });
    const [, ai = '', raw = ''] = found;
    const known = applicationIdentifier(ai);
    if (!known) return fault('unknown-ai', { ai });
    const value = /^[\d ]+$/.test(raw) ? raw.replaceAll(' ', '') : raw.trim();
    const wrong = checkValue(known, value);
    if (wrong) return { ok: false, ...wrong };
    elements.push({ ai, value });
    closed = value.length === known.maxLength;
  }
  return finished(elements, closed);
}

/** Checks elements that were taken apart elsewhere, such as a Digital Link. */
export function checkElements(elements: readonly Element[]): ElementStrings {
  for (const { ai, value } of elements) {
    const known = applicationIdentifier(ai);
    if (!known) return fault('unknown-ai', { ai });
    const wrong = checkValue(known, value);
    if (wrong) return { ok: false, ...wrong };
  }
  return finished(elements, false);
}

/** The text to encode after the first FNC1, with GS where a value needs its end marked. The elements must be valid. */
export function buildElementStrings(elements: readonly Element[]): string {
  return elements
    .map(({ ai, value }, index) => {
      const open = applicationIdentifier(ai)?.predefined !== true && index < elements.length - 1;
      return `${ai}${value}${open ? GS : ''}`;
    })
    .join('');
}

/** The form printed under a GS1 symbol. */
export const bracketed = (elements: readonly Element[]): string => elements.map(({ ai, value }) => `(${ai})${value}`).join('');

function valueEnd(text: string, start: number, known: ApplicationIdentifier): number {
  const separator = text.indexOf(GS, start);
  const open = separator === -1 ? text.length : separator;
  return known.predefined ? Math.min(start + known.maxLength, open) : open;
}

function noIdentifier(rest: string, at: number): ElementStrings {
  if (mayBecomeIdentifier(rest)) return fault('incomplete', { ai: rest, found: rest.length, needed: rest.length + 1 });
  const digits = /^\d{2,4}/.exec(rest)?.[0];
  return digits === undefined ? fault('not-elements', { at }) : fault('unknown-ai', { ai: digits });
}

/** The same element twice is what a composite label may give; two values for one AI are a misread or two labels. */
function finished(elements: readonly Element[], closed: boolean): ElementStrings {
  if (elements.length === 0) return fault('incomplete', {});
  const seen = new Map<string, string>();
  for (const { ai, value } of elements) {
    const before = seen.get(ai);
    if (before !== undefined && before !== value) return fault('contradiction', { ai });
    seen.set(ai, value);
  }
  return { ok: true, elements, closed };
}

function checkValue({ ai, parts, maxLength }: ApplicationIdentifier, value: string): Fault | undefined {
  let at = 0;
  for (const part of parts) {
    const piece = value.slice(at, at + part.max);
    if (piece === '' && part.optional) continue;
    if (!characters[part.set].test(piece)) return { reason: 'bad-characters', params: { ai } };
    if (piece.length < part.min) return { reason: 'incomplete', params: { ai, found: value.length, needed: at + part.min } };
    for (const check of part.checks) {
      const wrong = failing(check, ai, piece);
      if (wrong) return wrong;
    }
    at += piece.length;
  }
  return at < value.length ? { reason: 'value-too-long', params: { ai, found: value.length, max: maxLength } } : undefined;
}

export const fault = (reason: Fault['reason'], params: Fault['params']): ElementStrings => ({ ok: false, reason, params });
