import type { ReactNode } from 'react';
import type { ProductView } from '../../../shared/contracts/views.ts';
import type { Slot } from '../../app/page-slots.ts';
import type { Column } from '../../ui/data/data-table.tsx';
import { useText, type Words } from '../../ui/i18n.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { BarTrack } from '../../ui/status/bar.tsx';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { TwoLines } from '../../ui/text/two-lines.tsx';
import { barParts, freeOf, stockParts, stockStatus, sumOf } from './stock-state.ts';

/** How much room the table has: every column, without the drawn share, or the least. */
export type TableRoom = 'wide' | 'medium' | 'narrow';

export const roomFor = (width: number): TableRoom => (width === 0 || width >= 1160 ? 'wide' : width >= 820 ? 'medium' : 'narrow');

const NUMBER = '96px';

const fetched = (cell: (row: ProductView) => ReactNode) => ({ row }: Slot<ProductView>) => (row ? cell(row) : <Skeleton />);

export function stockColumns({ t, format }: Words, room: TableRoom): readonly Column<Slot<ProductView>>[] {
  const number = (id: 'boxed' | 'allocated' | 'safety' | 'free', value: (row: ProductView) => number): Column<Slot<ProductView>> => ({
    id,
    header: t(`stockScreen.column.${id}`),
    width: NUMBER,
    align: 'end',
    cell: fetched((row) => (id === 'free' ? <Text weight="bold">{format.number(value(row))}</Text> : format.number(value(row)))),
  });
  const product: Column<Slot<ProductView>> = {
    id: 'product', header: t('stockScreen.column.product'), width: room === 'narrow' ? 'minmax(150px, 1.6fr)' : 'minmax(220px, 2fr)',
    cell: fetched((row) => <TwoLines first={<CodeText value={row.sku} />} second={row.title} />),
  };
  const bins: Column<Slot<ProductView>> = { id: 'bins', header: t('stockScreen.column.bins'), width: 'minmax(120px, 0.8fr)', cell: fetched((row) => <Bins row={row} />) };
  const boxed = number('boxed', ({ stock }) => stock.boxed);
  const allocated = number('allocated', ({ stock }) => stock.allocated);
  const safety = number('safety', ({ stock }) => stock.safety);
  const free = number('free', freeOf);
  const status: Column<Slot<ProductView>> = { id: 'status', header: t('stockScreen.column.status'), width: room === 'narrow' ? '148px' : '156px', cell: fetched((row) => <Status row={row} />) };
  if (room === 'narrow') return [product, boxed, free, status];
  if (room === 'medium') return [product, bins, boxed, allocated, safety, free, status];
  const share: Column<Slot<ProductView>> = {
    id: 'share', header: t('stockScreen.column.share'), width: 'minmax(120px, 1fr)',
    cell: fetched((row) => {
      const parts = stockParts(row);
      return <BarTrack parts={barParts(parts)} total={sumOf(parts)} />;
    }),
  };
  return [product, bins, boxed, allocated, safety, free, share, status];
}

function Bins({ row }: { readonly row: ProductView }) {
  const { t } = useText();
  const first = row.bins[0]?.location ?? row.location;
  if (first === null) return <Text tone="quiet">{t('stockScreen.bins.none')}</Text>;
  return <CodeText value={t('stockScreen.bins', { first, bins: Math.max(0, row.bins.length - 1) })} />;
}

export function Status({ row }: { readonly row: ProductView }) {
  const { t } = useText();
  const status = stockStatus(row);
  const words = t('stockScreen.status', { status, count: Math.max(0, -row.free) });
  const shown = { short: 'overdue', empty: 'neutral', safety: 'atRisk', fine: 'onTrack' } as const;
  return <StatusMark status={shown[status]}>{words}</StatusMark>;
}
