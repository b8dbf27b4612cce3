import type { Location } from '../../lib/ids.ts';
import { message, type Message } from '../../messages/say.ts';
import { awaitsLabel, hasOldLabel } from '../handling-units/labels.ts';
import { unitName } from '../handling-units/names.ts';
import { binsOf, filledBins } from '../picking/bins.ts';
import { notWorkable } from '../picking/workable.ts';
import { openShipmentOf } from '../shipment/open-shipments.ts';
import type { HandlingUnit, PackedCarton, Shipment } from '../state/entities.ts';
import { emptyStock } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';
import { freeStock } from '../stock/free-stock.ts';
import { hotOrdersWaiting } from '../stock/waiting-orders.ts';
import { answered, wrong, type ScanDecision } from './answer.ts';
import { confirmLabel } from './pack.ts';
import { named } from './pick.ts';
import type { ProductMatch, ResolvedOf } from './resolve.ts';
import { stepOf } from './start.ts';
import { idleStep, packOrderStep } from './steps.ts';
import { setTask, taskOn, type Incoming } from './task.ts';

/*
 * What a code is, without counting anything. A station without a task answers so too, but takes up an open pallet and begins an order. Which
 * scan comes here is declared in `scenarios/lookup.ts`.
 */

/** So much of a list is said at a scanner; the rest is on the screens. */
const SAID = 5;

const tell = ({ reader, task }: Incoming, what: Message, details: readonly Message[] = []): ScanDecision => answered('info', what, stepOf(reader, task), [], { details });

export function lookUpProduct(scanned: Incoming, matches: readonly ProductMatch[]): ScanDecision {
  const { reader } = scanned;
  const [match] = matches;
  if (!match) return tell(scanned, message('scanning.wrong.notHere'));
  const { product } = match;
  const stock = reader.get('stock', { sku: product.sku }) ?? emptyStock(product.sku);
  const { boxed, allocated, safety } = stock;
  const bins = binsOf(reader, product.sku).map((bin) => `${bin.location} (${bin.boxed})`);
  return tell(scanned, message('scanning.lookup.product', { ...named(product), boxed, allocated, safety, free: freeStock(stock, false), caseSize: product.caseSize }), [
    message('scanning.lookup.bins', { count: bins.length, bins: bins.slice(0, SAID).join(', ') }),
    ...hotOrdersWaiting(reader, product.sku, boxed).map(({ po, eaches }) => message('scanning.receive.waits', { po, eaches, sku: product.sku })),
  ]);
}

export function lookUpBin(scanned: Incoming, location: Location): ScanDecision {
  const held = filledBins(scanned.reader, { location }).map((bin) => `${bin.sku} (${bin.boxed})`);
  return tell(scanned, message('scanning.lookup.location', { location, count: held.length, held: held.slice(0, SAID).join(', ') }));
}

export function lookUpUnit(scanned: Incoming, unit: HandlingUnit): ScanDecision {
  const { reader } = scanned;
  const contents = reader.find('content', { sscc: unit.sscc }).map(({ sku, eaches }) => `${sku} (${eaches})`);
  const shipment = unit.shipmentId === null ? openShipmentOf(reader, unit.po) : reader.get('shipment', { shipmentId: unit.shipmentId });
  return tell(scanned, message('scanning.lookup.unit', unitWords(reader, unit)), [
    ...(contents.length === 0 ? [] : [message('scanning.lookup.contents', { contents: contents.slice(0, SAID).join(', '), more: Math.max(0, contents.length - SAID) })]),
    shipmentWords(shipment),
  ]);
}

const unitWords = (reader: Reader, { sscc, po, state, eaches, cartons }: HandlingUnit): Message['params'] => ({ unit: unitName(reader, sscc), po, state, eaches, cartons });

function shipmentWords(shipment: Shipment | undefined): Message {
  if (!shipment) return message('scanning.lookup.noShipment');
  const { state, arn, scac, appointment, departedAt } = shipment;
  const words = { state, carrier: [scac, arn].filter((text) => text !== null).join(' ') };
  if (departedAt !== null) return message('scanning.lookup.departed', { ...words, departedAt });
  return appointment === null ? message('scanning.lookup.shipment', words) : message('scanning.lookup.shipmentAt', { ...words, pickupAt: appointment });
}

export function lookUpCarton(scanned: Incoming, { carton, sscc, po, line, eaches }: PackedCarton): ScanDecision {
  const { reader } = scanned;
  const sku = reader.get('line', { po, line })?.sku ?? '';
  return tell(scanned, message('scanning.lookup.carton', { carton: unitName(reader, carton), unit: unitName(reader, sscc), po, eaches, sku }));
}

/** An order, or its pick list: how far it is, and whether the list is still right. Nothing begins. */
export function lookUpOrder(scanned: Incoming, { order, revision }: ResolvedOf<'order'>): ScanDecision {
  const { po, hpo, state, accepted, picked, packed, shipped, shipBy } = order;
  const stopped = notWorkable(order);
  return tell(scanned, message('scanning.lookup.order', { po, hpo: hpo ? 'yes' : 'no', state, accepted, picked, packed, shipped }), [
    ...(revision !== null && revision < order.revision ? [message('scanning.lookup.outdatedList', { printed: revision, now: order.revision })] : []),
    ...(stopped ? [stopped] : shipBy === null ? [] : [message('scanning.lookup.shipBy', { shipByAt: shipBy })]),
  ]);
}

/** A station without a task goes on with an open pallet, and confirms the label of a closed one. */
export function takeUpUnit(scanned: Incoming, unit: HandlingUnit): ScanDecision {
  const { reader, context } = scanned;
  const next = idleStep();
  if (awaitsLabel(reader, unit)) return confirmLabel(reader, unit, next);
  if (hasOldLabel(reader, unit)) return wrong(message('scanning.wrong.oldLabel', unitWords(reader, unit)), next, message('scanning.hint.newLabel'));
  const order = reader.get('order', { po: unit.po });
  if (unit.state !== 'open' || !order) return lookUpUnit(scanned, unit);
  const stopped = notWorkable(order);
  if (stopped) return wrong(stopped, next);
  const task = { ...taskOn(reader, context, 'pack', unit.po), sscc: unit.sscc };
  return answered('accepted', message('scanning.pack.takenInHand', unitWords(reader, unit)), packOrderStep(reader, task, order), [setTask(task)]);
}
