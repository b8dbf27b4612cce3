import { GRAMS_IN_POUND } from '../mass.ts';

/** What a scale says at one moment: a weight, or why there is none. */
export type ScaleReading =
  | { readonly kind: 'weight'; readonly grams: number; readonly stable: boolean }
  /** `busy`: it weighs and will say soon. `fault`: it did not understand, or is broken. */
  | { readonly kind: 'overload' | 'underload' | 'busy' | 'fault' };

/** `sics`: Mettler Toledo's command set, asked. `header`: lines that begin with ST or US, sent by the scale itself (A&D, CAS, Dini Argeo and many). */
export type ScaleProtocol = 'sics' | 'header';

interface Driver {
  /** What makes the scale answer; null for one that sends by itself. */
  readonly ask: string | null;
  /** What one line says, without its end; undefined for a line that is no reading. */
  readonly read: (line: string) => ScaleReading | undefined;
}

/** Grams in one of a unit; pound and ounce are the international ones (exact). */
const GRAMS: Readonly<Record<string, number>> = { mg: 0.001, g: 1, kg: 1000, t: 1_000_000, lb: GRAMS_IN_POUND, lbs: GRAMS_IN_POUND, oz: GRAMS_IN_POUND / 16 };

function weight(amount: string, unit: string, stable: boolean): ScaleReading | undefined {
  const size = GRAMS[unit.toLowerCase()];
  const value = Number(amount.replace(/\s/g, ''));
  if (size === undefined || amount.trim() === '' || !Number.isFinite(value)) return undefined;
  return { kind: 'weight', grams: Math.round(value * size), stable };
}

/** METTLER TOLEDO MT-SICS reference manual, level 0, `S` and `SI`: `S S 100.00 g` is stable, `S D` is not, `I` cannot answer now, `+` and `-` are out of range. */
function readSics(line: string): ScaleReading | undefined {
  if (/^E[STL]$/.test(line)) return { kind: 'fault' };
  const [, status, amount = '', unit = ''] = /^S ([SDI+-])(?:\s+(-?\s*[\d.]+)\s+(\w+))?\s*$/.exec(line) ?? [];
  switch (status) {
    case 'S':
    case 'D':
      return weight(amount, unit, status === 'S');
    case 'I':
      return { kind: 'busy' };
    case '+':
      return { kind: 'overload' };
    case '-':
      return { kind: 'underload' };
    default:
      return undefined;
  }
}

/**
 * `ST,GS,+00012.3 kg` (A&D AD-4403 manual, section 8-6; Dini Argeo's standard string with a comma before the unit and perhaps two digits of an
 * RS-485 code in front): ST stable, US not, OL and UL out of range; GS gross, NT net. A tare (TR, PT) is no weight of goods.
 */
function readHeader(line: string): ScaleReading | undefined {
  const [, status, rest = ''] = /^(?:\d{2})?(ST|US|OL|UL),(?:(?:GS|NT|G|N) ?,)?(.*)$/.exec(line) ?? [];
  if (status === undefined) return undefined;
  if (status === 'OL') return { kind: /^\s*-/.test(rest) ? 'underload' : 'overload' };
  if (status === 'UL') return { kind: 'underload' };
  const [, amount = '', unit = ''] = /^\s*([+-]?\s*[\d.]+)\s*,?\s*([A-Za-z]+)\s*$/.exec(rest) ?? [];
  return weight(amount, unit, status === 'ST');
}

export const scaleDrivers: Readonly<Record<ScaleProtocol, Driver>> = {
  sics: { ask: 'SI\r\n', read: readSics },
  header: { ask: null, read: readHeader },
};

/** More than this without an end of line is no scale's line. */
const LONGEST = 200;

/** Takes bytes in pieces of any size; returns the whole lines, without their ends and without STX and ETX around them. */
export class LineReader {
  #rest = '';

  take(text: string): readonly string[] {
    const lines = `${this.#rest}${text}`.split(/[\r\n\u0003]+/);
    this.#rest = (lines.pop() ?? '').slice(-LONGEST);
    return lines.map((line) => line.replaceAll('\u0002', '')).filter((line) => line.trim() !== '');
  }

  /** What was begun is of a line that broke. */
  clear(): void {
    this.#rest = '';
  }
}
