import { v7 } from 'uuid';
import type { OperationDraft } from '../../../shared/contracts/operations.ts';
import { PUSH_LIMIT, type WireOperation } from '../../../shared/contracts/sync.ts';
import { location, poNumber, sku } from '../../../shared/lib/ids.ts';
import { orderDocument, productOf } from '../../support/domain.ts';
import { operationOf } from '../../support/central.ts';

/*
 * Made-up work of a site, of the kinds and in the proportions that floors write: mostly scans of goods picked and packed, with the orders,
 * tasks and pallets around them. No two stations work on one order, so nothing is contradicted.
 */

const PRODUCTS = 1_000;
const SCANS_AN_ORDER = 20;
/** A number of the site's order beyond the set-up, before the work. */
const SEEN = PRODUCTS * 2 + 10;

/** The order that a scanning person works on while pages come in, and what is on its label. */
export const BENCH_PO = 'HOT00001';
export const BENCH_GTIN = '00040071156251';

const productName = (index: number): string => `CG-${1000 + (index % PRODUCTS)}`;
const placeOf = (index: number) => location(`A-${index % 40}-${Math.floor((index % PRODUCTS) / 40)}`);

/** What is there before anybody works: products, stock, and the order of the bench. */
export function siteSetUp(): OperationDraft[] {
  const products = Array.from({ length: PRODUCTS }, (_, index): OperationDraft[] => [
    { kind: 'product.put', body: productOf(productName(index), index === 0 ? { gtinEach: BENCH_GTIN, caseSize: 1 } : {}) },
    { kind: 'stock.set', body: { sku: sku(productName(index)), location: placeOf(index), boxed: 10_000_000, safety: 10, reason: 'seed', code: null } },
  ]).flat();
  return [...products, ...orderOf(BENCH_PO, [{ vendorSku: productName(0), quantity: 5_000_000 }])];
}

/** One order from its receipt to a closed pallet, 47 operations. */
function workOnOrder(number: number): OperationDraft[] {
  const po = `PO${String(number).padStart(6, '0')}`;
  const sscc = String(100_000_000_000_000_000n + BigInt(number));
  const lines = [0, 1].map((each) => ({ vendorSku: productName(number * 2 + each), quantity: SCANS_AN_ORDER / 2 }));
  const scans = Array.from({ length: SCANS_AN_ORDER }, (_, index) => index % 2);
  const goods = (line: number) => ({ po: poNumber(po), line: String(line + 1), sku: sku(productName(number * 2 + line)), eaches: 1, code: BENCH_GTIN, keyed: false });
  const task = (kind: 'pick' | 'pack'): OperationDraft => ({ kind: 'task.set', body: { kind, po: poNumber(po), shipmentId: null, sscc: kind === 'pack' ? sscc : null, location: null, sku: null } });
  return [
    ...orderOf(po, lines),
    { kind: 'claim.taken', body: { subject: `order:${po}`, shared: false } },
    task('pick'),
    ...scans.map((line): OperationDraft => ({ kind: 'pick.confirmed', body: { ...goods(line), location: placeOf(number * 2 + line) } })),
    { kind: 'unit.opened', body: { sscc, serial: number, kind: 'pallet', po: poNumber(po) } },
    task('pack'),
    ...scans.map((line): OperationDraft => ({ kind: 'unit.packed', body: { ...goods(line), sscc, cartons: 1, carton: null } })),
    { kind: 'unit.closed', body: { sscc, weightGrams: 120_000, heightMm: 1_400 } },
  ];
}

function orderOf(po: string, lines: readonly { readonly vendorSku: string; readonly quantity: number }[]): OperationDraft[] {
  const answers = lines.map(({ quantity }, index) => ({ line: String(index + 1), accepted: quantity, rejected: 0, backordered: 0, rejectionReason: null, shipDate: null }));
  return [
    { kind: 'order.received', body: orderDocument(po, lines.map((line) => ({ ...line, unitSize: 1 })), {}) },
    { kind: 'order.acknowledged', body: { po: poNumber(po), version: 1, lines: answers, override: null } },
  ];
}

/** At least `count` operations of work, on orders numbered from `first` on. */
export function work(first: number, count: number): OperationDraft[] {
  const drafts: OperationDraft[] = [];
  for (let number = first; drafts.length < count; number += 1) drafts.push(...workOnOrder(number));
  return drafts.slice(0, count);
}

/** Drafts with the envelopes of a station that had seen how the site was set up, as its journal would have them. */
export function journalOf(site: string, station: string, drafts: readonly OperationDraft[], after = 0): WireOperation[] {
  return drafts.map((draft, index) => operationOf({ site, station, stationSeq: after + index + 1, opId: v7(), baseSeq: SEEN }, draft));
}

/** Split as a station splits what waits: by count, and by the size of the request. */
export function batchesOf(operations: readonly WireOperation[]): WireOperation[][] {
  const batches: WireOperation[][] = [];
  let bytes = 0;
  for (const operation of operations) {
    const size = Buffer.byteLength(JSON.stringify(operation));
    const last = batches.at(-1);
    if (last && last.length < PUSH_LIMIT.operations && bytes + size <= PUSH_LIMIT.bytes) last.push(operation);
    else {
      batches.push([operation]);
      bytes = 0;
    }
    bytes += size;
  }
  return batches;
}
