import type { Message } from '../../../shared/messages/say.ts';

export type CodeKind = 'sscc' | 'gtin' | 'asin' | 'po' | 'sku' | 'location' | 'plain';

/** Company prefixes are 6 to 12 digits; seven is the most common and the one used where the site's is not known. */
const USUAL_PREFIX_LENGTH = 7;

/**
 * A code in the groups people read aloud: SSCC as extension, company prefix, serial, check digit; GTIN as indicator,
 * two halves, check digit. A code of another length than its kind's stays in one piece. Joined, the groups are the code.
 */
export function codeGroups(kind: CodeKind, value: string, prefixLength = USUAL_PREFIX_LENGTH): readonly string[] {
  if (kind === 'sscc' && /^\d{18}$/.test(value)) {
    const prefixEnd = 1 + prefixLength;
    return [value.slice(0, 1), value.slice(1, prefixEnd), value.slice(prefixEnd, 17), value.slice(17)];
  }
  if (kind === 'gtin' && /^\d{14}$/.test(value)) return [value.slice(0, 1), value.slice(1, 7), value.slice(7, 13), value.slice(13)];
  if (kind === 'gtin' && /^\d{12,13}$/.test(value)) {
    const lead = value.length - 12;
    return [value.slice(0, lead + 1), value.slice(lead + 1, lead + 6), value.slice(lead + 6, lead + 11), value.slice(-1)];
  }
  return [value];
}

const NO_BREAK_SPACE = '\u00A0';

/** A message with each SSCC among its values in reading groups, which stay on one line: an 18-digit value is one. */
export const withSsccGroups = ({ key, params }: Message, prefixLength: number | undefined): Message => ({
  key,
  params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? codeGroups('sscc', value, prefixLength).join(NO_BREAK_SPACE) : value])),
});
