import { createContext, useCallback, useContext, useSyncExternalStore, type ReactNode } from 'react';
import { SECOND, instant, type Instant } from '../../shared/lib/time.ts';

/** Reads the station's corrected time; the screen never trusts its own clock for a deadline. */
export type ReadNow = () => Instant;

const NowContext = createContext<ReadNow | undefined>(undefined);

export function NowProvider({ read, children }: { read: ReadNow; children: ReactNode }) {
  return <NowContext value={read}>{children}</NowContext>;
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all clocks on the screen. */
function onSecond(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => listeners.forEach((tick) => tick()), SECOND);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** A text or number worked out from the current time; the part is drawn again only when it changes. */
export function useFromNow<Value extends string | number | boolean>(derive: (now: Instant) => Value): Value {
  const read = useContext(NowContext);
  if (!read) throw new Error('clocks need a NowProvider above them');
  const snapshot = useCallback(() => derive(read()), [derive, read]);
  return useSyncExternalStore(onSecond, snapshot);
}

/** The current time in whole steps of `every` milliseconds. */
export function useNow(every: number): Instant {
  return instant(useFromNow(useCallback((now: Instant) => Math.floor(now / every) * every, [every])));
}
