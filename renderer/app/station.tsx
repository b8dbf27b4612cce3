import { QueryClient, QueryClientProvider, keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
import { create } from 'zustand';
import type { Session, StationEvent, StationStatus, Subject } from '../../shared/contracts/views.ts';
import { instant, type Instant } from '../../shared/lib/time.ts';
import { createBridge, isSignedOut, refusalOf, type Bridge, type ConnectionState, type StationClient } from '../bridge.ts';
import { useText } from '../ui/i18n.tsx';
import { useToasts, type ToastContent } from '../ui/status/toast.tsx';

interface StationState {
  readonly connection: ConnectionState;
  readonly status: StationStatus | undefined;
  readonly session: Session | undefined;
  /** Station time less this machine's, in milliseconds. */
  readonly offset: number;
  /** Events that must interrupt people, oldest first, until they are dismissed. */
  readonly alerts: readonly Alert[];
  /** Notices of the station's start that were put away, until it starts again. */
  readonly noticesSeen: readonly string[];
}

type Interruption = Extract<StationEvent, { readonly type: 'hot' | 'order-changed' | 'lost' | 'paper' | 'file-refused' }>;

export type Alert = Interruption & { readonly id: number };

/** What is said now of an order, a case or a paper outdates what was said of it before. */
function subjectOf(alert: Interruption): string {
  if (alert.type === 'lost') return `case ${alert.caseId}`;
  if (alert.type === 'file-refused') return `file ${alert.documentId}`;
  return alert.type === 'paper' ? `paper ${alert.job.jobId}` : `order ${alert.po}`;
}

export const useStationState = create<StationState>(() => ({ connection: 'connecting', status: undefined, session: undefined, offset: 0, alerts: [], noticesSeen: [] }));

/** The station's time now. */
export const stationNow = (): Instant => instant(Date.now() + useStationState.getState().offset);

export const dismissAlert = (id: number): void => {
  useStationState.setState(({ alerts }) => ({ alerts: alerts.filter((alert) => alert.id !== id) }));
};

export const dismissNotice = (key: string): void => {
  useStationState.setState(({ noticesSeen }) => ({ noticesSeen: [...noticesSeen, key] }));
};

export const setSession = (session: Session): void => {
  useStationState.setState({ session });
};

export function takeStatus(status: StationStatus): void {
  useStationState.setState({ status, offset: status.now - Date.now() });
}

const queries = new QueryClient({
  defaultOptions: {
    // Answers come from the same machine and are refreshed by its events, so a cached one is never stale by age.
    queries: { staleTime: Infinity, gcTime: 60_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

const BridgeContext = createContext<Bridge | undefined>(undefined);

let nextAlert = 1;

/** Connects the page to its station and keeps every answer on the screen up to date with the station's events. */
export function StationProvider({ children }: { readonly children: ReactNode }) {
  return (
    <QueryClientProvider client={queries}>
      <BridgeContext value={theBridge()}>{children}</BridgeContext>
    </QueryClientProvider>
  );
}

let bridge: Bridge | undefined;

function theBridge(): Bridge {
  if (bridge) return bridge;
  const made = createBridge();
  bridge = made;
  made.onState((connection) => {
    useStationState.setState({ connection, ...(connection === 'connected' ? { noticesSeen: [] } : {}) });
    if (connection === 'connected') refreshAll(made).catch(lineEnded);
  });
  made.onEvent((event) => {
    take(made, event).catch(lineEnded);
  });
  made.start();
  return made;
}

/** The line broke before the answer came: when it is made anew, everything is asked again. */
export const lineEnded = (): void => undefined;

async function refreshAll(of: Bridge): Promise<void> {
  const [status, session] = await Promise.all([of.client().station.status({}), of.client().session.current({})]);
  takeStatus(status);
  useStationState.setState({ session });
  await queries.invalidateQueries();
}

async function take(of: Bridge, event: StationEvent): Promise<void> {
  if (event.type === 'hot' || event.type === 'order-changed' || event.type === 'lost' || event.type === 'paper' || event.type === 'file-refused') {
    nextAlert += 1;
    const alert = { ...event, id: nextAlert };
    useStationState.setState(({ alerts }) => ({ alerts: [...alerts.filter((other) => subjectOf(other) !== subjectOf(alert)).slice(-19), alert] }));
    if (event.type === 'file-refused') takeStatus(await of.client().station.status({}));
    return;
  }
  if (event.type === 'not-hot') {
    useStationState.setState(({ alerts }) => ({ alerts: alerts.filter((alert) => alert.type !== 'hot' || alert.po !== event.po) }));
    return;
  }
  if (event.type === 'decided') {
    useStationState.setState(({ alerts }) => ({ alerts: alerts.filter((alert) => alert.type !== 'lost' || alert.caseId !== event.caseId) }));
    return;
  }
  if (event.type === 'paper-settled') {
    useStationState.setState(({ alerts }) => ({ alerts: alerts.filter((alert) => alert.type !== 'paper' || alert.job.jobId !== event.jobId) }));
    return;
  }
  if (event.type === 'changed') {
    const changed = new Set<string>(event.subjects);
    await queries.invalidateQueries({ predicate: ({ queryKey: [about] }) => typeof about === 'string' && about.split(' ').some((subject) => changed.has(subject)) });
  }
  takeStatus(await of.client().station.status({}));
  if (event.type === 'status') useStationState.setState({ session: await of.client().session.current({}) });
}

export function useBridge(): Bridge {
  const found = useContext(BridgeContext);
  if (!found) throw new Error('useBridge needs a StationProvider above it');
  return found;
}

/**
 * An answer of the station that stays current: asked again whenever an event says that one of its subjects changed.
 * `key` tells two questions on the same subjects apart.
 */
export function useAnswer<Answer>(subjects: readonly Subject[], key: readonly (string | number | boolean | null)[], ask: (client: StationClient) => Promise<Answer>): UseQueryResult<Answer> {
  const { client } = useBridge();
  return useQuery({ queryKey: [subjects.join(' '), ...key], queryFn: () => ask(client()), placeholderData: keepPreviousData });
}

/**
 * A command to the station from a button: `run` returns true when it was done. What the station refuses becomes a toast
 * in its own words, with what to do next.
 */
export function useCommand(): { readonly run: (command: (client: StationClient) => Promise<unknown>) => Promise<boolean>; readonly busy: boolean } {
  const { client } = useBridge();
  const toasts = useToasts();
  const { t, tell } = useText();
  const [busy, setBusy] = useState(false);
  // A refusal stays to be read until the person tries again.
  const refused = useRef<number>(undefined);
  const run = useCallback(
    async (command: (of: StationClient) => Promise<unknown>): Promise<boolean> => {
      setBusy(true);
      if (refused.current !== undefined) toasts.dismiss(refused.current);
      const show = (toast: ToastContent): void => {
        refused.current = toasts.show(toast);
      };
      try {
        await command(client());
        return true;
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal) show({ tone: 'error', title: tell(refusal.message), detail: [refusal.where, refusal.hint ? tell(refusal.hint) : ''].filter(Boolean).join(' · ') });
        else if (isSignedOut(error)) show({ tone: 'error', title: t('app.signIn.needed') });
        else show({ tone: 'error', title: t('app.lost.title'), detail: t('app.lost') });
        return false;
      } finally {
        setBusy(false);
      }
    },
    [client, toasts, t, tell],
  );
  return { run, busy };
}
