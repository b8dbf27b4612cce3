/** A key press as the wedge sees it; times in milliseconds of one steady clock. */
export interface KeyPress {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  /** `KeyboardEvent.code`; only the digits of an Alt code are read from it, because num lock changes their key. */
  readonly code: string;
  readonly at: number;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  /** The operating system repeats a held key. */
  readonly repeat: boolean;
  /** `text` when the key would write into a field, else `other`. */
  readonly target: TargetKind;
}
export type TargetKind = 'text' | 'other';

export type KeyMeaning =
  | { readonly kind: 'character'; readonly character: string }
  /** A control character sent as Ctrl with a letter: a person's shortcut unless it comes inside a scan. */
  | { readonly kind: 'control'; readonly character: string }
  | { readonly kind: 'suffix' }
  /** One digit of a character sent as Alt with its code on the numeric keypad. */
  | { readonly kind: 'alt-digit'; readonly digit: string }
  /** Modifiers, and keys without a character of their own: dead keys, IME, `Unidentified`. */
  | { readonly kind: 'modifier' }
  | { readonly kind: 'nothing' }
  /** Arrows, function keys, shortcuts: a person's. */
  | { readonly kind: 'other' };

const GS = '\u001d';
const MODIFIERS: ReadonlySet<string> = new Set([
  'Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn', 'FnLock', 'Hyper', 'Super', 'Symbol', 'SymbolLock', 'OS',
]);
const NOTHING: ReadonlySet<string> = new Set(['Unidentified', 'Dead', 'Process', 'Compose', '']);

/** What a key press says. `suffixKeys` are the keys that end a scan besides Enter, which always does. */
export function keyMeaning(press: KeyPress, suffixKeys: readonly string[]): KeyMeaning {
  const { key, ctrl, alt, meta } = press;
  if (MODIFIERS.has(key)) return { kind: 'modifier' };
  if (NOTHING.has(key)) return { kind: 'nothing' };
  if (alt && !ctrl && !meta) {
    const digit = /^Numpad(\d)$/.exec(press.code)?.[1] ?? /^\d$/.exec(key)?.[0];
    return digit === undefined ? { kind: 'other' } : { kind: 'alt-digit', digit };
  }
  if (key === 'Enter' || suffixKeys.includes(key)) return meta ? { kind: 'other' } : { kind: 'suffix' };
  if (key === 'F8') return { kind: 'character', character: GS };
  if (meta || Array.from(key).length !== 1) return { kind: 'other' };
  if (!ctrl || alt) return { kind: 'character', character: key };
  return controlKey(key);
}

/** The end of a line as a character of its own: Alt+013, or Ctrl+M and Ctrl+J. */
export const endsLine = (character: string): boolean => character === '\r' || character === '\n';

/** Ctrl+A is character 1, Ctrl+] is 29. */
function controlKey(key: string): KeyMeaning {
  const upper = key.toUpperCase();
  if (upper < '@' || upper > '_') return key < ' ' ? { kind: 'control', character: key } : { kind: 'other' };
  return { kind: 'control', character: String.fromCharCode(upper.charCodeAt(0) - 64) };
}
