import type { OperationDraft } from '../../../contracts/operations.ts';
import { shipmentId as asShipmentId, type ShipmentId } from '../../../lib/ids.ts';
import { message } from '../../../messages/say.ts';
import { decided } from '../../decision.ts';
import { nextUnit } from '../../handling-units/open.ts';
import type { Case, HandlingUnit } from '../../state/entities.ts';
import { settingsOf } from '../../state/totals.ts';
import type { Reader } from '../../state/world.ts';
import { MINUTE, later, type Instant } from '../../../lib/time.ts';
import { nextSerial } from '../serials.ts';
import { asItStands, doing, type Remedy } from './remedy.ts';
import { palletName, takingOff } from './surplus.ts';

/** A pallet on two trucks. */
export function loadedTwiceRemedies(reader: Reader, { sscc, detail }: Case): readonly Remedy[] {
  const unit = sscc === null ? undefined : reader.get('unit', { sscc });
  if (!unit) return [asItStands('noted', message('cases.do.noted', {}))];
  return places(reader, [unit], detail.firstPlace, detail.secondPlace);
}

/** Pallets reported gone twice, or gone and not gone. */
export function departedTwiceRemedies(reader: Reader, { detail, second }: Case): readonly Remedy[] {
  const units = detail.ssccs.flatMap((sscc) => reader.get('unit', { sscc }) ?? []);
  const { firstPlace, secondPlace } = detail;
  const pallets = units.length;
  if (secondPlace === null) {
    const back = units.flatMap((unit) => takingBack(unit));
    return [asItStands('keep-first', message('cases.do.hasLeft', { pallets })), doing('keep-second', message('cases.do.isHere', { pallets }), back)];
  }
  if (firstPlace !== secondPlace) return places(reader, units, firstPlace, secondPlace);
  const noted = asItStands('noted', message('cases.do.countedOnce', { shipment: firstPlace }), message('cases.next.oneConfirmation', { shipment: firstPlace }));
  const others = reader.find('unit', { shipmentId: asShipmentId(firstPlace) }).some(({ sscc, state }) => state === 'departed' && !detail.ssccs.includes(sscc));
  return others ? [noted, splitting(reader, units, asShipmentId(firstPlace), second.at)] : [noted];
}

/** The pallets stand where they stand now, or on the other side's truck. */
function places(reader: Reader, units: readonly HandlingUnit[], first: string | null, second: string | null): readonly Remedy[] {
  const remedy = (decision: 'keep-first' | 'keep-second', place: string | null): Remedy => {
    const moves = place === null ? [] : units.flatMap((unit) => moving(reader, unit, asShipmentId(place)));
    return doing(decision, message(moves.length === 0 ? 'cases.do.onTruck' : 'cases.do.toTruck', { shipment: place ?? '', pallets: units.length }), moves);
  };
  const here = units[0]?.shipmentId ?? null;
  const both = [remedy('keep-first', first), remedy('keep-second', second)];
  return here === second ? both.reverse() : both;
}

export const takingBack = ({ sscc, shipmentId, state }: HandlingUnit): OperationDraft[] =>
  shipmentId === null || (state !== 'loaded' && state !== 'departed') ? [] : [{ kind: 'unit.unloaded', body: { sscc, shipmentId, ...(state === 'departed' ? { afterDeparture: true } : {}) } }];

/** Onto another truck, and off with it where that one has left: nothing appears or vanishes on the way. */
export function moving(reader: Reader, unit: HandlingUnit, to: ShipmentId): OperationDraft[] {
  const shipment = reader.get('shipment', { shipmentId: to });
  if (!shipment || unit.shipmentId === to || unit.state === 'voided') return [];
  const onto: OperationDraft[] = [...takingBack(unit), { kind: 'unit.loaded', body: { sscc: unit.sscc, shipmentId: to, code: unit.sscc } }];
  if (shipment.departedAt === null) return onto;
  return [...onto, { kind: 'shipment.departed', body: { shipmentId: to, departedAt: shipment.departedAt, confirmBy: shipment.confirmBy ?? shipment.departedAt, ssccs: [unit.sscc], finished: [] } }];
}

/** The second report was about a second truck: its pallets get a shipment of their own, with its own confirmation. */
function splitting(reader: Reader, units: readonly HandlingUnit[], from: ShipmentId, departedAt: Instant): Remedy {
  return {
    decision: 'split-shipment',
    consequence: message('cases.do.split', { pallets: units.length, shipment: from }),
    carryOut: (context) => {
      const serial = nextSerial(reader, context.station, 'shipment');
      const tail = context.newId().replace(/[^0-9a-z]/gi, '').slice(-6).toUpperCase();
      const to = asShipmentId(`SH${String(serial).padStart(6, '0')}-${tail}`);
      const pos = [...new Set(units.map(({ po }) => po))];
      const freightTerm = reader.get('shipment', { shipmentId: from })?.freightTerm ?? 'prepaid';
      const onto = units.flatMap((unit): OperationDraft[] => [...takingBack(unit), { kind: 'unit.loaded', body: { sscc: unit.sscc, shipmentId: to, code: unit.sscc } }]);
      const confirmBy = later(context.now, settingsOf(reader).confirmationMinutes * MINUTE);
      return decided(
        [{ kind: 'shipment.created', body: { shipmentId: to, serial, pos, freightTerm } }, ...onto, { kind: 'shipment.departed', body: { shipmentId: to, departedAt, confirmBy, ssccs: units.map(({ sscc }) => sscc), finished: [] } }],
        { next: message('cases.next.twoConfirmations', { first: from, second: to }) },
      );
    },
  };
}

/** Two pallets under one number: the second gets a number and a label of its own. */
export function reusedRemedies(reader: Reader, found: Case): readonly Remedy[] {
  const { sscc, po } = found;
  const unit = sscc === null ? undefined : reader.get('unit', { sscc });
  const noted = asItStands('noted', message('cases.do.oneLabelLeft', { unit: palletName(reader, sscc) }));
  if (!unit || po === null || unit.state === 'departed') return [noted];
  const relabel: Remedy = {
    decision: 'keep-first',
    consequence: message('cases.do.relabel', { unit: palletName(reader, unit.sscc), po }),
    carryOut: (context) => {
      const next = nextUnit(reader, po, unit.kind, context.station);
      if (!next.ok) return next;
      const to = next.operation.body.sscc;
      const moves = found.detail.lines.flatMap(({ line, second: eaches }) => {
        const content = reader.get('content', { sscc: unit.sscc, po, line });
        if (!content) return [];
        return takingOff(reader, content, Math.min(eaches, content.eaches)).flatMap((off): OperationDraft[] =>
          off.kind === 'unit.unpacked' ? [off, { kind: 'unit.packed', body: { ...off.body, sscc: to, keyed: false } }] : [off]);
      });
      return decided([next.operation, ...moves], { next: message('cases.next.printLabel', { unit: palletName(reader, to), po }) });
    },
  };
  return [relabel, noted];
}
