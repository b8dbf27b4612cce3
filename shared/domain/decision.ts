import type { OperationDraft } from '../contracts/operations.ts';
import type { OperationId, StaffId } from '../lib/ids.ts';
import type { Instant } from '../lib/time.ts';
import type { Message } from '../messages/say.ts';
import { message, type MessageParams } from '../messages/say.ts';
import type { MessageKey } from '../messages/catalogue.ts';
import type { Role } from './state/entities.ts';

/** Who acts. The station decides the role from its own staff rows; the screen never says it. */
export interface Actor {
  readonly staffId: StaffId;
  readonly name: string;
  readonly role: Role;
}

/** Everything a decision needs that is not in the store. */
export interface Context {
  readonly now: Instant;
  readonly actor: Actor;
  readonly station: string;
  /** A fresh unique id; decisions never make randomness of their own. */
  readonly newId: () => string;
}

/** Why something was not done: what, where, and what to do next. Nothing has changed. */
export interface Refusal {
  readonly code: MessageKey;
  readonly params: MessageParams;
  /** The thing it is about, as people name it: `PO 1PCPDX1U line 2`, `pallet 0 0614141 ...`, `orders.json $.orders[2]`. */
  readonly where: string;
  readonly hint: Message | null;
}

export type Decision<Result = undefined> =
  | { readonly ok: true; readonly operations: readonly OperationDraft[]; readonly result: Result }
  | { readonly ok: false; readonly refusal: Refusal };

export const decided = <Result>(operations: readonly OperationDraft[], result: Result): Decision<Result> => ({ ok: true, operations, result });

export const done = (...operations: readonly OperationDraft[]): Decision => ({ ok: true, operations, result: undefined });

export function refuse(code: MessageKey, where: string, params: MessageParams = {}, hint: Message | MessageKey | null = null): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, params, where, hint: typeof hint === 'string' ? message(hint) : hint } };
}

/** What the fold knows of an operation besides its body. */
export interface Occurrence {
  readonly opId: OperationId;
  readonly station: string;
  readonly stationSeq: number;
  readonly actor: StaffId;
  readonly occurredAt: Instant;
  /** The site number the station had seen when the person acted; 0 before any sync. */
  readonly baseSeq: number;
  /** Its place in the site's order; null while this is one station's own and central has not ordered it. */
  readonly siteSeq: number | null;
}

