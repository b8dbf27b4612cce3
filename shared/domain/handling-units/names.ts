import { formatSscc, parseSscc } from '../../lib/sscc.ts';
import type { Settings } from '../settings/settings.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';

/** An SSCC for people: in its parts when the prefix is ours, in fours otherwise; as it is when its check digit is wrong. */
export function ssccText(sscc: string, { companyPrefix, ssccExtension }: Pick<Settings, 'companyPrefix' | 'ssccExtension'>): string {
  const reading = parseSscc(sscc);
  if (!reading.ok) return sscc;
  const ours = companyPrefix.length >= 4 && sscc.startsWith(`${ssccExtension}${companyPrefix}`);
  return formatSscc(reading.sscc, ours ? companyPrefix.length : undefined);
}

export const unitName = (reader: Reader, sscc: string): string => ssccText(sscc, settingsOf(reader));
