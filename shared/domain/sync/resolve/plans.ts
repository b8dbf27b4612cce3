import type { OperationDraft } from '../../../contracts/operations.ts';
import { shipmentId as asShipmentId } from '../../../lib/ids.ts';
import { message, type Message } from '../../../messages/say.ts';
import { decided } from '../../decision.ts';
import { isHeldBack } from '../../shipment/held-back.ts';
import type { Case, CaseDecision, OutgoingDocument, Shipment } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';
import { asItStands, type Remedy } from './remedy.ts';
import { moving, takingBack } from './units.ts';

/** One order on two shipments: one of them goes on and takes over the other's pallets, or two trucks are wanted. */
export function plannedTwiceRemedies(reader: Reader, { detail }: Case): readonly Remedy[] {
  const [first, second] = [planOf(reader, detail.firstPlace), planOf(reader, detail.secondPlace)];
  if (!first || !second || first.state === 'cancelled' || second.state === 'cancelled') return [asItStands('noted', message('cases.do.onePlanLeft', {}))];
  const keep = [keeping(reader, 'keep-first', first, second), keeping(reader, 'keep-second', second, first)].flatMap((remedy) => remedy ?? []);
  const both = { ...asking(reader, [first, second]), decision: 'keep-both', consequence: message('cases.do.twoTrucks', { first: first.shipmentId, second: second.shipmentId }) } satisfies Remedy;
  // What Amazon has answered already is cheaper kept than cancelled.
  return isUnderWay(second) && !isUnderWay(first) ? [...keep.reverse(), both] : [...keep, both];
}

const planOf = (reader: Reader, place: string | null): Shipment | undefined => (place === null ? undefined : reader.get('shipment', { shipmentId: asShipmentId(place) }));

const isUnderWay = ({ state, arn, scac }: Shipment): boolean => state === 'loading' || state === 'departed' || arn !== null || scac !== null;

/** Undefined where the other one has left: what is gone cannot be cancelled. */
function keeping(reader: Reader, decision: CaseDecision, kept: Shipment, given: Shipment): Remedy | undefined {
  if (given.state === 'departed') return undefined;
  const loaded = reader.find('unit', { shipmentId: given.shipmentId, state: 'loaded' });
  const alone = given.pos.filter((po) => !kept.pos.includes(po));
  return {
    decision,
    consequence: message('cases.do.cancelPlan', { kept: kept.shipmentId, given: given.shipmentId, pallets: loaded.length }),
    carryOut: (_context, note) => {
      const moves = loaded.flatMap((unit) => (kept.state !== 'departed' && kept.pos.includes(unit.po) ? moving(reader, unit, kept.shipmentId) : takingBack(unit)));
      const reason = note ?? 'decided as a case';
      const documents = requestsOf(reader, given);
      return decided(
        [...moves, ...documents.filter(({ state }) => state === 'prepared').map((row) => withdrawal(row, reason)), { kind: 'shipment.cancelled', body: { shipmentId: given.shipmentId, reason } }, ...askedAnew(reader, kept)],
        { next: nextOf(given, documents, alone) },
      );
    },
  };
}

/** What a person has to do where a program cannot: Amazon knows of the truck, or other orders have none now. */
function nextOf(given: Shipment, documents: readonly OutgoingDocument[], alone: Shipment['pos']): Message | null {
  if (documents.some(({ state }) => state === 'handed-over' || state === 'confirmed')) return message('cases.next.cancelTruck', { shipment: given.shipmentId });
  return alone.length === 0 ? null : message('cases.next.planAnew', { pos: alone.join(', ') });
}

const asking = (reader: Reader, plans: readonly Shipment[]): Pick<Remedy, 'carryOut'> => ({ carryOut: () => decided(plans.flatMap((plan) => askedAnew(reader, plan)), { next: null }) });

/** A request that was held back is prepared anew, now that it is wanted. */
function askedAnew(reader: Reader, { shipmentId }: Shipment): OperationDraft[] {
  const held = reader.find('outgoing', { shipmentId }).filter((row) => isHeldBack(reader, row));
  return held.length === 0 ? [] : [...held.map((row) => withdrawal(row, null)), { kind: 'shipment.routing-requested', body: { shipmentId } }];
}

const requestsOf = (reader: Reader, { shipmentId }: Shipment): OutgoingDocument[] => reader.find('outgoing', { shipmentId }).filter(({ kind }) => kind === 'routing-json');

const withdrawal = ({ documentId }: OutgoingDocument, note: string | null): OperationDraft => ({ kind: 'document.state-changed', body: { documentId, state: 'withdrawn', note } });
