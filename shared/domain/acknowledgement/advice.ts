import type { RejectionReason } from '../../documents/outgoing.ts';
import { message, type Message } from '../../messages/say.ts';
import type { Line } from '../state/entities.ts';
import type { Availability, SharedStock } from './availability.ts';
import { openUnits, type Phase } from './phase.ts';

/** What to answer a line. Eaches; requested = accept + backorder + reject. */
export interface LineAdvice {
  readonly accept: number;
  readonly backorder: number;
  readonly reject: number;
  readonly reason: RejectionReason | null;
  readonly why: Message;
}

/**
 * Accept what is boxed and free, in whole ordered units; reject the rest now: a clean rejection costs less than a failure to ship. Takes
 * what it advises from `stock`, so that lines with the same product share it. Never proposes `ObsoleteProduct`: sent twice it ends
 * Amazon's orders for the item, so only a person says it.
 */
export function adviseLine(line: Line, available: Availability | undefined, stock: SharedStock, phase: Phase): LineAdvice {
  if (line.requested === 0) return answer(line, 0, message('acknowledgement.why.customerCancelled'));
  if (line.finallyRejected) return answer(line, 0, message('acknowledgement.why.finallyRejected'));
  if (phase === 'dates-only') return stand(line, stock);
  if (line.sku === null || available === undefined) return answer(line, 0, message('acknowledgement.why.noProduct'));
  if (line.unitSize === null) return answer(line, 0, message('acknowledgement.why.noCaseSize'));
  const before = stock.left(line.sku);
  const there = line.picked + before;
  const accept = wholeUnits(Math.min(line.requested, there), line.unitSize);
  stock.take(line.sku, accept - line.picked);
  return answer(line, accept, whyOf(line, accept, there, available));
}

const wholeUnits = (eaches: number, unitSize: number): number => Math.floor(eaches / unitSize) * unitSize;

/** The reason for which a line would be rejected now. */
const proposedReason = (line: Line): RejectionReason => line.rejectionReason ?? (line.sku === null ? 'InvalidProductIdentifier' : 'TemporarilyUnavailable');

function answer(line: Line, accept: number, why: Message): LineAdvice {
  const reject = line.requested - accept;
  return { accept, backorder: 0, reject, reason: reject > 0 ? proposedReason(line) : null, why };
}

/** What was answered stands; what the customer asked for since is answered from stock. */
function stand(line: Line, stock: SharedStock): LineAdvice {
  stock.take(line.sku, line.accepted - line.picked);
  const open = openUnits(line);
  const more = line.sku === null || line.unitSize === null ? 0 : wholeUnits(stock.take(line.sku, open), line.unitSize);
  const reject = line.rejected + open - more;
  return {
    accept: line.accepted + more,
    backorder: line.backordered,
    reject,
    reason: reject > 0 ? proposedReason(line) : null,
    why: open > 0 ? message('acknowledgement.why.openOnly', { open, accept: more }) : message('acknowledgement.why.datesOnly'),
  };
}

function whyOf(line: Line, accept: number, there: number, { boxed, allocated, heldBack, safety }: Availability): Message {
  const params = {
    requested: line.requested, accept, reject: line.requested - accept, boxed, others: allocated, heldBack, safety, picked: line.picked,
    unitSize: line.unitSize ?? 1, there,
  };
  if (accept === line.requested) return message('acknowledgement.why.all', params);
  const split = accept < Math.min(there, line.requested);
  if (accept === 0) return message(split ? 'acknowledgement.why.lessThanACase' : 'acknowledgement.why.none', params);
  return message(split ? 'acknowledgement.why.wholeCases' : 'acknowledgement.why.part', params);
}
