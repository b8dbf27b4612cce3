import { message, type Message } from '../../messages/say.ts';
import { unitName } from '../handling-units/names.ts';
import { nextPick } from '../picking/pick-lines.ts';
import type { Order, Shipment, Task } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import type { Accepts, Step } from './answer.ts';

/*
 * The steps of the four tasks: what each asks for in words and what it takes. A step after a scan is told what the scan
 * changed, because the decision is made before the operations are folded.
 */

type Place = Pick<Task, 'kind' | 'po' | 'location' | 'sku' | 'sscc' | 'shipmentId'>;

/** The task as a step sees it. */
export const at = (task: Place, change: Partial<Place> = {}): Place => ({ ...task, ...change });

const step = (place: Place | null, instruction: Message, accepts: readonly Accepts[]): Step => ({
  task: place?.kind ?? null, po: place?.po ?? null, location: place?.location ?? null, sku: place?.sku ?? null, sscc: place?.sscc ?? null,
  shipmentId: place?.shipmentId ?? null, instruction, accepts,
});

export const idleStep = (): Step => step(null, message('scanning.step.idle'), ['order', 'pallet', 'product', 'location', 'command']);

/** The order may not be worked on any longer: why, and away from it. */
export const stoppedStep = (place: Place, why: Message): Step => step(place, why, ['command', 'order']);

export const pickProduct = (place: Place, sku: string, left: number): Step =>
  step(place, message('scanning.step.pickProduct', { sku, left, location: place.location ?? '', located: place.location === null ? 'no' : 'yes' }), ['product', 'location', 'quantity', 'order', 'command']);

export const pickNextLine = (place: Place): Step => step(place, message('scanning.step.pickNextLine'), ['location', 'product', 'order', 'command']);

export const allPicked = (place: Place): Step => step(place, message('scanning.step.allPicked', { po: place.po ?? '' }), ['command', 'order']);

/** What picking wants now. Looks at every line, so it is for answers that change nothing. */
export function pickStep(reader: Reader, task: Task, order: Order): Step {
  const next = nextPick(reader, order.po, task.location);
  if (!next) return order.picked < order.accepted ? step(task, message('scanning.step.restIsShort', { po: order.po }), ['command', 'product', 'order']) : allPicked(task);
  if (next.location === null) return pickProduct(task, next.sku, next.remaining);
  if (next.location === task.location) return pickProduct(at(task, { sku: next.sku }), next.sku, next.remaining);
  return step(at(task, { sku: next.sku }), message('scanning.step.goToBin', { location: next.location, sku: next.sku, left: next.remaining }), ['location', 'product', 'order', 'command']);
}

/** What packing wants, `left` eaches being picked and not packed, and `unpicked` not even picked. */
export function packStep(reader: Reader, place: Place, left: number, unpicked: number): Step {
  if (left === 0 && unpicked === 0) {
    const key = place.sscc === null ? 'scanning.step.allPacked' : 'scanning.step.allPackedClose';
    return step(place, message(key, { po: place.po ?? '' }), ['command', 'pallet', 'order']);
  }
  if (left === 0 && place.po !== null && !nextPick(reader, place.po)) return step(place, message('scanning.step.packedRestIsShort', { po: place.po }), ['command', 'order', 'pallet']);
  if (left === 0) return step(place, message('scanning.step.pickMore', { po: place.po ?? '', unpicked }), ['command', 'order', 'pallet']);
  if (place.sscc === null) return step(place, message('scanning.step.openUnit', { left }), ['command', 'product', 'carton', 'pallet', 'order']);
  return step(place, message('scanning.step.packOn', { unit: unitName(reader, place.sscc), left }), ['product', 'carton', 'quantity', 'pallet', 'command', 'order']);
}

export const packOrderStep = (reader: Reader, place: Place, order: Order): Step =>
  packStep(reader, place, Math.max(0, order.picked - order.packed), Math.max(0, order.accepted - order.picked));

export const cartonProduct = (reader: Reader, place: Place, carton: string): Step =>
  step(place, message('scanning.step.cartonProduct', { carton: unitName(reader, carton) }), ['product', 'command']);

export const loadStep = (place: Place, shipment: Shipment | null, loaded: number, of: number): Step => {
  const here = at(place, { shipmentId: shipment?.shipmentId ?? null });
  if (shipment === null) return step(here, message('scanning.step.noShipment'), ['pallet', 'order', 'command']);
  if (of > 0 && loaded >= of) return step(here, message('scanning.step.allLoaded', { loaded }), ['command', 'pallet', 'order']);
  return step(here, message('scanning.step.load', { loaded, of }), ['pallet', 'command', 'order']);
};

export function countStep(place: Place): Step {
  if (place.location === null) return step(place, message('scanning.step.countBin'), ['location', 'command', 'order']);
  if (place.sku === null) return step(place, message('scanning.step.countProduct', { location: place.location }), ['product', 'location', 'command', 'order']);
  return step(place, message('scanning.step.countQuantity', { location: place.location, sku: place.sku }), ['quantity', 'product', 'location', 'command', 'order']);
}
