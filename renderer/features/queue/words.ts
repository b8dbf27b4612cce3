import type { QueueRow } from '../../../shared/contracts/views.ts';
import { dateIn, daysBetween, type Instant } from '../../../shared/lib/time.ts';
import type { Words } from '../../ui/i18n.tsx';

/** The goods of an order in words: "1,000 units · Ceramic grinder · 42 cases". */
export function goodsText({ t }: Words, { headline, lineCount, units, cases }: QueueRow): string {
  return t('queueScreen.goods', { headline: headline || '·', more: Math.max(0, lineCount - 1), units: units.requested, cases: cases ?? 0 });
}

/** "16:00" today, "Wed 16:00" within the week, "Wed, Dec 2, 16:00" further away. */
export function whenText({ format, zone }: Words, at: Instant, now: Instant): string {
  const days = daysBetween(dateIn(zone, now), dateIn(zone, at));
  if (days === 0) return format.time(at);
  return days > 0 && days < 7 ? format.dayTime(at) : format.dateTime(at);
}

/** The answer is due, and before the cut-off is. */
export const answerEndsFirst = (row: Pick<QueueRow, 'state' | 'channel' | 'acknowledged' | 'acknowledgeBy' | 'shipBy'>): boolean =>
  row.channel === 'vendor' && !row.acknowledged && !isEnded(row) && (row.shipBy === null || row.acknowledgeBy <= row.shipBy);

export const isEnded = ({ state }: Pick<QueueRow, 'state'>): boolean => state === 'shipped' || state === 'rejected' || state === 'cancelled' || state === 'closed';
