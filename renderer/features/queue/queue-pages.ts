import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { QueuePage, QueueRow } from '../../../shared/contracts/views.ts';
import { MINUTE } from '../../../shared/lib/time.ts';
import { useAnswer, useBridge } from '../../app/station.tsx';
import { useNow } from '../../ui/now.tsx';
import { queueSubjects } from './ask.ts';

export type QueueOnly = 'all' | 'hot' | 'standard' | 'at-risk' | 'overdue' | 'mine' | 'ended';

/** A place in the table: its order once it was fetched. */
export interface Slot {
  readonly id: string;
  readonly row: QueueRow | undefined;
}

const PAGE = 100;

export interface QueuePages {
  readonly first: QueuePage | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  readonly slots: readonly Slot[];
  readonly onRange: (first: number, last: number) => void;
}

/** A list of orders of any length, of which only the pages in sight are asked for. The first page always is: it has the counts. */
export function useQueuePages(only: QueueOnly, search: string): QueuePages {
  const { client } = useBridge();
  const [pages, setPages] = useState<readonly [number, number]>([0, 0]);
  const first = useAnswer(queueSubjects, ['queue', only, search, 0], (of) => of.queue.page({ only, search, offset: 0, limit: PAGE }));
  const total = first.data?.total ?? 0;
  const lastPage = Math.max(0, Math.ceil(total / PAGE) - 1);
  const wanted = [];
  for (let page = Math.max(1, pages[0]); page <= Math.min(pages[1], lastPage); page += 1) wanted.push(page * PAGE);
  const more = useQueries({
    queries: wanted.map((offset) => ({
      queryKey: [queueSubjects.join(' '), 'queue', only, search, offset],
      queryFn: () => client().queue.page({ only, search, offset, limit: PAGE }),
    })),
    combine: (answers) => answers.map(({ data }) => data),
  });
  const slots = useMemo(() => {
    const rows = new Map<number, QueueRow>();
    for (const page of [first.data, ...more]) page?.rows.forEach((row, index) => rows.set(page.offset + index, row));
    return Array.from({ length: total }, (_, index): Slot => {
      const row = rows.get(index);
      return { id: row?.po ?? `#${index}`, row };
    });
  }, [first.data, more, total]);
  const onRange = useCallback((from: number, to: number) => {
    const next = [Math.floor(from / PAGE), Math.floor(to / PAGE)] as const;
    setPages((now) => (now[0] === next[0] && now[1] === next[1] ? now : next));
  }, []);
  return { first: first.data, error: first.isError ? first.error : undefined, retry: () => void first.refetch(), slots, onRange };
}

/** Whether an order is at risk or overdue changes with the clock alone, and no event says so: ask again each minute. */
export function useQueueClock(): void {
  const queries = useQueryClient();
  const minute = useNow(MINUTE);
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: [queueSubjects.join(' ')] });
  }, [queries, minute]);
}
