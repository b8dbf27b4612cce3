import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { QueuePage, QueueRow } from '../../../shared/contracts/views.ts';
import { MINUTE } from '../../../shared/lib/time.ts';
import { slotMaker, type Slot } from '../../app/page-slots.ts';
import { useAnswer, useBridge } from '../../app/station.tsx';
import { usePageRange } from '../../app/use-page-range.ts';
import { useNow } from '../../ui/now.tsx';
import { queueSubjects } from './ask.ts';

export type QueueOnly = 'all' | 'hot' | 'standard' | 'at-risk' | 'overdue' | 'mine' | 'ended';

export type QueueSlot = Slot<QueueRow>;

const PAGE = 100;

export interface QueuePages {
  readonly first: QueuePage | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  readonly slots: readonly QueueSlot[];
  readonly onRange: (first: number, last: number) => void;
}

/** A list of orders of any length, of which only the pages in sight are asked for. The first page always is: it has the counts. */
export function useQueuePages(only: QueueOnly, search: string): QueuePages {
  const { client } = useBridge();
  const { pages, onRange } = usePageRange(PAGE);
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
  const makeSlots = useMemo(() => slotMaker((row: QueueRow) => row.po), []);
  const slots = useMemo(() => makeSlots(total, [first.data, ...more].filter((page) => page !== undefined)), [first.data, more, total, makeSlots]);
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
