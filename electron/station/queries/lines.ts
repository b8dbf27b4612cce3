import type { LineView } from '../../../shared/contracts/views.ts';
import type { Line } from '../../../shared/domain/state/entities.ts';
import type { PoNumber } from '../../../shared/lib/ids.ts';
import type { Station } from '../station.ts';

/** Lines in the document's order. */
export function linesOf({ reader }: Station, po: PoNumber): Line[] {
  return reader.find('line', { po }).sort((left, right) => left.position - right.position);
}

export function lineView({ reader }: Station, line: Line): LineView {
  const product = line.sku === null ? undefined : reader.get('product', { sku: line.sku });
  const missing: LineView['missing'][number][] = [];
  if (line.sku === null) missing.push('product');
  if (line.unitSize === null) missing.push('case-size');
  if (line.cost === null && !product?.cost) missing.push('cost');
  return {
    line: line.line,
    asin: line.asin,
    vendorSku: line.vendorSku,
    gtin: line.gtin,
    buyerPart: line.buyerPart,
    sku: line.sku,
    title: product?.title || line.title || (line.vendorSku ?? line.asin ?? line.gtin ?? line.line),
    unit: line.unit,
    unitSize: line.unitSize,
    caseSize: product?.caseSize ?? line.unitSize,
    location: product?.location ?? null,
    requested: line.requested,
    originalRequested: line.originalRequested,
    accepted: line.accepted,
    rejected: line.rejected,
    backordered: line.backordered,
    rejectionReason: line.rejectionReason,
    picked: line.picked,
    packed: line.packed,
    shipped: line.shipped,
    short: line.short,
    cost: line.cost ?? product?.cost ?? null,
    currency: line.currency ?? product?.currency ?? null,
    missing,
  };
}
