import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { instant, type Instant } from '../../shared/lib/time.ts';
import { useText } from '../ui/i18n.tsx';
import { useToasts } from '../ui/status/toast.tsx';
import { CentralRefusal, isSignedOut } from './client.ts';

/** Central's time less this machine's, in milliseconds. */
let offset = 0;

/** Central's time now: a code runs out by its clock, not by the reader's. */
export const centralNow = (): Instant => instant(Date.now() + offset);

export const takeCentralTime = (now: Instant): void => {
  offset = now - Date.now();
};

/** People watch this page while something is wrong: it follows by itself. */
const ASK_EVERY = 5_000;

/** An answer of central that is asked again while the page is in sight. When the session has ended, the door says so. */
export function useCentral<Answer>(key: readonly string[], ask: () => Promise<Answer>): UseQueryResult<Answer> {
  const client = useQueryClient();
  const answer = useQuery({ queryKey: key, queryFn: ask, refetchInterval: ASK_EVERY, placeholderData: keepPreviousData });
  const ended = answer.isError && isSignedOut(answer.error);
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: ['session'] });
  }, [ended, client]);
  return answer;
}

/** A command to central; `run` answers with what it said, or undefined after telling why not. */
export function useOrder(): { readonly run: <Answer>(order: () => Promise<Answer>) => Promise<{ readonly said: Answer } | undefined>; readonly busy: boolean } {
  const client = useQueryClient();
  const { show } = useToasts();
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async <Answer>(order: () => Promise<Answer>): Promise<{ readonly said: Answer } | undefined> => {
      setBusy(true);
      try {
        const said = await order();
        await client.invalidateQueries();
        return { said };
      } catch (error) {
        if (error instanceof CentralRefusal) show({ tone: 'error', title: `${t('centralPage.failed')}: ${error.title}`, detail: error.detail });
        else show({ tone: 'error', title: t('centralPage.failed'), detail: t('centralPage.unreachable') });
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [client, show, t],
  );
  return { run, busy };
}
