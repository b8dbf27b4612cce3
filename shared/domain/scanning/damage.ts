import { message } from '../../messages/say.ts';
import { unitName } from '../handling-units/names.ts';
import { decideDamaged, type DamagedInput } from '../picking/damaged.ts';
import { nextOnWalk } from '../picking/walk.ts';
import { accepted, ask, refusedAs, wrong, type ScanDecision, type Step } from './answer.ts';
import { stepOf } from './start.ts';
import { at, inState, packStep } from './steps.ts';
import type { AtOrder, Incoming, Picking } from './task.ts';

/*
 * The DAMAGED command, for hands that hold a scanner and broken goods: what it means is what one stands before. A case in the bin while
 * picking, what was packed last while packing; other amounts and reasons are for the screen. Scanned again it is written off.
 */

/** Damaged is for those who have goods in their hands. */
export const onlyWithGoods = ({ reader, task }: Incoming): ScanDecision => wrong(message('scanning.command.onlyWithGoods'), stepOf(reader, task));

/** A case of what is picked here, or what is left of it. */
export function damagedInBin(scanned: Picking): ScanDecision {
  const { reader, task, orders } = scanned;
  const now = stepOf(reader, task);
  const line = nextOnWalk(reader, orders, task.location);
  if (!line || task.location === null || line.location !== task.location) return wrong(message('scanning.command.nothingDamaged'), now);
  const eaches = Math.min(line.caseSize, line.remaining);
  return writtenOff(scanned, { po: line.po, line: line.line, eaches, found: { in: 'bin', location: task.location } }, { sku: line.sku, eaches, place: task.location }, now, now);
}

/** What this station packed last, while it stands on the pallet in hand. */
export function damagedOnUnit(scanned: AtOrder): ScanDecision {
  const { reader, context, task, order } = scanned;
  const now = stepOf(reader, task);
  const last = reader.last('scan', { station: context.station, undone: false }, 'stationSeq');
  if (last?.kind !== 'pack' || last.sscc === null || last.sscc !== task.sscc || last.line === null || last.sku === null) return wrong(message('scanning.command.nothingDamaged'), now);
  const { eaches, sku, sscc } = last;
  const left = Math.max(0, order.picked - order.packed);
  const unpicked = Math.max(0, order.accepted - order.picked) + eaches;
  // The line is open again, so there is something to pick.
  const next = left === 0 ? inState(at(task), 'pack.pickMore', { po: order.po, unpicked }) : packStep(reader, at(task), left, unpicked);
  return writtenOff(scanned, { po: order.po, line: last.line, eaches, found: { in: 'unit', sscc, carton: last.carton, trace: last.trace } }, { sku, eaches, place: unitName(reader, sscc) }, now, next);
}

interface Words {
  readonly sku: string;
  readonly eaches: number;
  readonly place: string;
}

function writtenOff({ reader, context, code, confirmed }: Picking | AtOrder, goods: Pick<DamagedInput, 'po' | 'line' | 'eaches' | 'found'>, words: Words, now: Step, next: Step): ScanDecision {
  if (!confirmed) return ask(code, message('scanning.command.askDamaged', { ...words }), now);
  const damaged = decideDamaged(reader, { ...goods, reason: 'damaged', code }, context);
  if (!damaged.ok) return refusedAs(damaged.refusal, now);
  return accepted(damaged.result.words, next, damaged.operations, { details: damaged.result.details });
}
