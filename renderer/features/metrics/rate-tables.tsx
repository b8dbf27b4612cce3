import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { FillRateGroup, FillRateOrder } from '../../../shared/domain/metrics/fill-rate.ts';
import { formatShare } from '../../../shared/domain/metrics/share.ts';
import type { MetricsView } from '../../../shared/domain/metrics/view.ts';
import { parseCalendarDate } from '../../../shared/lib/time.ts';
import { rowHeight, useDensity } from '../../ui/appearance.tsx';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { Tabs } from '../../ui/data/tabs.tsx';
import { useText, type Words } from '../../ui/i18n.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';

const groupings = ['day', 'week', 'asin'] as const;
export type Grouping = (typeof groupings)[number];

export const isGrouping = (text: string): text is Grouping => groupings.some((by) => by === text);

export function groupsOf({ fillRate }: MetricsView, by: Grouping): readonly FillRateGroup[] {
  return { day: fillRate.byDay, week: fillRate.byWeek, asin: fillRate.byAsin }[by];
}

/** What a group is called: a day, a week by its Monday, an ASIN. */
export function groupName(by: Grouping, key: string, { tell, format }: Words): string {
  if (by === 'week') return tell({ key: 'metricsScreen.weekOf', params: { startDay: key } });
  const day = by === 'day' ? parseCalendarDate(key) : undefined;
  return day ? format.day(day) : key;
}

const HEAD = 44;
const MOST_ROWS = 10;

/** The rate by day, week, ASIN and order; a row opens the orders behind it. */
export function RateTables({ view }: { readonly view: MetricsView }) {
  const { t } = useText();
  const [tab, setTab] = useState<Grouping | 'order'>('day');
  return (
    <Tabs
      items={[
        ...groupings.map((by) => ({ id: by, label: t('metricsScreen.tab', { by }), count: groupsOf(view, by).length, content: <GroupTable by={by} view={view} /> })),
        { id: 'order' as const, label: t('metricsScreen.tab', { by: 'order' }), count: view.fillRate.orders.length, content: <OrderTable view={view} /> },
      ]}
      label={t('metricsScreen.tables')}
      selected={tab}
      onSelect={setTab}
    />
  );
}

const keyOf = ({ key }: FillRateGroup): string => key;
const poOf = ({ po }: FillRateOrder): string => po;

const useTableHeight = (rows: number): { readonly height: number } => {
  const row = rowHeight[useDensity()];
  return { height: HEAD + Math.min(MOST_ROWS, rows) * row };
};

function GroupTable({ view, by }: { readonly view: MetricsView; readonly by: Grouping }) {
  const words = useText();
  const [, go] = useLocation();
  // Days and weeks newest first, ASINs the worst first: both begin with what asks for a look.
  const rows = useMemo(() => {
    const groups = [...groupsOf(view, by)];
    return by === 'asin' ? groups.sort((left, right) => worth(left) - worth(right)) : groups.reverse();
  }, [view, by]);
  const columns = useMemo<readonly Column<FillRateGroup>[]>(() => {
    const { t, format } = words;
    return [
      { id: 'key', header: t('metrics.by', { by }), width: 'minmax(112px, 1.4fr)', cell: ({ key }) => (by === 'asin' ? <CodeText kind="asin" value={key} /> : groupName(by, key, words)) },
      ...shareColumns<FillRateGroup>(words),
      {
        id: 'open', header: t('metricsScreen.column.open'), width: 'minmax(96px, 0.8fr)', align: 'end', wideOnly: true, wrap: true,
        cell: ({ open }) => (open.denominator === 0 ? <Text tone="quiet">–</Text> : t('metricsScreen.open.units', { ...open })),
      },
      { id: 'orders', header: t('metricsScreen.column.orders'), width: '80px', align: 'end', cell: ({ pos, openPos }) => format.number(new Set([...pos, ...openPos]).size) },
    ];
  }, [words, by]);
  return (
    <div style={useTableHeight(rows.length)}>
      <DataTable bare columns={columns} label={words.t('metricsScreen.tab', { by })} rowId={keyOf} rows={rows} onSelect={(key) => go(`/metrics/${by}/${encodeURIComponent(key)}`)} />
    </div>
  );
}

/** Settled groups by their rate, those with nothing settled last. */
const worth = ({ numerator, denominator }: FillRateGroup): number => (denominator === 0 ? 2 : numerator / denominator);

function OrderTable({ view }: { readonly view: MetricsView }) {
  const words = useText();
  const [, go] = useLocation();
  const columns = useMemo<readonly Column<FillRateOrder>[]>(() => {
    const { t, format } = words;
    return [
      { id: 'po', header: t('metrics.by', { by: 'order' }), width: 'minmax(130px, 1.4fr)', cell: ({ po }) => <CodeText kind="po" value={po} /> },
      { id: 'day', header: t('metrics.by', { by: 'day' }), width: '120px', cell: ({ day }) => format.day(day), wideOnly: true },
      { id: 'state', header: t('metricsScreen.column.state'), width: '100px', cell: ({ open }) => t('metricsScreen.rowState', { open: open ? 'yes' : 'no' }) },
      ...shareColumns<FillRateOrder>(words),
    ];
  }, [words]);
  const rows = useMemo(() => [...view.fillRate.orders].reverse(), [view]);
  return (
    <div style={useTableHeight(rows.length)}>
      <DataTable bare columns={columns} label={words.t('metricsScreen.tab', { by: 'order' })} rowId={poOf} rows={rows} onSelect={(po) => go(`/queue/${encodeURIComponent(po)}`)} />
    </div>
  );
}

function shareColumns<Row extends { readonly numerator: number; readonly denominator: number }>({ t, format, locale }: Words): readonly Column<Row>[] {
  return [
    { id: 'rate', header: t('metricsScreen.column.rate'), width: '92px', align: 'end', cell: (row) => <Text weight="bold">{formatShare(row, locale)}</Text> },
    { id: 'shipped', header: t('metricsScreen.column.shipped'), width: '104px', align: 'end', cell: ({ numerator }) => format.number(numerator) },
    { id: 'requested', header: t('metricsScreen.column.requested'), width: '104px', align: 'end', cell: ({ denominator }) => format.number(denominator) },
  ];
}
