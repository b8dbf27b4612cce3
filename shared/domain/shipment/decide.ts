import type { PoNumber, ShipmentId } from '../../lib/ids.ts';
import { shipmentId } from '../../lib/ids.ts';
import { dateIn, type Instant } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import { decided, done, refuse, type Context, type Decision, type Refusal } from '../decision.ts';
import { unitName } from '../handling-units/names.ts';
import { notWorkable } from '../picking/workable.ts';
import type { Act } from '../staffing/rights.ts';
import { requireRight } from '../staffing/rights.ts';
import type { Order, Shipment } from '../state/entities.ts';
import { settingsOf } from '../state/totals.ts';
import { nextSerial } from '../sync/serials.ts';
import type { Reader } from '../state/world.ts';
import { openShipmentOf } from './open-shipments.ts';
import { otherPlan, plannedTwice } from './planned-twice.ts';
import { hasPrintedBill } from './printed-bill.ts';
import { proposeRouting } from './propose.ts';
import { earliestPickup, pickupAllowed, pickupOn } from './routing-rule.ts';

type Refused = { readonly ok: false; readonly refusal: Refusal };
type Found = { readonly ok: true; readonly shipment: Shipment; readonly where: string } | Refused;

/** The shipment, when the actor may act on it and it has not left. */
function openShipment(reader: Reader, context: Context, act: Act, id: ShipmentId): Found {
  const where = `shipment ${id}`;
  const forbidden = requireRight(context, act, where);
  if (forbidden) return forbidden;
  const shipment = reader.get('shipment', { shipmentId: id });
  if (!shipment) return refuse('shipment.refused.unknown', where, { shipmentId: id });
  if (shipment.state === 'cancelled') return refuse('shipment.refused.cancelled', where, { shipmentId: id });
  return { ok: true, shipment, where };
}

export interface CreateInput {
  readonly pos: readonly PoNumber[];
  readonly freightTerm: 'collect' | 'prepaid';
}

/**
 * Plans a shipment for orders of one vendor code to one FC (Amazon: one confirmation = one vendor code, one truck, one
 * FC). Freight figures are prefilled from the pallets on hand and the item master.
 */
export function decideShipmentCreate(reader: Reader, { pos, freightTerm }: CreateInput, context: Context): Decision<{ readonly shipmentId: ShipmentId }> {
  const wanted = [...new Set(pos)];
  const where = wanted.map((po) => `PO ${po}`).join(', ');
  const forbidden = requireRight(context, 'routing', where);
  if (forbidden) return forbidden;
  const orders: Order[] = [];
  for (const po of wanted) {
    const order = reader.get('order', { po });
    if (!order) return refuse('shipment.refused.unknownOrder', `PO ${po}`, { po });
    const stopped = notWorkable(order);
    if (stopped) return refuse(stopped.key, `PO ${po}`, stopped.params);
    const other = openShipmentOf(reader, po);
    if (other) return refuse('shipment.refused.alreadyPlanned', `PO ${po}`, { po, shipmentId: other.shipmentId }, 'shipment.hint.useThat');
    orders.push(order);
  }
  const [first, ...others] = orders;
  if (!first) return refuse('shipment.refused.noOrders', where);
  const stranger = others.find((order) => order.shipToId !== first.shipToId || order.vendorCode !== first.vendorCode);
  if (stranger) return refuse('shipment.refused.otherDestination', `PO ${stranger.po}`, { po: stranger.po, first: first.po }, 'shipment.hint.oneTruck');
  const serial = nextSerial(reader, context.station, 'shipment');
  const id = shipmentId(`SH${String(serial).padStart(6, '0')}-${uniqueTail(context.newId())}`);
  const { cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres } = proposeRouting(reader, wanted);
  return decided(
    [
      { kind: 'shipment.created', body: { shipmentId: id, serial, pos: wanted, freightTerm } },
      {
        kind: 'shipment.changed',
        body: {
          shipmentId: id, freightTerm, freightReady: null, cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres,
          arn: null, scac: null, pro: null, bol: null, appointment: null,
        },
      },
    ],
    { shipmentId: id },
  );
}

/** Serials are a station's own; the tail keeps two stations' shipments apart, as Amazon wants ids unique for 365 days. */
const uniqueTail = (id: string): string => id.replace(/[^0-9a-z]/gi, '').slice(-6).toUpperCase();

type Changeable = Pick<
  Shipment,
  | 'freightTerm' | 'freightReady' | 'cartons' | 'palletsStackable' | 'palletsNonStackable' | 'weightGrams' | 'volumeCubicCentimetres' | 'arn' | 'scac' | 'pro'
  | 'bol' | 'appointment'
>;

/** Fields left out stay as they are. */
export type ShipmentPatch = { readonly shipmentId: ShipmentId } & Partial<Changeable>;

/** Freight figures, and what the carrier and Amazon answer later: ARN, SCAC, PRO, BOL, appointment. */
export function decideShipmentChange(reader: Reader, { shipmentId: id, ...patch }: ShipmentPatch, context: Context): Decision {
  const found = openShipment(reader, context, 'routing', id);
  if (!found.ok) return found;
  const { shipment, where } = found;
  const next = tidy({ ...changeable(shipment), ...patch });
  const fault = faultOf(reader, shipment, next);
  if (fault) return refuse(fault.key, where, fault.params, HINTS[fault.key] ?? null);
  return done({ kind: 'shipment.changed', body: { shipmentId: id, ...next } });
}

const changeable = ({ freightTerm, freightReady, cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres, arn, scac, pro, bol, appointment }: Shipment): Changeable => ({
  freightTerm, freightReady, cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres, arn, scac, pro, bol, appointment,
});

const text = (value: string | null): string | null => (value === null || value.trim() === '' ? null : value.trim());

const tidy = (fields: Changeable): Changeable => ({
  ...fields, arn: text(fields.arn), scac: text(fields.scac)?.toUpperCase() ?? null, pro: text(fields.pro), bol: text(fields.bol)?.toUpperCase() ?? null,
});

const HINTS: { readonly [Key in Message['key']]?: Message['key'] } = {
  'shipment.refused.scac': 'shipment.hint.scac',
  'shipment.refused.bolShape': 'shipment.hint.bol',
  'shipment.refused.bolTaken': 'shipment.hint.bol',
  'shipment.refused.bolPrinted': 'shipment.hint.bolPrinted',
  'shipment.refused.bolRemoved': 'shipment.hint.bolRemoved',
};

function faultOf(reader: Reader, before: Shipment, next: Changeable): Message | undefined {
  if (next.scac !== null && !/^[A-Z]{2,4}$/.test(next.scac)) return message('shipment.refused.scac', { scac: next.scac });
  if (next.bol !== null && !/^[A-Z0-9-]{8,40}$/.test(next.bol)) return message('shipment.refused.bolShape', { bol: next.bol });
  const owner = next.bol === null ? undefined : reader.find('shipment', { bol: next.bol }).find((other) => other.shipmentId !== before.shipmentId);
  if (owner) return message('shipment.refused.bolTaken', { bol: next.bol ?? '', shipmentId: owner.shipmentId });
  if (before.bol !== null && next.bol !== before.bol && hasPrintedBill(reader, before)) return message('shipment.refused.bolPrinted', { bol: before.bol });
  if (before.bol !== null && next.bol === null) return message('shipment.refused.bolRemoved', { bol: before.bol });
  const long = [next.arn, next.pro].find((value) => value !== null && value.length > 40);
  if (long !== undefined) return message('shipment.refused.tooLong', { value: long?.slice(0, 60) ?? '' });
  if (next.freightTerm !== before.freightTerm && before.requestedAt !== null) return message('shipment.refused.termFixed');
  if (before.state === 'departed' && figuresDiffer(before, next)) return message('shipment.refused.leftAlready', { shipmentId: before.shipmentId });
  return undefined;
}

/** What left is what it was; references may still arrive afterwards. */
const figuresDiffer = (before: Shipment, next: Changeable): boolean =>
  (['freightTerm', 'freightReady', 'cartons', 'palletsStackable', 'palletsNonStackable', 'weightGrams', 'volumeCubicCentimetres'] as const).some((field) => before[field] !== next[field]);

export interface RoutingInput {
  readonly shipmentId: ShipmentId;
  /** What the carrier team agreed to by telephone, when the pickup is sooner than Amazon's rule; null otherwise. */
  readonly agreed: string | null;
}

/**
 * Asks Amazon for a truck. Only for collect freight, only for completely acknowledged orders, only at least two business
 * days ahead: with less, what remains is prepaid or parcel freight, a word of the carrier team, or rejecting the rest.
 */
export function decideRoutingRequest(reader: Reader, { shipmentId: id, agreed }: RoutingInput, context: Context): Decision<{ readonly warnings: readonly Message[] }> {
  const found = openShipment(reader, context, 'routing', id);
  if (!found.ok) return found;
  const { shipment, where } = found;
  const settings = settingsOf(reader);
  if (shipment.freightTerm === 'prepaid') return refuse('shipment.refused.prepaid', where, {}, 'shipment.hint.prepaid');
  if (shipment.state === 'departed') return refuse('shipment.refused.leftAlready', where, { shipmentId: id });
  const asked = plannedTwice(reader, id).flatMap((found) => reader.get('shipment', { shipmentId: shipmentId(otherPlan(found, id) ?? '') }) ?? []).find((other) => other.requestedAt !== null);
  if (asked) return refuse('shipment.refused.plannedTwice', where, { shipmentId: asked.shipmentId }, 'shipment.hint.decideCase');
  for (const po of shipment.pos) {
    const order = reader.get('order', { po });
    if (!order || order.acknowledgementVersion === 0 || openUnits(order) > 0) return refuse('shipment.refused.notAcknowledged', `PO ${po}`, { po, open: order ? openUnits(order) : 0 }, 'shipment.hint.acknowledge');
  }
  const { freightReady } = shipment;
  if (freightReady === null) return refuse('shipment.refused.noFreightReady', where, {}, 'shipment.hint.freightReady');
  if (freightReady < context.now) return refuse('shipment.refused.freightReadyPast', where, {}, 'shipment.hint.freightReady');
  if (shipment.weightGrams === 0 || shipment.volumeCubicCentimetres === 0 || shipment.cartons + shipment.palletsStackable + shipment.palletsNonStackable === 0) {
    return refuse('shipment.refused.noFigures', where, {}, 'shipment.hint.figures');
  }
  const allowed = pickupAllowed(context.now, freightReady, settings);
  const first = earliestPickup(context.now, settings);
  const params = { days: settings.routingBusinessDays, firstDay: first, wantedDay: dateIn(settings.zone, freightReady) };
  if (!allowed && agreed === null) return refuse('shipment.refused.tooSoon', where, params, hintFor(reader, shipment, pickupOn(first, settings)));
  const late = shipment.pos.flatMap((po) => {
    const shipBy = reader.get('order', { po })?.shipBy ?? null;
    return shipBy !== null && freightReady > shipBy ? [message('shipment.warning.afterWindow', { po })] : [];
  });
  const warnings = allowed ? late : [message('shipment.warning.tooSoon', params), ...late];
  return decided([{ kind: 'shipment.routing-requested', body: { shipmentId: id, ...(allowed || agreed === null ? {} : { agreed }) } }], { warnings });
}

const openUnits = ({ requested, accepted, rejected, backordered }: Order): number => Math.max(0, requested - accepted - rejected - backordered);

/** Where the window allows a later day, that day; else what remains. */
function hintFor(reader: Reader, { pos }: Shipment, firstPickup: Instant): Message {
  const clash = pos.some((po) => {
    const shipBy = reader.get('order', { po })?.shipBy ?? null;
    return shipBy !== null && shipBy < firstPickup;
  });
  return message(clash ? 'shipment.hint.whatRemains' : 'shipment.hint.laterDay');
}

/** Takes a loaded unit off the truck again. */
export function decideUnload(reader: Reader, { shipmentId: id, sscc }: { readonly shipmentId: ShipmentId; readonly sscc: string }, context: Context): Decision {
  const found = openShipment(reader, context, 'load', id);
  if (!found.ok) return found;
  const unit = reader.get('unit', { sscc });
  const words = { unit: unitName(reader, sscc), shipmentId: id };
  if (!unit || unit.shipmentId !== id) return refuse('shipment.refused.notOnIt', words.unit, words);
  if (unit.state !== 'loaded') return refuse('shipment.refused.leftAlready', words.unit, words);
  return done({ kind: 'unit.unloaded', body: { sscc, shipmentId: id } });
}
