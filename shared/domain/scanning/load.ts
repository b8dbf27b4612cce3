import { message } from '../../messages/say.ts';
import { unitName } from '../handling-units/names.ts';
import { notWorkable } from '../picking/workable.ts';
import { loadingView, unitsToLoad } from '../shipment/loading-view.ts';
import { openShipmentOf } from '../shipment/open-shipments.ts';
import type { HandlingUnit, PackedCarton, Shipment, Task } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { answered, wrong, type ScanDecision, type Step } from './answer.ts';
import { UNIT_GONE } from './pack.ts';
import { loadStep } from './steps.ts';
import { setTask, type Scanned } from './task.ts';

/*
 * Loading: only closed pallets and cartons of the shipment's own orders go onto its truck. Which scan comes here is declared in
 * `scenarios/load.ts`.
 */

export const cartonWhileLoading = ({ reader, task }: Scanned, { carton, sscc }: PackedCarton): ScanDecision =>
  wrong(message('scanning.wrong.cartonOnPallet', { carton: unitName(reader, carton), unit: unitName(reader, sscc) }), loadingStep(reader, task));

export const unknownWhileLoading = ({ reader, task }: Scanned, sscc: string): ScanDecision =>
  wrong(message('scanning.wrong.unknownUnit', { unit: unitName(reader, sscc) }), loadingStep(reader, task));

/** The truck at the door: the one the task names while it has not left, else the one planned for the order. */
export function shipmentAtDoor(reader: Reader, { shipmentId, po }: Pick<Task, 'shipmentId' | 'po'>): Shipment | null {
  const named = shipmentId === null ? undefined : reader.get('shipment', { shipmentId });
  if (named && named.state !== 'departed' && named.state !== 'cancelled') return named;
  return (po === null ? undefined : openShipmentOf(reader, po)) ?? null;
}

export function loadingStep(reader: Reader, task: Task, extra = 0): Step {
  const shipment = shipmentAtDoor(reader, task);
  if (shipment === null) return loadStep(task, null, 0, 0);
  const view = loadingView(reader, shipment);
  return loadStep(task, shipment, view.loaded.length + extra, unitsToLoad(view));
}

export function loadUnit({ reader, task, code }: Scanned, unit: HandlingUnit): ScanDecision {
  const now = loadingStep(reader, task);
  const words = { unit: unitName(reader, unit.sscc), po: unit.po };
  if (unit.parent !== null) return wrong(message('scanning.wrong.cartonOnPallet', { carton: words.unit, unit: unitName(reader, unit.parent) }), now);
  const shipment = shipmentAtDoor(reader, task.shipmentId === null && task.po === null ? { shipmentId: null, po: unit.po } : task);
  if (shipment === null) return wrong(message('scanning.wrong.noShipment', { po: task.po ?? unit.po }), now);
  if (!shipment.pos.includes(unit.po)) return wrong(message('scanning.wrong.unitOfOtherShipment', { ...words, pos: shipment.pos.join(', ') }), now);
  switch (unit.state) {
    case 'loaded':
      if (unit.shipmentId === shipment.shipmentId) return answered('duplicate', message('scanning.duplicate.loaded', words), now);
      return wrong(message('scanning.wrong.unitLoaded', words), now);
    case 'departed':
    case 'voided':
      return wrong(message(UNIT_GONE[unit.state], words), now);
    case 'open':
      return wrong(message('scanning.wrong.unitOpen', words), now);
    case 'closed': {
      const order = reader.get('order', { po: unit.po });
      const stopped = order && notWorkable(order);
      if (stopped) return wrong(stopped, now);
      return load({ reader, task, code }, shipment, unit, words);
    }
  }
}

function load({ reader, task, code }: Pick<Scanned, 'reader' | 'task' | 'code'>, shipment: Shipment, unit: HandlingUnit, words: { readonly unit: string; readonly po: string }): ScanDecision {
  const { shipmentId } = shipment;
  const view = loadingView(reader, shipment);
  const loaded = view.loaded.length + 1;
  const of = unitsToLoad(view);
  const atDoor = task.shipmentId === shipmentId ? [] : [setTask(task, { shipmentId })];
  return answered(loaded >= of ? 'done' : 'accepted', message('scanning.load.loaded', { ...words, loaded, of }), loadStep(task, shipment, loaded, of), [
    ...atDoor,
    { kind: 'unit.loaded', body: { sscc: unit.sscc, shipmentId, code } },
  ], { undoable: true, progress: { done: loaded, of, unit: 'pallets' } });
}
