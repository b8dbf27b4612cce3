import type { QueueRow } from '../../../shared/contracts/views.ts';
import { MINUTE, type Instant } from '../../../shared/lib/time.ts';
import { useText } from '../../ui/i18n.tsx';
import { useNow } from '../../ui/now.tsx';
import { LiveClock } from '../../ui/status/clock.tsx';
import { Text } from '../../ui/text/text.tsx';
import { isEnded, whenText } from './words.ts';

interface OrderClockProps {
  readonly row: QueueRow;
  readonly size: 'row' | 'card';
}

/** The deadline of the answer, or that it was given. */
export function AcknowledgeClock({ row, size }: OrderClockProps) {
  const { t } = useText();
  if (row.channel !== 'vendor') return <NoClock size={size}>{t('queueScreen.clock.noAnswer')}</NoClock>;
  if (!row.acknowledged && isEnded(row)) return <NoClock size={size}>{t('queueScreen.clock.neverAnswered')}</NoClock>;
  const done = row.acknowledged ? t('queueScreen.clock.answered') : undefined;
  if (size === 'row') return <LiveClock deadline={row.acknowledgeBy} done={done} size="row" />;
  if (done) return <LiveClock deadline={row.acknowledgeBy} done={done} label={t('queueScreen.column.acknowledge')} size="card" />;
  return <LabelledClock atRisk={row.risk === 'atRisk'} deadline={row.acknowledgeBy} labelKey="queueScreen.clock.acknowledgeBy" />;
}

/** The cut-off by which the goods must leave. */
export function ShipClock({ row, size }: OrderClockProps) {
  const { t } = useText();
  if (row.shipBy === null) return <NoClock size={size}>{t('queueScreen.clock.noShipDate')}</NoClock>;
  const done = row.state === 'shipped' ? t('queueScreen.clock.shipped') : undefined;
  if (done === undefined && isEnded(row)) return <NoClock size={size}>{t('queueScreen.clock.ended')}</NoClock>;
  // In a table the status column says "at risk" in words. Before the answer it is the answer that is at risk.
  if (size === 'row') return <LiveClock deadline={row.shipBy} done={done} size="row" />;
  return <LabelledClock atRisk={row.risk === 'atRisk' && (row.acknowledged || row.channel !== 'vendor')} deadline={row.shipBy} done={done} labelKey="queueScreen.clock.shipBy" />;
}

interface LabelledClockProps {
  readonly deadline: Instant;
  readonly atRisk: boolean;
  readonly labelKey: 'queueScreen.clock.acknowledgeBy' | 'queueScreen.clock.shipBy';
  readonly done?: string | undefined;
}

/** With its moment in the site's zone above it. */
function LabelledClock({ deadline, atRisk, labelKey, done }: LabelledClockProps) {
  const words = useText();
  const now = useNow(MINUTE);
  return <LiveClock atRisk={atRisk} deadline={deadline} done={done} label={words.t(labelKey, { at: whenText(words, deadline, now), zone: words.format.zoneName(deadline) })} size="card" />;
}

function NoClock({ size, children }: { readonly size: 'row' | 'card'; readonly children: string }) {
  return (
    <Text size={size === 'card' ? 16 : 14} tone="quiet">
      {children}
    </Text>
  );
}
