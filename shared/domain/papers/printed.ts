import { poNumber, shipmentId, type PoNumber } from '../../lib/ids.ts';
import type { PaperKind } from '../../lib/barcode/scanned-code.ts';
import { parseCalendarDate, type Instant } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import { unitName } from '../handling-units/names.ts';
import type { HandlingUnit, Shipment } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { billOfLading } from './bill-of-lading.ts';
import { cartChanges, cartListOf } from './cart-list.ts';
import { dayChanges, daySheet } from './day-sheet.ts';
import { markOf } from './mark.ts';
import { packingListOfOrder, packingListOfShipment } from './packing-list.ts';
import { unitFacts, unitsOfOrder, unitsOfShipment } from './units.ts';

/** Which paper: its kind and whose it is (PO, shipment, SSCC, day; of a cart the PO in place A). */
export interface PaperName {
  readonly paper: PaperKind;
  readonly subject: string;
}

/** What a paper is about, as the store has it now. */
interface Standing {
  /** Everything that the paper says, for its mark. */
  readonly facts: unknown;
  readonly pos: readonly PoNumber[];
  readonly units: readonly HandlingUnit[];
  readonly shipment: Shipment | undefined;
}

/** The mark that a paper printed now would have; undefined when its subject is not here. */
export function markNow(reader: Reader, name: PaperName): string | undefined {
  const standing = standingOf(reader, name);
  return standing && markOf(standing.facts);
}

/** What happened since a paper was printed that bears on what it says, oldest first. Read only when the marks differ. */
export function changesSince(reader: Reader, name: PaperName, printedAt: Instant): readonly Message[] {
  const standing = standingOf(reader, name);
  if (!standing) return [];
  const { pos, units, shipment } = standing;
  const changes = name.paper === 'day-sheet' ? [...dayChanges(reader, printedAt)] : name.paper === 'cart-list' ? [...cartChanges(reader, poNumber(name.subject), printedAt)] : [
    ...pos.flatMap((po) => (reader.get('order', { po })?.changes ?? []).flatMap(({ at, what }) => what.map((words) => ({ at, words })))),
    ...[...units, ...pos.flatMap((po) => reader.find('unit', { po }).filter(({ state }) => state === 'voided'))].flatMap((unit) => {
      const { sscc, po, state, eaches, touchedBy } = unit;
      return touchedBy === null ? [] : [{ at: touchedBy.at, words: message('sheets.changed.unit', { unit: unitName(reader, sscc), po, state, eaches, changedAt: touchedBy.at }) }];
    }),
    ...[shipment?.plannedBy, shipment?.changedBy].flatMap((touch) => (shipment && touch ? [{ at: touch.at, words: message('sheets.changed.shipment', { shipmentId: shipment.shipmentId, changedAt: touch.at }) }] : [])),
  ];
  const since = changes.filter(({ at }) => at >= printedAt).sort((left, right) => left.at - right.at);
  return since.length === 0 ? [message('sheets.changed.otherwise')] : since.slice(-MOST).map(({ words }) => words);
}

const MOST = 8;

function standingOf(reader: Reader, { paper, subject }: PaperName): Standing | undefined {
  switch (paper) {
    case 'packing-list': {
      const po = poNumber(subject);
      return reader.get('order', { po }) && { facts: packingListOfOrder(reader, po), pos: [po], units: unitsOfOrder(reader, po), shipment: undefined };
    }
    case 'shipment-packing-list': {
      const shipment = reader.get('shipment', { shipmentId: shipmentId(subject) });
      return shipment && { facts: packingListOfShipment(reader, shipment), pos: shipment.pos, units: unitsOfShipment(reader, shipment), shipment };
    }
    case 'bill-of-lading': {
      const shipment = reader.get('shipment', { shipmentId: shipmentId(subject) });
      return shipment && { facts: billOfLading(reader, shipment), pos: shipment.pos, units: unitsOfShipment(reader, shipment), shipment };
    }
    case 'day-sheet': {
      const day = parseCalendarDate(subject);
      return day && { facts: daySheet(reader, day), pos: [], units: [], shipment: undefined };
    }
    case 'cart-list': {
      const list = cartListOf(reader, poNumber(subject));
      return list && { facts: list, pos: [], units: [], shipment: undefined };
    }
    case 'pallet-manifest': {
      const unit = reader.get('unit', { sscc: subject });
      // A voided pallet holds nothing: every manifest of it is outdated.
      return unit && { facts: unitFacts(reader, unit), pos: [], units: [unit], shipment: undefined };
    }
  }
}
