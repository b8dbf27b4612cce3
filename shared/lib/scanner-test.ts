import { GS, SPELLED_GS } from './barcode/carrier.ts';

/**
 * The test label that tells how a scanner is set up: a GS1-128 symbol with an FNC1 in the middle, and with the characters that keyboard
 * layouts give to other keys. No sign that some layout has as a dead key is in it, for such a key types nothing by itself.
 */
export const TEST_ELEMENTS = [
  { ai: '91', value: 'HDTEST' },
  { ai: '92', value: 'qwyazmQY-:/_0123456789' },
] as const;

/** These letters have the same keys on every Latin layout: by them the label is known whatever becomes of the rest. */
const ANCHOR = TEST_ELEMENTS[0].value;
const SECOND = `${TEST_ELEMENTS[1].ai}${TEST_ELEMENTS[1].value}`;

/**
 * `caps`: caps lock is on. `qwertz`, `azerty`: the scanner types for a United States keyboard, and this machine has the German or the French
 * one. `signs`: letters are right, signs are another layout's, such as the Spanish. `other`: none of these.
 */
export type KeyboardFinding = 'right' | 'caps' | 'qwertz' | 'azerty' | 'signs' | 'other';

/** `sent`: as the character. `spelled`: as one of the texts that every station reads. `own`: as a text of its own. */
export type GsFinding = { readonly how: 'sent' | 'spelled' | 'missing' } | { readonly how: 'own'; readonly text: string };

export interface ScannerFindings {
  /** What comes before the code, without the symbology identifier. */
  readonly prefix: string;
  /** Whether the symbology identifier (`]C1`) is sent. */
  readonly identifier: boolean;
  readonly gs: GsFinding;
  /** `KeyboardEvent.key` of what ended the scan, null when nothing did. */
  readonly end: string | null;
  readonly keyboard: KeyboardFinding;
  /** Characters that came as others: what the label says, and what arrived. */
  readonly wrong: readonly (readonly [printed: string, arrived: string])[];
}

/** What a scan of the test label tells of the scanner; undefined when it is no scan of it, or one that lost characters. */
export function readScannerTest(scanned: string, end: string | null): ScannerFindings | undefined {
  const at = scanned.toUpperCase().indexOf(ANCHOR);
  const between = scanned.slice(at + ANCHOR.length, -SECOND.length);
  const head = scanned.slice(0, Math.max(0, at - 2));
  const gs = scanned.indexOf(GS, at);
  const whole = gs === -1 ? scanned.length >= at + ANCHOR.length + SECOND.length : scanned.length === gs + 1 + SECOND.length;
  if (at < 2 || !whole) return undefined;
  // The 1 of `]C1` comes as the 1 of the AI 91 behind it does.
  const identifier = head.length >= 3 && head.slice(-2).toUpperCase() === `C${scanned.charAt(at - 1)}`.toUpperCase();
  const printed = `${TEST_ELEMENTS[0].ai}${ANCHOR}${SECOND}`;
  const arrived = `${scanned.slice(at - 2, at + ANCHOR.length)}${scanned.slice(-SECOND.length)}`;
  const wrong = [...printed].flatMap((character, index) => (arrived.charAt(index) === character ? [] : [[character, arrived.charAt(index)] as const]));
  return { prefix: identifier ? head.slice(0, -3) : head, identifier, gs: gsFinding(between), end, keyboard: keyboardFinding(printed, arrived, wrong), wrong };
}

function gsFinding(between: string): GsFinding {
  if (between === '') return { how: 'missing' };
  if (between === GS) return { how: 'sent' };
  return between.replace(SPELLED_GS, '') === '' ? { how: 'spelled' } : { how: 'own', text: between };
}

function keyboardFinding(printed: string, arrived: string, wrong: ScannerFindings['wrong']): KeyboardFinding {
  if (wrong.length === 0) return 'right';
  if (arrived === turnedCase(printed)) return 'caps';
  const came = (character: string, as: string): boolean => wrong.some(([from, to]) => from === character && to === as);
  if (came('y', 'z') && came('z', 'y') && !came('q', 'a')) return 'qwertz';
  if (came('q', 'a') && came('a', 'q') && !came('y', 'z')) return 'azerty';
  return wrong.every(([from]) => /[^A-Za-z0-9]/.test(from)) ? 'signs' : 'other';
}

const turnedCase = (text: string): string =>
  [...text].map((character) => (character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase())).join('');
