import type { OperationDraft } from '../../contracts/operations.ts';
import type { Location, PoNumber } from '../../lib/ids.ts';
import { SECOND } from '../../lib/time.ts';
import { message } from '../../messages/say.ts';
import type { Refusal } from '../decision.ts';
import { awaitsLabel, hasOldLabel } from '../handling-units/labels.ts';
import { unitName } from '../handling-units/names.ts';
import { mayStandOn } from '../handling-units/nesting.ts';
import { nextUnit } from '../handling-units/open.ts';
import { packingRemarks } from '../handling-units/pallet-rules.ts';
import { leftToPack } from '../picking/pick-lines.ts';
import type { HandlingUnit, Order, PackedCarton, Trace } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { accepted, answered, ask, refusedAs, wrong, type ScanDecision, type Step } from './answer.ts';
import { traceOf } from './label.ts';
import { named } from './pick.ts';
import { cartonsOfScan, eachesOfScan, shareOut, wantedBy, type Wanted } from './quantity.ts';
import type { ProductMatch } from './resolve.ts';
import { at, cartonProduct, onUnit, packOrderStep, packStep } from './steps.ts';
import { setTask, waitingUnit, type AtOrder, type Scanned } from './task.ts';
import { NO_TRACE, withoutWaiting } from './tracing.ts';

/*
 * Packing: products and cartons onto the open pallet (or into the open carton), never more than was picked. A carton
 * with an SSCC of its own is packed once. The first product opens a pallet when none is open. Which scan comes here is declared in
 * `scenarios/pack.ts`.
 */

export const binWhilePacking = ({ reader, task, order }: AtOrder, location: Location): ScanDecision =>
  wrong(message('scanning.wrong.binWhilePacking', { location }), packOrderStep(reader, task, order));

/** "Already on pallet P": the same carton adds nothing, however often it is scanned. */
export const packedAlready = (reader: Reader, { carton, sscc }: PackedCarton, next: Step): ScanDecision =>
  answered('duplicate', message('scanning.duplicate.carton', { carton: unitName(reader, carton), unit: unitName(reader, sscc) }), next);

/** What is to be packed: the products that the scan may mean, and what its label says of them. */
export interface PackedGoods {
  readonly matches: readonly ProductMatch[];
  readonly keyed: number | null;
  /** The carton's own SSCC; null: it has none. */
  readonly carton: string | null;
  readonly label: Trace;
  /** The code that named the product. */
  readonly code: string;
}

export function packKeyed(scanned: AtOrder, quantity: number): ScanDecision {
  const { reader, task, order } = scanned;
  const only = onlyProduct(reader, order);
  if (only.length === 0) return wrong(message('scanning.wrong.quantityOfWhat'), packOrderStep(reader, task, order));
  return packProducts(scanned, { matches: only, keyed: quantity, carton: task.carton, label: NO_TRACE, code: scanned.code });
}

/** The product of an order of one line; none where there is a choice. */
function onlyProduct(reader: Reader, order: Order): ProductMatch[] {
  const [line] = order.lineCount === 1 ? reader.find('line', { po: order.po }) : [];
  const sku = line?.sku ?? null;
  const product = sku === null ? undefined : reader.get('product', { sku });
  return product ? [{ product, level: 'case', eaches: product.caseSize }] : [];
}

/** A carton with its own SSCC. What is in it: what its label says, else the order's only product, else the product scanned next. */
export function packCarton(scanned: AtOrder, carton: string, contents: readonly ProductMatch[], label: Trace): ScanDecision {
  const { reader, task, order } = scanned;
  const inside = contents.length > 0 ? contents : onlyProduct(reader, order);
  if (inside.length > 0) return packProducts(scanned, { matches: inside, keyed: scanned.quantity, carton, label, code: scanned.code });
  if (order.packed >= order.picked) return wrong(message('scanning.wrong.nothingLeftToPack', { carton: unitName(reader, carton) }), packOrderStep(reader, task, order));
  const next = cartonProduct(reader, task, carton);
  if (task.carton === carton) return answered('info', next.instruction, next);
  return accepted(message('scanning.pack.cartonNoted', { carton: unitName(reader, carton) }), next, [setTask(task, { carton, trace: withoutWaiting(task.trace) })]);
}

export function packProducts(scanned: AtOrder, goods: PackedGoods): ScanDecision {
  const { reader, task, order } = scanned;
  const { matches, keyed, carton, label, code } = goods;
  const now = packOrderStep(reader, task, order);
  // Noted here, and packed by another station since.
  const standing = carton === null ? undefined : reader.get('carton', { carton });
  if (standing) return packedAlready(reader, standing, now);
  const wanted = wantedBy(reader, [order.po], matches, leftToPack);
  if (!wanted) return wrong(message('scanning.wrong.notOnOrder', { ...named(matches[0]?.product), po: order.po }), now);
  const words = named(wanted.match.product);
  if (wanted.room === 0) {
    const unpicked = wanted.lines.some(({ line }) => line.picked < line.accepted);
    const packed = wanted.lines.reduce((sum, { line }) => sum + line.packed, 0);
    return wrong(message(unpicked ? 'scanning.wrong.pickFirst' : 'scanning.wrong.allPacked', { ...words, packed }), now);
  }
  const eaches = eachesPacked(wanted, keyed, carton);
  if (eaches === null) return wrong(message('scanning.wrong.keyQuantity', words), now);
  if (eaches > wanted.room) return wrong(message('scanning.wrong.morePackedThanPicked', { ...words, eaches, left: wanted.room }), now);
  const lines = carton === null ? wanted.lines : wanted.lines.filter(({ room }) => room >= eaches).slice(0, 1);
  if (lines.length === 0) return wrong(message('scanning.wrong.cartonOverLines', { ...words, eaches }), now);
  const target = unitToPackOn(scanned, order.po);
  if (!target.ok) return refusedAs(target.refusal, now, now.instruction);
  const { sscc, operations } = target;
  const { product, level, eaches: spoken } = wanted.match;
  const traced = traceOf(scanned, { product, eaches, label, sscc, scan: { code, level, eaches: spoken, keyed, carton }, now });
  if ('answer' in traced) return traced.answer;
  const cartons = carton === null ? cartonsOfScan(wanted.match, eaches) : 1;
  const opened = operations.some((each) => each.kind === 'unit.opened');
  const packing = packs({ ...wanted, lines }, eaches, cartons, { sscc, carton, code, keyed: keyed !== null, opened, trace: traced.trace });
  const kind = reader.get('unit', { sscc })?.kind ?? 'pallet';
  const remarks = packingRemarks(reader, { sscc, kind }, { sku: wanted.match.product.sku, eaches, cartons });
  const left = Math.max(0, order.picked - order.packed - eaches);
  // After the customer cut what was picked already there may be more to pack than was accepted.
  const finished = left === 0 && order.packed + eaches >= order.accepted;
  return answered(finished ? 'done' : 'accepted', message('scanning.pack.packed', { ...words, eaches, cartons, unit: unitName(reader, sscc) }), packStep(reader, at(task, { sscc, carton: carton === task.carton ? null : task.carton, trace: null }), left, Math.max(0, order.accepted - order.picked)), [...operations, ...packing], {
    undoable: true,
    details: [...(opened ? [message('scanning.pack.opened', { unit: unitName(reader, sscc) })] : []), ...traced.told, ...remarks],
    progress: { done: order.packed + eaches, of: order.accepted, unit: 'eaches' },
  });
}

/** A carton with a label of its own holds one case unless somebody keys another quantity. What bears serial numbers is named piece by piece. */
function eachesPacked(wanted: Wanted, keyed: number | null, carton: string | null): number | null {
  const { product, level } = wanted.match;
  if (carton !== null) return keyed ?? product.caseSize;
  return product.needs?.serial && level === 'item' ? (keyed ?? 1) : eachesOfScan(wanted, keyed);
}

/** Cartons stay with the first line of a scan that fills several, as far as its eaches make whole ones. */
function packs(wanted: Wanted, eaches: number, cartons: number, fields: { readonly sscc: string; readonly carton: string | null; readonly code: string; readonly keyed: boolean; readonly opened: boolean; readonly trace: Trace | null }): OperationDraft[] {
  const { sku, caseSize } = wanted.match.product;
  const shares = shareOut(wanted, eaches, fields.opened ? 1 : 0);
  let left = cartons;
  return shares.map((share, index) => {
    const own = index === shares.length - 1 ? left : Math.min(left, Math.floor(share.eaches / caseSize));
    left -= own;
    const { sscc, carton, code, keyed, trace } = fields;
    return {
      kind: 'unit.packed',
      body: { sscc, po: share.line.po, line: share.line.line, sku, eaches: share.eaches, cartons: own, carton: index === 0 ? carton : null, code, keyed, ...share.part, ...(trace === null ? {} : { trace }) },
    };
  });
}

type Target = { readonly ok: true; readonly sscc: string; readonly operations: readonly OperationDraft[] } | { readonly ok: false; readonly refusal: Refusal };

/** The pallet in hand; else the order's only one that waits; else a new one. */
function unitToPackOn({ reader, context, task }: Scanned, po: PoNumber): Target {
  const held = task.sscc === null ? undefined : reader.get('unit', { sscc: task.sscc });
  if (held?.state === 'open') return { ok: true, sscc: held.sscc, operations: [] };
  const waiting = waitingUnit(reader, po);
  if (waiting) return { ok: true, sscc: waiting.sscc, operations: [setTask(task, { sscc: waiting.sscc, trace: null })] };
  const next = nextUnit(reader, po, 'pallet', context.station);
  return next.ok ? { ok: true, sscc: next.operation.body.sscc, operations: [next.operation] } : next;
}

/** A label read again within so long is the same scan twice, not a wish to open the pallet. */
const SAME_SCAN = 5 * SECOND;

/** A pallet's or carton's own label while packing: take it in hand, confirm its label, or open it again. */
export function scanUnit(scanned: AtOrder, unit: HandlingUnit): ScanDecision {
  const { reader, context, task, order, code, confirmed } = scanned;
  const words = { unit: unitName(reader, unit.sscc), po: unit.po };
  const now = packOrderStep(reader, task, order);
  if (unit.po !== order.po) return wrong(message('scanning.wrong.unitOfOtherOrder', words), now);
  const nested = scanOwnCarton(scanned, unit, now);
  if (nested) return nested;
  if (awaitsLabel(reader, unit)) return confirmLabel(reader, unit, now);
  if (hasOldLabel(reader, unit)) return wrong(message('scanning.wrong.oldLabel', words), now, message('scanning.hint.newLabel'));
  switch (unit.state) {
    case 'open': {
      const next = packOrderStep(reader, onUnit(task, unit.sscc), order);
      if (task.sscc === unit.sscc) return answered('info', message('scanning.pack.inHand', words), next);
      return accepted(message('scanning.pack.takenInHand', words), next, [setTask(task, { sscc: unit.sscc, trace: null })]);
    }
    case 'closed': {
      if (!confirmed && unit.labelConfirmedAt !== null && context.now - unit.labelConfirmedAt < SAME_SCAN) return answered('duplicate', message('scanning.duplicate.label', words), now);
      if (!confirmed) return ask(code, message('scanning.pack.askReopen', words), now);
      const next = packOrderStep(reader, onUnit(task, unit.sscc), order);
      return answered('accepted', message('scanning.pack.reopened', words), next, [{ kind: 'unit.reopened', body: { sscc: unit.sscc, reason: 'scanned again' } }]);
    }
    case 'loaded':
    case 'departed':
    case 'voided':
      return wrong(message(UNIT_GONE[unit.state], words), now);
  }
}

/** A closed carton of our own while a pallet is in hand goes onto that pallet, once; undefined: it means something else here. */
function scanOwnCarton({ reader, task, code }: AtOrder, carton: HandlingUnit, now: Step): ScanDecision | undefined {
  const { sscc, parent } = carton;
  if (parent !== null) return answered('duplicate', message('scanning.duplicate.carton', { carton: unitName(reader, sscc), unit: unitName(reader, parent) }), now);
  const pallet = task.sscc === null ? undefined : reader.get('unit', { sscc: task.sscc });
  if (pallet?.state !== 'open' || carton.kind !== 'carton' || carton.state !== 'closed' || !mayStandOn(carton, pallet)) return undefined;
  const words = { carton: unitName(reader, sscc), unit: unitName(reader, pallet.sscc), eaches: carton.eaches };
  const label: readonly OperationDraft[] = awaitsLabel(reader, carton) ? [{ kind: 'unit.label-confirmed', body: { sscc } }] : [];
  return accepted(message('scanning.pack.nested', words), now, [...label, { kind: 'unit.nested', body: { sscc, on: pallet.sscc, po: carton.po, code } }]);
}

export const UNIT_GONE = {
  loaded: 'scanning.wrong.unitLoaded',
  departed: 'scanning.wrong.unitDeparted',
  voided: 'scanning.wrong.unitVoided',
} as const;

/** The label was stuck on and scanned: it is readable and on the right pallet. */
export function confirmLabel(reader: Reader, unit: HandlingUnit, next: Step): ScanDecision {
  return answered('accepted', message('scanning.pack.labelConfirmed', { unit: unitName(reader, unit.sscc) }), next, [{ kind: 'unit.label-confirmed', body: { sscc: unit.sscc } }]);
}
