import type { PaperKind } from '../../lib/barcode/scanned-code.ts';
import { poNumber } from '../../lib/ids.ts';
import { decided, refuse, type Context, type Decision } from '../decision.ts';
import { ssccText } from '../handling-units/names.ts';
import { orderName } from '../orders/find-order.ts';
import { requireRight, type Act, type Refused } from '../staffing/rights.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';
import { markNow, type PaperName } from './printed.ts';

/** Who may print what: a manifest goes onto the pallet that one packs. */
const RIGHT: Readonly<Record<PaperKind, Act>> = { 'packing-list': 'print', 'shipment-packing-list': 'print', 'pallet-manifest': 'label' };

/** The name of a paper as people may have typed it, as it is kept. */
export function tidyName({ paper, subject }: PaperName): PaperName {
  switch (paper) {
    case 'packing-list':
      return { paper, subject: poNumber(subject) };
    case 'shipment-packing-list':
      return { paper, subject: subject.trim().toUpperCase() };
    case 'pallet-manifest':
      return { paper, subject: subject.replaceAll(' ', '').replace(/^\(00\)/, '') };
  }
}

/** What a paper is about, as operations name it. */
function aggregateOf({ paper, subject }: PaperName): string {
  switch (paper) {
    case 'packing-list':
      return `order:${subject}`;
    case 'shipment-packing-list':
      return `shipment:${subject}`;
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

/** Records that a paper is being printed. */
export function decidePaperPrinted(reader: Reader, name: PaperName, context: Context): Decision<Printing> {
  const { paper } = name;
  const forbidden = requireRight(context, RIGHT[paper], placeOf(reader, name));
  if (forbidden) return forbidden;
  const revision = markNow(reader, name);
  if (revision === undefined) return unknownSubject(reader, name);
  const subject = aggregateOf(name);
  const reprint = reader.get('paper', { paper, subject })?.revision === revision;
  return decided([{ kind: 'paper.printed', body: { paper, subject, revision, reprint } }], { revision, reprint });
}

/** What a paper is about, as people name it. */
function placeOf(reader: Reader, { paper, subject }: PaperName): string {
  switch (paper) {
    case 'packing-list':
      return orderName(subject);
    case 'shipment-packing-list':
      return `shipment ${subject}`;
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
    case 'shipment-packing-list':
      return refuse('shipment.refused.unknown', where, { shipmentId: subject });
    case 'pallet-manifest':
      return refuse('handlingUnits.refused.unknown', where, { unit: where });
  }
}
