import { z } from 'zod';
import type { Operation } from '../../shared/contracts/operations.ts';
import type { StationEvent } from '../../shared/contracts/views.ts';
import type { Store } from '../store/store.ts';

/*
 * Order files that came by themselves and were refused. Nobody stood by, so they are told on every screen, and Documents keeps a mark
 * until somebody at this station has looked at them. What was seen here is no business of the site.
 */

const NAME = 'refused files';
/** Of a gateway that sends only what is refused, the newest; nobody reads more. */
const AT_MOST = 200;
const ids = z.array(z.string());

type Received = Extract<Operation, { readonly kind: 'document.received' }>['body'];

/** The alert of a file that nobody handed over in person; undefined where all of it was taken, or a person got the answer at once. */
export function refusedFileEvent({ documentId, fileName, via, orders, error }: Received): StationEvent | undefined {
  if (via !== 'folder' && via !== 'gateway') return undefined;
  const refused = orders.filter(({ result }) => result === 'refused');
  const why = error ?? refused.find((order) => order.error !== null)?.error ?? null;
  if (why === null && refused.length === 0) return undefined;
  return { type: 'file-refused', documentId, fileName, po: refused[0]?.po ?? null, orders: refused.length, why: why?.message ?? null };
}

/** The refused files that nobody has looked at here, oldest first. */
export function unseenRefused(store: Store): readonly string[] {
  return ids.parse(JSON.parse(store.stationState(NAME) ?? '[]'));
}

export function noteRefused(store: Store, documentId: string): void {
  keep(store, [...unseenRefused(store).filter((id) => id !== documentId), documentId].slice(-AT_MOST));
}

/** Somebody has opened it. Answers whether that was news. */
export function markSeen(store: Store, documentId: string): boolean {
  const before = unseenRefused(store);
  if (!before.includes(documentId)) return false;
  keep(store, before.filter((id) => id !== documentId));
  return true;
}

const keep = (store: Store, left: readonly string[]): void => store.setStationState(NAME, JSON.stringify(left));
