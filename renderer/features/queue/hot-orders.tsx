import { CheckCircle2, CircleArrowUp, MessageSquareWarning } from 'lucide-react';
import { useLocation } from 'wouter';
import type { QueuePage, QueueRow } from '../../../shared/contracts/views.ts';
import { MINUTE } from '../../../shared/lib/time.ts';
import { useText } from '../../ui/i18n.tsx';
import { HotCard, HotStrip } from '../../ui/layout/hot-card.tsx';
import { Tiles } from '../../ui/layout/stack.tsx';
import { useNow } from '../../ui/now.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import { ClaimMark } from '../../ui/status/claim-mark.tsx';
import { PeopleMark } from '../../ui/status/people-mark.tsx';
import { UnitsBar } from '../../ui/status/units-bar.tsx';
import { Text } from '../../ui/text/text.tsx';
import { claimText } from '../claims/claim-text.ts';
import { AcknowledgeClock, ShipClock } from './clocks.tsx';
import { orderAddress, useNextStep } from './next-step.ts';
import { namesOn } from './people-on.ts';
import { goodsText, whenText } from './words.ts';

interface HotOrdersProps {
  readonly rows: readonly QueueRow[];
  readonly selected: string | undefined;
  /** All at once under each other, where hot orders are all that is shown. */
  readonly all?: boolean | undefined;
}

export function HotOrders({ rows, selected, all = false }: HotOrdersProps) {
  const { t } = useText();
  const cards = rows.map((row) => <HotOrderCard key={row.po} row={row} selected={row.po === selected} />);
  if (!all) return <HotStrip label={t('queueScreen.hotStrip')}>{cards}</HotStrip>;
  return (
    <section aria-label={t('queueScreen.hotStrip')}>
      <Tiles min={360}>{cards}</Tiles>
    </section>
  );
}

function HotOrderCard({ row, selected }: { readonly row: QueueRow; readonly selected: boolean }) {
  const words = useText();
  const { t, tell } = words;
  const [, go] = useLocation();
  const step = useNextStep()(row);
  return (
    <HotCard
      action={step}
      clocks={
        <>
          <AcknowledgeClock row={row} size="card" />
          <ShipClock row={row} size="card" />
        </>
      }
      goods={goodsText(words, row)}
      marks={hasMarks(row) && <CardMarks row={row} />}
      people={<PeopleMark names={namesOn(row)} />}
      po={row.po}
      selected={selected}
      shipTo={row.shipTo ?? t('queueScreen.noShipTo')}
      units={<UnitsBar size="card" units={row.units} />}
      // Overdue and at risk are said by the clocks; a clash has no clock.
      why={row.routingClash === null ? tell(row.whyFirst) : `${tell(row.whyFirst)} · ${t('queueScreen.remark.routing')}`}
      onOpen={() => go(orderAddress(row.po))}
    />
  );
}

const hasMarks = ({ claim, openCases, needsUpdate }: QueueRow): boolean => needsUpdate || openCases > 0 || claim?.here === false;

/** What a person must know before starting on it. */
function CardMarks({ row: { claim, openCases, needsUpdate } }: { readonly row: QueueRow }) {
  const words = useText();
  const { t } = words;
  return (
    <>
      {needsUpdate && (
        <Badge icon={CircleArrowUp} tone="warning">
          {t('casesScreen.needsUpdate')}
        </Badge>
      )}
      {openCases > 0 && (
        <Badge icon={MessageSquareWarning} tone="error">
          {t('casesScreen.remark.cases', { count: openCases })}
        </Badge>
      )}
      {claim?.here === false && <ClaimMark here={false}>{claimText(words, claim)}</ClaimMark>}
    </>
  );
}

/** The strip without hot orders: one line. */
export function NoHotOrders({ next }: { readonly next: QueuePage['nextCutoff'] }) {
  const words = useText();
  const now = useNow(MINUTE);
  return (
    <p className="queue-calm">
      <CheckCircle2 aria-hidden size={20} />
      <Text size={16}>
        {next === null ? words.t('queueScreen.noHot') : words.t('queueScreen.noHot.next', { at: whenText(words, next.at, now), po: next.po })}
      </Text>
    </p>
  );
}
