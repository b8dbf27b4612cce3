import type { OperationDraft } from '../../contracts/operations.ts';
import type { Location, PoNumber } from '../../lib/ids.ts';
import { message } from '../../messages/say.ts';
import type { Refusal } from '../decision.ts';
import { unitName } from '../handling-units/names.ts';
import { nextUnit } from '../handling-units/open.ts';
import { packingRemarks } from '../handling-units/pallet-rules.ts';
import { leftToPack } from '../picking/pick-lines.ts';
import type { HandlingUnit, Order, PackedCarton } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { accepted, answered, ask, wrong, type ScanDecision, type Step } from './answer.ts';
import { named } from './pick.ts';
import { cartonsOfScan, eachesOfScan, shareOut, wantedBy, type Wanted } from './quantity.ts';
import type { ProductMatch } from './resolve.ts';
import { at, cartonProduct, packOrderStep, packStep } from './steps.ts';
import { setTask, waitingUnit, type AtOrder, type Scanned } from './task.ts';

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

export function packKeyed(scanned: AtOrder, quantity: number): ScanDecision {
  const { reader, task, order } = scanned;
  const only = onlyProduct(reader, order);
  if (only.length === 0) return wrong(message('scanning.wrong.quantityOfWhat'), packOrderStep(reader, task, order));
  return packProducts(scanned, only, quantity, task.carton);
}

/** The product of an order of one line; none where there is a choice. */
function onlyProduct(reader: Reader, order: Order): ProductMatch[] {
  const [line] = order.lineCount === 1 ? reader.find('line', { po: order.po }) : [];
  const sku = line?.sku ?? null;
  const product = sku === null ? undefined : reader.get('product', { sku });
  return product ? [{ product, level: 'case', eaches: product.caseSize }] : [];
}

/** A carton with its own SSCC. What is in it: what its label says, else the order's only product, else the product scanned next. */
export function packCarton(scanned: AtOrder, carton: string, contents: readonly ProductMatch[]): ScanDecision {
  const { reader, task, order } = scanned;
  const inside = contents.length > 0 ? contents : onlyProduct(reader, order);
  if (inside.length > 0) return packProducts(scanned, inside, scanned.quantity, carton);
  if (order.packed >= order.picked) return wrong(message('scanning.wrong.nothingLeftToPack', { carton: unitName(reader, carton) }), packOrderStep(reader, task, order));
  const next = cartonProduct(reader, task, carton);
  if (task.carton === carton) return answered('info', next.instruction, next);
  return accepted(message('scanning.pack.cartonNoted', { carton: unitName(reader, carton) }), next, [setTask(task, { carton })]);
}

export function packProducts(scanned: AtOrder, matches: readonly ProductMatch[], keyed: number | null, carton: string | null): ScanDecision {
  const { reader, task, order, code } = scanned;
  const now = packOrderStep(reader, task, order);
  const wanted = wantedBy(reader, order.po, matches, leftToPack);
  if (!wanted) return wrong(message('scanning.wrong.notOnOrder', { ...named(matches[0]?.product), po: order.po }), now);
  const words = named(wanted.match.product);
  if (wanted.room === 0) {
    const unpicked = wanted.lines.some(({ line }) => line.picked < line.accepted);
    const packed = wanted.lines.reduce((sum, { line }) => sum + line.packed, 0);
    return wrong(message(unpicked ? 'scanning.wrong.pickFirst' : 'scanning.wrong.allPacked', { ...words, packed }), now);
  }
  // A carton with a label of its own holds one case unless somebody keys another quantity.
  const eaches = carton === null ? eachesOfScan(wanted, keyed) : (keyed ?? wanted.match.product.caseSize);
  if (eaches === null) return wrong(message('scanning.wrong.keyQuantity', words), now);
  if (eaches > wanted.room) return wrong(message('scanning.wrong.morePackedThanPicked', { ...words, eaches, left: wanted.room }), now);
  const lines = carton === null ? wanted.lines : wanted.lines.filter(({ room }) => room >= eaches).slice(0, 1);
  if (lines.length === 0) return wrong(message('scanning.wrong.cartonOverLines', { ...words, eaches }), now);
  const target = unitToPackOn(scanned, order.po);
  if (!target.ok) return wrong(message(target.refusal.code, target.refusal.params), now, target.refusal.hint ?? now.instruction);
  const { sscc, operations } = target;
  const cartons = carton === null ? cartonsOfScan(wanted.match, eaches) : 1;
  const opened = operations.some((each) => each.kind === 'unit.opened');
  const packing = packs({ ...wanted, lines }, eaches, cartons, { sscc, carton, code, keyed: keyed !== null, opened });
  const kind = reader.get('unit', { sscc })?.kind ?? 'pallet';
  const remarks = packingRemarks(reader, { sscc, kind }, { sku: wanted.match.product.sku, eaches, cartons });
  const left = Math.max(0, order.picked - order.packed - eaches);
  const finished = order.packed + eaches >= order.accepted;
  return answered(finished ? 'done' : 'accepted', message('scanning.pack.packed', { ...words, eaches, cartons, unit: unitName(reader, sscc) }), packStep(reader, at(task, { sscc, carton: carton === task.carton ? null : task.carton }), left, Math.max(0, order.accepted - order.picked)), [...operations, ...packing], {
    undoable: true,
    details: [...(opened ? [message('scanning.pack.opened', { unit: unitName(reader, sscc) })] : []), ...remarks],
    progress: { done: order.packed + eaches, of: order.accepted, unit: 'eaches' },
  });
}

/** Cartons stay with the first line of a scan that fills several, as far as its eaches make whole ones. */
function packs(wanted: Wanted, eaches: number, cartons: number, fields: { readonly sscc: string; readonly carton: string | null; readonly code: string; readonly keyed: boolean; readonly opened: boolean }): OperationDraft[] {
  const { sku, caseSize } = wanted.match.product;
  const shares = shareOut(wanted, eaches, fields.opened ? 1 : 0);
  let left = cartons;
  return shares.map((share, index) => {
    const own = index === shares.length - 1 ? left : Math.min(left, Math.floor(share.eaches / caseSize));
    left -= own;
    const { sscc, carton, code, keyed } = fields;
    return {
      kind: 'unit.packed',
      body: { sscc, po: share.line.po, line: share.line.line, sku, eaches: share.eaches, cartons: own, carton: index === 0 ? carton : null, code, keyed, ...share.part },
    };
  });
}

type Target = { readonly ok: true; readonly sscc: string; readonly operations: readonly OperationDraft[] } | { readonly ok: false; readonly refusal: Refusal };

/** The pallet in hand; else the order's only one that waits; else a new one. */
function unitToPackOn({ reader, context, task }: Scanned, po: PoNumber): Target {
  const held = task.sscc === null ? undefined : reader.get('unit', { sscc: task.sscc });
  if (held?.state === 'open') return { ok: true, sscc: held.sscc, operations: [] };
  const waiting = waitingUnit(reader, po);
  if (waiting) return { ok: true, sscc: waiting.sscc, operations: [setTask(task, { sscc: waiting.sscc })] };
  const next = nextUnit(reader, po, 'pallet', context.station);
  return next.ok ? { ok: true, sscc: next.operation.body.sscc, operations: [next.operation] } : next;
}

/** A pallet's or carton's own label while packing: take it in hand, confirm its label, or open it again. */
export function scanUnit(scanned: AtOrder, unit: HandlingUnit): ScanDecision {
  const { reader, task, order, code, confirmed } = scanned;
  const words = { unit: unitName(reader, unit.sscc), po: unit.po };
  const now = packOrderStep(reader, task, order);
  if (unit.po !== order.po) return wrong(message('scanning.wrong.unitOfOtherOrder', words), now);
  if (unit.labelPrints > 0 && unit.labelConfirmedAt === null && (unit.state === 'open' || unit.state === 'closed')) return confirmLabel(reader, unit, now);
  switch (unit.state) {
    case 'open': {
      const next = packOrderStep(reader, at(task, { sscc: unit.sscc }), order);
      if (task.sscc === unit.sscc) return answered('info', message('scanning.pack.inHand', words), next);
      return accepted(message('scanning.pack.takenInHand', words), next, [setTask(task, { sscc: unit.sscc })]);
    }
    case 'closed': {
      if (!confirmed) return ask(code, message('scanning.pack.askReopen', words), now);
      const next = packOrderStep(reader, at(task, { sscc: unit.sscc }), order);
      return answered('accepted', message('scanning.pack.reopened', words), next, [{ kind: 'unit.reopened', body: { sscc: unit.sscc, reason: 'scanned again' } }]);
    }
    case 'loaded':
    case 'departed':
    case 'voided':
      return wrong(message(UNIT_GONE[unit.state], words), now);
  }
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
