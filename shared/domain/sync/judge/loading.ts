import type { ShipmentId } from '../../../lib/ids.ts';
import { message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { BodyOf } from '../../folds.ts';
import { unitName } from '../../handling-units/names.ts';
import { standingOn } from '../../handling-units/nesting.ts';
import type { CaseType } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';
import { unseenOf } from '../act.ts';
import type { Finding, Stake } from './finding.ts';

/** On a truck although another station loaded it on, or sent it off with, another one, or gave it up. */
export function judgeLoading(reader: Reader, { sscc, shipmentId }: BodyOf<'unit.loaded'>, occurrence: Occurrence): readonly Finding[] {
  const unit = reader.get('unit', { sscc });
  const act = unseenOf(unit?.touchedBy, occurrence);
  if (!unit || !act || unit.state === 'open' || unit.state === 'closed' || unit.shipmentId === shipmentId) return [];
  const words = { unit: unitName(reader, sscc), state: unit.state, shipment: unit.shipmentId ?? '' };
  return [unitFinding(reader, 'loaded-twice', {
    sscc,
    what: message('cases.loadedTwice.what', { ...words, second: shipmentId }),
    first: { act, what: message('cases.side.unitOn', words) },
    second: message('cases.side.loaded', { unit: words.unit, shipment: shipmentId }),
    places: [unit.shipmentId, shipmentId],
  })];
}

/** Taken off a truck that another station reported gone with it. */
export function judgeUnloading(reader: Reader, sscc: string, occurrence: Occurrence): readonly Finding[] {
  const unit = reader.get('unit', { sscc });
  const act = unseenOf(unit?.touchedBy, occurrence);
  if (unit?.state !== 'departed' || !act) return [];
  const words = { unit: unitName(reader, sscc), state: unit.state, shipment: unit.shipmentId ?? '' };
  return [unitFinding(reader, 'departed-twice', {
    sscc,
    what: message('cases.departedTwice.unloaded', words),
    first: { act, what: message('cases.side.unitOn', words) },
    second: message('cases.side.unloaded', words),
    places: [unit.shipmentId, null],
  })];
}

interface OfUnit extends Pick<Finding, 'what' | 'first' | 'second'> {
  readonly sscc: string;
  readonly places: readonly [ShipmentId | null, ShipmentId | null];
}

function unitFinding(reader: Reader, type: CaseType, { sscc, what, first, second, places }: OfUnit): Finding {
  const contents = standingOn(reader, sscc);
  return {
    type, what, first, second,
    stakes: contents.map(({ po, line, sku, eaches }): Stake => ({ po, line, sku, units: eaches })),
    about: { po: reader.get('unit', { sscc })?.po ?? null, sscc },
    detail: { ssccs: [sscc], firstPlace: places[0], secondPlace: places[1], lines: contents.map(({ po, line, sku, eaches }) => ({ po, line, sku, first: eaches, second: eaches })) },
  };
}
