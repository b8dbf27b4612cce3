import { toIso, type CalendarDate } from '../../lib/time.ts';
import { DocumentNotWritable, linePlace, writableLine } from '../not-writable.ts';
import type { AcknowledgedLine, AcknowledgementDocument } from '../outgoing.ts';
import { itemQuantity, type Amount, type ItemQuantity } from './quantities.ts';

export interface ItemAcknowledgement {
  readonly acknowledgementCode: 'Accepted' | 'Backordered' | 'Rejected';
  readonly acknowledgedQuantity: ItemQuantity;
  readonly scheduledShipDate?: string;
  readonly scheduledDeliveryDate?: string;
  readonly rejectionReason?: string;
}

/** `OrderAcknowledgementItem` of vendorOrders.json. */
export interface AcknowledgementItem {
  readonly itemSequenceNumber: string;
  readonly amazonProductIdentifier?: string;
  readonly vendorProductIdentifier?: string;
  readonly orderedQuantity: ItemQuantity;
  readonly netCost: Amount;
  readonly itemAcknowledgements: readonly ItemAcknowledgement[];
}

/** Body of `POST /vendor/orders/v1/acknowledgements`. */
export interface SubmitAcknowledgementBody {
  readonly acknowledgements: readonly {
    readonly purchaseOrderNumber: string;
    readonly sellingParty: { readonly partyId: string };
    readonly acknowledgementDate: string;
    readonly items: readonly AcknowledgementItem[];
  }[];
}

/**
 * The acknowledgement of one order. Quantities are of the ordered unit, none of them zero; a line answered in parts has several
 * `itemAcknowledgements`. `netCost` is per each, as the model defines it, also where cases were ordered. Lines that the customer has
 * cancelled (ordered zero) are left out.
 * @throws DocumentNotWritable when Amazon would refuse it: vendor code or a cost missing, a case split, parts that do not add up.
 */
export function writeAcknowledgementJson(doc: AcknowledgementDocument): SubmitAcknowledgementBody {
  const lines = doc.lines.filter((line) => line.ordered > 0);
  if (lines.length === 0) throw new DocumentNotWritable('documents.write.no-lines', doc.po, { po: doc.po });
  if (doc.vendorCode === null) throw new DocumentNotWritable('documents.write.vendor-code-missing', doc.po, { po: doc.po });
  return {
    acknowledgements: [
      {
        purchaseOrderNumber: doc.po,
        sellingParty: { partyId: doc.vendorCode },
        acknowledgementDate: toIso(doc.at),
        items: lines.map((line) => itemOf(doc, line)),
      },
    ],
  };
}

function itemOf(doc: AcknowledgementDocument, line: AcknowledgedLine): AcknowledgementItem {
  const writable = writableLine(doc.po, line);
  const place = linePlace(doc.po, line.line);
  const quantity = (eaches: number): ItemQuantity => itemQuantity(eaches, line, line.line, place);
  const schedule = line.shipDate === null ? {} : scheduled(doc.windowKind, line.shipDate);
  const vendorId = line.vendorSku ?? line.gtin;
  return {
    itemSequenceNumber: line.line,
    ...(line.asin === null ? {} : { amazonProductIdentifier: line.asin }),
    ...(vendorId === null ? {} : { vendorProductIdentifier: vendorId }),
    orderedQuantity: quantity(line.ordered),
    netCost: { currencyCode: writable.currency, amount: writable.costOfEach },
    itemAcknowledgements: [
      ...(line.accepted === 0 ? [] : [{ acknowledgementCode: 'Accepted' as const, acknowledgedQuantity: quantity(line.accepted), ...schedule }]),
      ...(line.backordered === 0 ? [] : [{ acknowledgementCode: 'Backordered' as const, acknowledgedQuantity: quantity(line.backordered), ...schedule }]),
      ...(line.rejected === 0 || line.rejectionReason === null
        ? []
        : [{ acknowledgementCode: 'Rejected' as const, acknowledgedQuantity: quantity(line.rejected), rejectionReason: line.rejectionReason }]),
    ],
  };
}

/** A day as an instant: noon UTC is the same day in every zone where Amazon has a warehouse. */
function scheduled(kind: AcknowledgementDocument['windowKind'], day: CalendarDate): Pick<ItemAcknowledgement, 'scheduledShipDate' | 'scheduledDeliveryDate'> {
  const at = `${day}T12:00:00Z`;
  return kind === 'delivery' ? { scheduledDeliveryDate: at } : { scheduledShipDate: at };
}
