/** FNC1 where it ends a value: the ASCII group separator. */
export const GS = '\u001d';

/**
 * ISO/IEC 15424 symbology identifiers of symbols that carry GS1 element strings (General Specifications 5.1.2); `d5`, `Q4` and `J4` are those of
 * scanners set to tell character sets too.
 */
const GS1_CARRIERS: ReadonlySet<string> = new Set(['C1', 'e0', 'd2', 'd5', 'Q3', 'Q4', 'J1', 'J4']);
/** Symbols that carry one GTIN: EAN-13, UPC-A and UPC-E as 13 digits; with an add-on behind it; EAN-8. */
const GTIN_CARRIERS: Readonly<Record<string, number>> = { E0: 13, E3: 13, E4: 8 };

export interface CarriedText {
  /** The scan without symbology identifier, with every spelling of FNC1 as GS, none at the ends. */
  readonly text: string;
  /** True when the symbol itself says that GS1 element strings follow (by its identifier, or FNC1 in first place). */
  readonly gs1: boolean;
  /** How many digits of a GTIN the symbol carries; null when it is no EAN or UPC. */
  readonly gtinLength: number | null;
}

/** How scanners are set up to send the FNC1 that a keyboard has no key for. */
export const SPELLED_GS = /<(?:GS|FNC1)>|[{](?:GS|FNC1)[}]|\[(?:GS|FNC1)\]|\u241d/gi;
/** Blanks and the line ends, STX, ETX and EOT that scanners put around a code. */
const WRAPPING = /^[\s\u0002-\u0004\ufeff]+|[\s\u0002-\u0004\ufeff]+$/g;
/** FNC1 in first place as decoders write it: GS, or character 232 (FNC1's code word in Data Matrix). */
const LEADING_FNC1 = /^(?:\u001d|\u00e8(?=\d{2}))+/;

/** Takes what the scanner added off a raw scan. */
export function readCarrier(raw: string): CarriedText {
  const spelled = raw.replace(SPELLED_GS, GS).replace(WRAPPING, '');
  const aim = /^\]([A-Za-z][0-9A-Za-z])/.exec(spelled)?.[1];
  const body = aim === undefined ? spelled : spelled.slice(3);
  const text = body.replace(LEADING_FNC1, '').replace(/\u001d+$/, '');
  return {
    text,
    gs1: aim === undefined ? LEADING_FNC1.test(body) : GS1_CARRIERS.has(aim),
    gtinLength: aim === undefined ? null : (GTIN_CARRIERS[aim] ?? null),
  };
}
