import type { FileReading, OrderReading } from '../incoming.ts';
import { problem, quoted } from '../problem.ts';
import { readEnvelope, type TransactionSet } from './envelope.ts';
import { orderDialect, readOrder } from './order.ts';
import { placeOf } from './segments.ts';

/**
 * Every order (850) and order change (860) of X12 text. Other documents beside them are named one by one; a file with nothing but
 * others has one problem. Where reading stops half way, nothing of the file is taken: what follows might replace what came before.
 */
export function readX12(text: string): FileReading {
  const { sets, problem: stopped } = readEnvelope(text);
  if (stopped) return { format: 'unknown', orders: [], problem: stopped };
  const [first] = sets;
  if (!first) return { format: 'unknown', orders: [], problem: problem('documents.x12.empty', 'segment 1 ISA') };
  const format = sets.map((set) => orderDialect(set.setId)?.format).find((each) => each !== undefined);
  if (format === undefined) return { format: 'unknown', orders: [], problem: notAnOrder(first) };
  return { format, orders: sets.map(readSet), problem: null };
}

function readSet(set: TransactionSet): OrderReading {
  const dialect = orderDialect(set.setId);
  return dialect ? readOrder(set, dialect) : { ok: false, format: null, po: null, problem: notAnOrder(set) };
}

const notAnOrder = (set: TransactionSet) => problem('documents.x12.not-an-order', placeOf(set.start), { set: quoted(set.setId) });
