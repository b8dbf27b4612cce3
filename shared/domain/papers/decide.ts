import type { PaperKind } from '../../lib/barcode/scanned-code.ts';
import type { OperationDraft } from '../../contracts/operations.ts';
import { poNumber, shipmentId } from '../../lib/ids.ts';
import { decided, refuse, type Context, type Decision } from '../decision.ts';
import { ssccText } from '../handling-units/names.ts';
import { orderName } from '../orders/find-order.ts';
import { nextBol } from '../shipment/bol-number.ts';
import { requireRight, type Act, type Refused } from '../staffing/rights.ts';
import type { Shipment } from '../state/entities.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';
import { billOfLading } from './bill-of-lading.ts';
import { markOf } from './mark.ts';
import { markNow, type PaperName } from './printed.ts';
import { unitsOfShipment } from './units.ts';

/** Who may print what: a manifest goes onto the pallet that one packs, a cart's list along on the walk. */
const RIGHT: Readonly<Record<PaperKind, Act>> = { 'packing-list': 'print', 'shipment-packing-list': 'print', 'pallet-manifest': 'label', 'bill-of-lading': 'print', 'day-sheet': 'print', 'cart-list': 'pick' };

/** The name of a paper as people may have typed it, as it is kept. */
export function tidyName({ paper, subject }: PaperName): PaperName {
  switch (paper) {
    case 'packing-list':
    case 'cart-list':
      return { paper, subject: poNumber(subject) };
    case 'shipment-packing-list':
    case 'bill-of-lading':
      return { paper, subject: subject.trim().toUpperCase() };
    case 'day-sheet':
      return { paper, subject: subject.trim() };
    case 'pallet-manifest':
      return { paper, subject: subject.replaceAll(' ', '').replace(/^\(00\)/, '') };
  }
}

/** What a paper is about, as operations name it. */
function aggregateOf({ paper, subject }: PaperName): string {
  switch (paper) {
    case 'packing-list':
    case 'cart-list':
      return `order:${subject}`;
    case 'shipment-packing-list':
    case 'bill-of-lading':
      return `shipment:${subject}`;
    case 'day-sheet':
      return `day:${subject}`;
    case 'pallet-manifest':
      return `unit:${subject}`;
  }
}

export interface Printing {
  /** The mark of what it says now. */
  readonly revision: string;
  /** That revision was the last one printed. */
  readonly reprint: boolean;
}

/** Records that a paper is being printed. A bill of lading that has no number yet gets one. */
export function decidePaperPrinted(reader: Reader, name: PaperName, context: Context): Decision<Printing> {
  const { paper } = name;
  const forbidden = requireRight(context, RIGHT[paper], placeOf(reader, name));
  if (forbidden) return forbidden;
  const numbered = paper === 'bill-of-lading' ? numberedShipment(reader, name.subject, context) : undefined;
  if (numbered?.ok === false) return numbered;
  const revision = numbered ? markOf(billOfLading(reader, numbered.shipment)) : markNow(reader, name);
  if (revision === undefined) return unknownSubject(reader, name);
  const subject = aggregateOf(name);
  const reprint = reader.get('paper', { paper, subject })?.revision === revision;
  return decided([...(numbered?.operations ?? []), { kind: 'paper.printed', body: { paper, subject, revision, reprint } }], { revision, reprint });
}

interface Numbered {
  readonly ok: true;
  readonly shipment: Shipment;
  readonly operations: readonly OperationDraft[];
}

/** The shipment with the number that its bill of lading has or gets now. */
function numberedShipment(reader: Reader, subject: string, { station }: Context): Numbered | Refused {
  const id = shipmentId(subject);
  const where = `shipment ${id}`;
  const shipment = reader.get('shipment', { shipmentId: id });
  if (!shipment) return refuse('shipment.refused.unknown', where, { shipmentId: id });
  if (shipment.state === 'cancelled') return refuse('shipment.refused.cancelled', where, { shipmentId: id });
  if (unitsOfShipment(reader, shipment).length === 0) return refuse('shipment.refused.noGoods', where, { shipmentId: id }, 'shipment.hint.pack');
  if (shipment.bol !== null) return { ok: true, shipment, operations: [] };
  const next = nextBol(reader, station, where);
  if (!next.ok) return next;
  const { bol, serial } = next;
  return { ok: true, shipment: { ...shipment, bol }, operations: [{ kind: 'shipment.bol-assigned', body: { shipmentId: id, bol, serial } }] };
}

/** What a paper is about, as people name it. */
function placeOf(reader: Reader, { paper, subject }: PaperName): string {
  switch (paper) {
    case 'packing-list':
    case 'cart-list':
      return orderName(subject);
    case 'shipment-packing-list':
    case 'bill-of-lading':
      return `shipment ${subject}`;
    case 'day-sheet':
      return subject;
    case 'pallet-manifest':
      return ssccText(subject, settingsOf(reader));
  }
}

function unknownSubject(reader: Reader, name: PaperName): Refused {
  const { paper, subject } = name;
  const where = placeOf(reader, name);
  switch (paper) {
    case 'packing-list':
      return refuse('orders.refused.unknown', where, { po: subject }, 'orders.hint.import');
    case 'cart-list':
      return refuse('cartList.none', where, { po: subject }, 'cartList.hint');
    case 'shipment-packing-list':
    case 'bill-of-lading':
      return refuse('shipment.refused.unknown', where, { shipmentId: subject });
    case 'day-sheet':
      return refuse('sheets.refused.day', where, { day: subject }, 'sheets.hint.day');
    case 'pallet-manifest':
      return refuse('handlingUnits.refused.unknown', where, { unit: where });
  }
}
