import { message, type Message } from '../../messages/say.ts';
import type { Trace } from '../state/entities.ts';
import type { TracePart } from './traces.ts';

/** "Lot A1, expires Sep 30, 2026, serial number S1": what is known of it. */
export function traceMessage({ lot, expiry, serial }: Trace): Message {
  const kind = [...(lot === null ? [] : ['lot']), ...(expiry === null ? [] : ['expiry']), ...(serial === null ? [] : ['serial'])].join('');
  return message('handlingUnits.trace', { kind, lot: lot ?? '', expiryDate: expiry ?? '', serial: serial ?? '' });
}

/** A content's parts for people to read: a line for each lot, with how much it is where there are several, and its serial numbers. */
export function partMessages(parts: readonly TracePart[]): Message[] {
  const lots = new Map<string, { readonly trace: Trace; readonly eaches: number; readonly serials: readonly string[] }>();
  for (const { trace, eaches } of parts) {
    if (trace === null) continue;
    const id = `${trace.lot ?? ''}\n${trace.expiry ?? ''}`;
    const before = lots.get(id);
    lots.set(id, { trace: { ...trace, serial: null }, eaches: (before?.eaches ?? 0) + eaches, serials: [...(before?.serials ?? []), ...(trace.serial === null ? [] : [trace.serial])] });
  }
  const several = lots.size > 1 || parts.some(({ trace }) => trace === null);
  return [...lots.values()].flatMap(({ trace, eaches, serials }) => [
    ...(trace.lot === null && trace.expiry === null ? [] : [several ? ofEaches(trace, eaches) : traceMessage(trace)]),
    ...(serials.length === 0 ? [] : [message('handlingUnits.serials', { count: serials.length, serials: serials.join(', ') })]),
  ]);
}

function ofEaches(trace: Trace, eaches: number): Message {
  const { params } = traceMessage(trace);
  return message('handlingUnits.traceOf', { ...params, eaches });
}
