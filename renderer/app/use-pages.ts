import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Subject } from '../../shared/contracts/views.ts';
import type { StationClient } from '../bridge.ts';
import { slotMaker, type Slot } from './page-slots.ts';
import { useAnswer, useBridge } from './station.tsx';
import { usePageRange } from './use-page-range.ts';

export interface AnsweredPage<Row> {
  readonly rows: readonly Row[];
  /** Rows in all. */
  readonly total: number;
}

export interface Pages<Row> {
  /** Undefined until the first page came. */
  readonly total: number | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  readonly slots: readonly Slot<Row>[];
  /** For DataTable: which rows are in sight. */
  readonly onRange: (first: number, last: number) => void;
}

export interface PagesQuestion<Row> {
  readonly subjects: readonly Subject[];
  readonly key: readonly (string | number | boolean | null)[];
  readonly ask: (client: StationClient, offset: number, limit: number) => Promise<AnsweredPage<Row>>;
  readonly rowId: (row: Row) => string;
}

const PAGE = 100;

/** A list of any length, of which only the pages in sight are asked for; it stays current like any answer. `rowId` must be stable. */
export function usePages<Row extends object>({ subjects, key, ask, rowId }: PagesQuestion<Row>): Pages<Row> {
  const { client } = useBridge();
  const { pages: [from, to], onRange } = usePageRange(PAGE);
  const first = useAnswer(subjects, [...key, 0], (of) => ask(of, 0, PAGE));
  const total = first.data?.total;
  const lastPage = Math.max(0, Math.ceil((total ?? 0) / PAGE) - 1);
  const wanted: number[] = [];
  for (let page = Math.max(1, from); page <= Math.min(to, lastPage); page += 1) wanted.push(page * PAGE);
  const more = useQueries({
    queries: wanted.map((offset) => ({
      queryKey: [subjects.join(' '), ...key, offset],
      queryFn: async () => ({ offset, rows: (await ask(client(), offset, PAGE)).rows }),
    })),
    combine: (answers) => answers.map(({ data }) => data),
  });
  const makeSlots = useMemo(() => slotMaker(rowId), [rowId]);
  const slots = useMemo(() => {
    const pages = [{ offset: 0, rows: first.data?.rows ?? [] }, ...more.filter((page) => page !== undefined)];
    return makeSlots(total ?? 0, pages);
  }, [first.data, more, total, makeSlots]);
  return { total, error: first.isError ? first.error : undefined, retry: () => void first.refetch(), slots, onRange };
}
