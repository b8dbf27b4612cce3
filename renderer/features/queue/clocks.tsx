import type { QueueRow } from '../../../shared/contracts/views.ts';
import { MINUTE } from '../../../shared/lib/time.ts';
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
  const words = useText();
  const now = useNow(MINUTE);
  if (row.channel !== 'vendor') return <NoClock size={size}>{words.t('queueScreen.clock.noAnswer')}</NoClock>;
  if (!row.acknowledged && isEnded(row)) return <NoClock size={size}>{words.t('queueScreen.clock.neverAnswered')}</NoClock>;
  return (
    <LiveClock
      atRisk={size === 'card' && row.risk === 'atRisk' && !row.acknowledged}
      deadline={row.acknowledgeBy}
      done={row.acknowledged ? words.t('queueScreen.clock.answered') : undefined}
      label={
        size === 'row' ? undefined : row.acknowledged ? words.t('queueScreen.column.acknowledge') : words.t('queueScreen.clock.acknowledgeBy', { at: whenText(words, row.acknowledgeBy, now) })
      }
      size={size}
    />
  );
}

/** The cut-off by which the goods must leave. */
export function ShipClock({ row, size }: OrderClockProps) {
  const words = useText();
  const now = useNow(MINUTE);
  if (row.shipBy === null) return <NoClock size={size}>{words.t('queueScreen.clock.noShipDate')}</NoClock>;
  const done = row.state === 'shipped' ? words.t('queueScreen.clock.shipped') : undefined;
  if (done === undefined && isEnded(row)) return <NoClock size={size}>{words.t('queueScreen.clock.ended')}</NoClock>;
  return (
    <LiveClock
      // Before the answer it is the answer that is at risk. In a table the status column says it in words.
      atRisk={size === 'card' && row.risk === 'atRisk' && (row.acknowledged || row.channel !== 'vendor')}
      deadline={row.shipBy}
      done={done}
      label={size === 'card' ? words.t('queueScreen.clock.shipBy', { at: `${whenText(words, row.shipBy, now)} ${words.format.zoneName(row.shipBy)}` }) : undefined}
      size={size}
    />
  );
}

function NoClock({ size, children }: { readonly size: 'row' | 'card'; readonly children: string }) {
  return (
    <Text size={size === 'card' ? 16 : 14} tone="quiet">
      {children}
    </Text>
  );
}
