import type { Location, PoNumber } from '../../lib/ids.ts';
import { done, refuse, type Context, type Decision } from '../decision.ts';
import { requireRight } from '../staffing/rights.ts';
import type { Reader } from '../state/world.ts';
import { leftToPack } from './pick-lines.ts';

export interface ReturnInput {
  readonly po: PoNumber;
  readonly line: string;
  readonly eaches: number;
  /** The bin they are put on. */
  readonly location: Location;
}

/** Puts picked goods back on a bin: of a cancelled or cut order, or picked in error. What is on a pallet comes off it first. */
export function decideReturnToStock(reader: Reader, { po, line, eaches, location }: ReturnInput, context: Context): Decision {
  const where = `PO ${po} line ${line}`;
  const forbidden = requireRight(context, 'pick', where);
  if (forbidden) return forbidden;
  const row = reader.get('line', { po, line });
  if (row?.sku === null || row === undefined) return refuse('scanning.refused.unknownLine', where, { po, line });
  const loose = leftToPack(row);
  if (eaches < 1 || eaches > loose) {
    return refuse('scanning.refused.returnTooMuch', where, { eaches, loose }, row.packed > row.shipped ? 'handlingUnits.hint.unpackFirst' : null);
  }
  return done({ kind: 'pick.returned', body: { po, line, sku: row.sku, location, eaches } });
}
