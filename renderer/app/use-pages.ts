import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Subject } from '../../shared/contracts/views.ts';
import type { StationClient } from '../bridge.ts';
import { useAnswer, useBridge } from './station.tsx';

/** A place in a long table: its row once it was fetched. */
export interface Slot<Row> {
  readonly id: string;
  readonly row: Row | undefined;
}

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
export function usePages<Row>({ subjects, key, ask, rowId }: PagesQuestion<Row>): Pages<Row> {
  const { client } = useBridge();
  const [[from, to], setPages] = useState<readonly [number, number]>([0, 0]);
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
  const slots = useMemo(() => {
    const rows = new Map<number, Row>();
    first.data?.rows.forEach((row, index) => rows.set(index, row));
    for (const page of more) page?.rows.forEach((row, index) => rows.set(page.offset + index, row));
    return Array.from({ length: total ?? 0 }, (_, index): Slot<Row> => {
      const row = rows.get(index);
      return { id: row === undefined ? `#${index}` : rowId(row), row };
    });
  }, [first.data, more, total, rowId]);
  const onRange = useCallback((firstRow: number, lastRow: number) => {
    const next = [Math.floor(firstRow / PAGE), Math.floor(lastRow / PAGE)] as const;
    setPages((now) => (now[0] === next[0] && now[1] === next[1] ? now : next));
  }, []);
  return { total, error: first.isError ? first.error : undefined, retry: () => void first.refetch(), slots, onRange };
}
