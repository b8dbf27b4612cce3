import type { StaffView } from '../../../shared/contracts/views.ts';
import { HOUR, MINUTE, later } from '../../../shared/lib/time.ts';
import type { Column } from '../../ui/data/data-table.tsx';
import type { Locale } from '../../../shared/messages/define.ts';
import { ageText, durationText } from '../../ui/clock-text.ts';
import { useText, type Words } from '../../ui/i18n.tsx';
import { useNow } from '../../ui/now.tsx';
import { BarTrack } from '../../ui/status/bar.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import { Initials } from '../../ui/status/people-mark.tsx';
import { MomentText } from '../../ui/text/amounts.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { TwoLines } from '../../ui/text/two-lines.tsx';

/** How much room the table has: all columns, without the list of orders, or the least. */
export type TableRoom = 'wide' | 'medium' | 'narrow';

export const roomFor = (width: number): TableRoom => (width === 0 || width >= 1080 ? 'wide' : width >= 760 ? 'medium' : 'narrow');

/** The longest load of all: the length of every bar is measured by it. */
export const mostWork = (people: readonly StaffView[]): number => people.reduce((most, { load }) => Math.max(most, load.workMs), 0);

export function peopleColumns({ t }: Words, room: TableRoom, most: number): readonly Column<StaffView>[] {
  const person: Column<StaffView> = { id: 'person', header: t('peopleScreen.column.person'), width: 'minmax(180px, 1.3fr)', cell: (row) => <PersonCell row={row} /> };
  const now: Column<StaffView> = { id: 'now', header: t('peopleScreen.column.now'), width: 'minmax(150px, 1fr)', cell: (row) => <NowCell row={row} /> };
  const orders: Column<StaffView> = { id: 'orders', header: t('peopleScreen.column.orders'), width: 'minmax(230px, 1.5fr)', cell: (row) => <OrdersCell row={row} /> };
  const load: Column<StaffView> = { id: 'load', header: t('peopleScreen.column.load'), width: 'minmax(160px, 1.2fr)', cell: (row) => <LoadCell most={most} row={row} /> };
  const done: Column<StaffView> = { id: 'done', header: t('peopleScreen.column.done'), width: '124px', align: 'end', cell: (row) => <DoneBy workMs={row.load.workMs} /> };
  if (room === 'narrow') return [person, load, done];
  return room === 'medium' ? [person, now, load, done] : [person, now, orders, load, done];
}

function PersonCell({ row: { name, role, badge, active } }: { readonly row: StaffView }) {
  const { t } = useText();
  return (
    <span className="people-person">
      <Initials name={name} />
      <TwoLines first={name} second={`${t('peopleScreen.role', { role })} · ${active ? (badge ?? t('peopleScreen.badge.none')) : t('peopleScreen.left')}`} />
    </span>
  );
}

/** What the person does now, at which station and since when. */
function NowCell({ row: { task } }: { readonly row: StaffView }) {
  const { t, format } = useText();
  if (task === null) return <Text tone="quiet">{t('peopleScreen.task.none')}</Text>;
  return (
    <TwoLines
      first={
        <>
          {t('peopleScreen.task', { kind: task.kind })} {task.po !== null && <CodeText kind="po" value={task.po} />}
        </>
      }
      second={t('peopleScreen.task.since', { station: task.station, at: format.time(task.since) })}
    />
  );
}

const ORDERS_SHOWN = 2;

function OrdersCell({ row: { assigned } }: { readonly row: StaffView }) {
  const { t, format } = useText();
  if (assigned.length === 0) return <Text tone="quiet">–</Text>;
  const hotFirst = [...assigned].sort((left, right) => Number(right.hpo) - Number(left.hpo));
  return (
    <span className="people-orders" title={format.list(hotFirst.map(({ po }) => po))}>
      {hotFirst.slice(0, ORDERS_SHOWN).map(({ po, hpo }) => (
        <span className="people-orders__one" key={po}>
          {hpo && <HotBadge />}
          <CodeText kind="po" value={po} />
        </span>
      ))}
      {assigned.length > ORDERS_SHOWN && <Text tone="quiet">{t('peopleScreen.more', { count: assigned.length - ORDERS_SHOWN })}</Text>}
    </span>
  );
}

function LoadCell({ row: { load }, most }: { readonly row: StaffView; readonly most: number }) {
  const { t, locale } = useText();
  return (
    <span className="people-load">
      <Text tone={load.units === 0 ? 'quiet' : 'ink'}>
        {load.units === 0 ? t('peopleScreen.units', { count: 0 }) : t('peopleScreen.load.text', { units: load.units, duration: workText(locale, load.workMs) })}
      </Text>
      <BarTrack parts={[{ kind: 'info', value: load.workMs }]} total={Math.max(1, most)} />
    </span>
  );
}

/** How long the work takes, to the minute: an estimate has no seconds. */
export function workText(locale: Locale, workMs: number): string {
  const minutes = Math.ceil(workMs / MINUTE) * MINUTE;
  return minutes < HOUR ? ageText(locale, minutes) : durationText(locale, minutes);
}

/** When the work is done that is assigned now, from now on without a break. */
export function DoneBy({ workMs }: { readonly workMs: number }) {
  const now = useNow(MINUTE);
  const { format } = useText();
  if (workMs === 0) return <Text tone="quiet">–</Text>;
  const at = later(now, workMs);
  return format.date(at) === format.date(now) ? <MomentText at={at} /> : <MomentText at={at} show="dateTime" />;
}
