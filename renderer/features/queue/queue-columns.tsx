import type { ReactNode } from 'react';
import type { QueueRow } from '../../../shared/contracts/views.ts';
import { Button } from '../../ui/actions/button.tsx';
import type { Column } from '../../ui/data/data-table.tsx';
import type { Words } from '../../ui/i18n.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import { PeopleMark } from '../../ui/status/people-mark.tsx';
import { UnitsBar } from '../../ui/status/units-bar.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { AcknowledgeClock, ShipClock } from './clocks.tsx';
import type { NextStep } from './next-step.ts';
import { FirstRemark, OrderStatus } from './order-marks.tsx';
import { namesOn } from './people-on.ts';
import type { QueueSlot } from './queue-pages.ts';
import { answerEndsFirst, goodsText } from './words.ts';

/** How much room the table has: all columns, without people and action, or the least. */
export type TableRoom = 'wide' | 'medium' | 'narrow';

export const roomFor = (width: number): TableRoom => (width === 0 || width >= 1190 ? 'wide' : width >= 890 ? 'medium' : 'narrow');

const fetched = (cell: (row: QueueRow) => ReactNode) => ({ row }: QueueSlot) => (row ? cell(row) : <Skeleton />);

/** @param stepOf asked once for the whole table: a hook in each row would be dear. */
export function queueColumns({ t }: Words, room: TableRoom, stepOf: (row: QueueRow) => NextStep | undefined): readonly Column<QueueSlot>[] {
  const order: Column<QueueSlot> = { id: 'order', header: t('queueScreen.column.order'), width: room === 'narrow' ? 'minmax(150px, 1.3fr)' : 'minmax(200px, 2fr)', cell: fetched((row) => <OrderCell row={row} />) };
  const units: Column<QueueSlot> = { id: 'units', header: t('queueScreen.column.units'), width: room === 'narrow' ? 'minmax(110px, 0.8fr)' : 'minmax(148px, 0.8fr)', cell: fetched((row) => <UnitsBar units={row.units} />) };
  const status: Column<QueueSlot> = { id: 'status', header: t('queueScreen.column.status'), width: room === 'narrow' ? '128px' : '150px', cell: fetched((row) => <StatusCell row={row} />) };
  const acknowledge: Column<QueueSlot> = { id: 'acknowledge', header: t('queueScreen.column.acknowledge'), width: '132px', cell: fetched((row) => <AcknowledgeClock row={row} size="row" />) };
  const ship: Column<QueueSlot> = { id: 'ship', header: t('queueScreen.column.ship'), width: '150px', cell: fetched((row) => <ShipClock row={row} size="row" />) };
  if (room === 'narrow') {
    return [order, units, { id: 'clock', header: t('queueScreen.column.clock'), width: '150px', cell: fetched((row) => <NextClock row={row} />) }, status];
  }
  if (room === 'medium') return [order, units, acknowledge, ship, status];
  return [
    order,
    units,
    acknowledge,
    ship,
    status,
    { id: 'people', header: t('queueScreen.column.people'), width: '124px', cell: fetched((row) => <PeopleMark names={namesOn(row)} />) },
    { id: 'next', header: t('queueScreen.column.next'), width: '156px', align: 'end', cell: fetched((row) => <NextCell po={row.po} step={stepOf(row)} />) },
  ];
}

function OrderCell({ row }: { readonly row: QueueRow }) {
  const words = useText();
  return (
    <div className="queue-two">
      <span className="queue-two__first">
        {row.hpo && <HotBadge />}
        <b>
          <CodeText kind="po" value={row.po} />
        </b>
        {row.shipTo && <span className="queue-two__place">{row.shipTo}</span>}
      </span>
      <span className="queue-two__second">{goodsText(words, row)}</span>
    </div>
  );
}

function StatusCell({ row }: { readonly row: QueueRow }) {
  return (
    <div className="queue-two">
      <span className="queue-two__first">
        <OrderStatus row={row} />
      </span>
      <FirstRemark row={row} />
    </div>
  );
}

/** Where there is room for one clock: the one that ends next. */
function NextClock({ row }: { readonly row: QueueRow }) {
  return answerEndsFirst(row) ? <AcknowledgeClock row={row} size="row" /> : <ShipClock row={row} size="row" />;
}

function NextCell({ po, step }: { readonly po: string; readonly step: NextStep | undefined }) {
  if (!step) return null;
  return (
    <Button size="desk" variant="quiet" onPress={step.onPress}>
      {step.short}
      <span className="visually-hidden"> {po}</span>
    </Button>
  );
}
