import type { QueueRow } from '../../../shared/contracts/views.ts';
import { dateIn, type Instant } from '../../../shared/lib/time.ts';
import type { Words } from '../../ui/i18n.tsx';

/** The goods of an order in words: "Ceramic grinder · 1,000 units · 42 cases". */
export function goodsText({ t }: Words, { headline, lineCount, units, cases }: QueueRow): string {
  return t('queueScreen.goods', { headline: headline || '·', more: Math.max(0, lineCount - 1), units: units.requested, cases: cases ?? 0 });
}

/** "16:00" today, "Wed, Nov 25, 16:00" on any other day. */
export function whenText({ format, zone }: Words, at: Instant, now: Instant): string {
  return dateIn(zone, at) === dateIn(zone, now) ? format.time(at) : format.dateTime(at);
}

export const isEnded = ({ state }: Pick<QueueRow, 'state'>): boolean => state === 'shipped' || state === 'rejected' || state === 'cancelled' || state === 'closed';
