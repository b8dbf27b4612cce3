import type { PoNumber, ShipmentId } from '../../../lib/ids.ts';
import { message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { BodyOf } from '../../folds.ts';
import { unitName } from '../../handling-units/names.ts';
import { standingOn } from '../../handling-units/nesting.ts';
import { openShipments } from '../../shipment/open-shipments.ts';
import type { Act, Shipment } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';
import { unseenOf } from '../act.ts';
import type { Finding, Stake } from './finding.ts';

type Plan = Pick<Shipment, 'shipmentId' | 'pos'>;

/** Orders planned on a shipment although another station had planned them on one of its own. */
export function judgePlan(reader: Reader, { shipmentId, pos }: BodyOf<'shipment.created'>, occurrence: Occurrence): readonly Finding[] {
  const mine = { shipmentId, pos };
  return plansOf(reader, mine).flatMap((other): Finding[] => {
    const act = unseenOf(other.plannedBy, occurrence);
    return act ? [plannedTwice(reader, mine, other, act, false)] : [];
  });
}

/** A truck asked for although another station had asked for one for the same orders: two trucks come, and both are paid. */
export function judgeRequest(reader: Reader, { shipmentId }: BodyOf<'shipment.routing-requested'>, occurrence: Occurrence): readonly Finding[] {
  const mine = reader.get('shipment', { shipmentId });
  if (!mine || mine.requestedAt !== null) return [];
  return plansOf(reader, mine).flatMap((other): Finding[] => {
    const act = other.requestedAt === null ? undefined : unseenOf(other.plannedBy, occurrence);
    return act ? [plannedTwice(reader, mine, other, act, true)] : [];
  });
}

/** On a shipment that another station had cancelled meanwhile: it goes on. */
export function judgeLoadingOnCancelled(reader: Reader, { sscc, shipmentId }: BodyOf<'unit.loaded'>, occurrence: Occurrence): readonly Finding[] {
  const shipment = reader.get('shipment', { shipmentId });
  const act = shipment?.state === 'cancelled' ? unseenOf(shipment.plannedBy, occurrence) : undefined;
  if (!shipment || !act) return [];
  const words = { unit: unitName(reader, sscc), shipment: shipmentId };
  return [goesOn(reader, shipment, sscc, { act, what: message('cases.side.cancelledPlan', words) }, message('cases.side.loaded', words))];
}

/** Cancelled although another station had loaded a pallet on it meanwhile. */
export function judgePlanCancelled(reader: Reader, { shipmentId }: BodyOf<'shipment.cancelled'>, occurrence: Occurrence): readonly Finding[] {
  const shipment = reader.get('shipment', { shipmentId });
  const loaded = shipment?.state === 'loading' ? reader.find('unit', { shipmentId, state: 'loaded' }) : [];
  for (const { sscc, touchedBy } of loaded) {
    const act = unseenOf(touchedBy, occurrence);
    if (!shipment || !act) continue;
    const words = { unit: unitName(reader, sscc), shipment: shipmentId };
    return [goesOn(reader, shipment, sscc, { act, what: message('cases.side.loaded', words) }, message('cases.side.cancelledPlan', words))];
  }
  return [];
}

/** Other shipments that carry or carried any of the orders. */
function plansOf(reader: Reader, { shipmentId, pos }: Plan): Shipment[] {
  const left = pos.flatMap((po) => reader.find('unit', { po })).flatMap(({ shipmentId: on, state }) => (on === null || state !== 'departed' ? [] : [on]));
  const gone = [...new Set(left)].flatMap((on) => reader.get('shipment', { shipmentId: on }) ?? []).filter(({ state }) => state === 'departed');
  return [...openShipments(reader), ...gone].filter((other) => other.shipmentId !== shipmentId && other.pos.some((po) => pos.includes(po)));
}

function plannedTwice(reader: Reader, mine: Plan, other: Shipment, act: Act, requested: boolean): Finding {
  const pos = mine.pos.filter((po) => other.pos.includes(po));
  const [po = null] = pos;
  const stakes = toShip(reader, pos);
  const side = (shipment: ShipmentId): Finding['second'] => message(requested ? 'cases.side.requestedTruck' : 'cases.side.planned', { shipment });
  return {
    type: 'planned-twice',
    what: message('cases.plannedTwice.what', { po: po ?? '', orders: pos.length, first: other.shipmentId, second: mine.shipmentId, requested: requested ? 'yes' : 'no' }),
    first: { act, what: side(other.shipmentId) },
    second: side(mine.shipmentId),
    stakes,
    about: { po },
    joins: 'restated',
    detail: { firstPlace: other.shipmentId, secondPlace: mine.shipmentId, lines: stakes.flatMap(bothSides) },
  };
}

function goesOn(reader: Reader, { shipmentId, pos }: Shipment, sscc: string, first: Finding['first'], second: Finding['second']): Finding {
  const other = openShipments(reader).find((each) => each.shipmentId !== shipmentId && each.pos.some((po) => pos.includes(po)));
  const stakes = standingOn(reader, sscc).map(({ po, line, sku, eaches }): Stake => ({ po, line, sku, units: eaches }));
  return {
    type: 'planned-twice',
    what: message('cases.plannedTwice.loaded', { unit: unitName(reader, sscc), shipment: shipmentId }),
    first, second, stakes,
    about: { po: reader.get('unit', { sscc })?.po ?? null, sscc },
    detail: { ssccs: [sscc], firstPlace: other?.shipmentId ?? null, secondPlace: shipmentId, lines: stakes.flatMap(bothSides) },
  };
}

/** What of the orders still has to leave. */
const toShip = (reader: Reader, pos: readonly PoNumber[]): Stake[] =>
  pos.flatMap((po) => reader.find('line', { po })).flatMap(({ po, line, sku, accepted, shipped }) => (accepted > shipped ? [{ po, line, sku, units: accepted - shipped }] : []));

/** Either side means to take all of it. */
const bothSides = ({ po, line, sku, units }: Stake) => (po === null || line === null ? [] : [{ po, line, sku, first: units, second: units }]);
