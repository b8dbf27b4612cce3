import { decodeScan } from '../../lib/barcode/decode-scan.ts';
import type { CommandName, ElementData, ScannedCode } from '../../lib/barcode/scanned-code.ts';
import { padTo14, type Gtin14 } from '../../lib/gtin.ts';
import { location, poNumber, sku, type Location, type PoNumber } from '../../lib/ids.ts';
import type { Instant } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import type { HandlingUnit, Line, Order, PackedCarton, Product, Staff, Trace } from '../state/entities.ts';
import type { PaperName } from '../papers/printed.ts';
import type { Reader } from '../state/world.ts';
import { faultWords } from './code-words.ts';
import { NO_TRACE, traceOn } from './tracing.ts';

/** `item`: a SKU or ASIN, which names the product but not how much of it. */
export type Level = 'each' | 'case' | 'pallet' | 'item';

export interface ProductMatch {
  readonly product: Product;
  readonly level: Level;
  /** Eaches the code itself speaks of (GTIN level, AI 30, AI 37); null where it does not say. */
  readonly eaches: number | null;
}

/** What a scanned code means here. `text` is the code without the scanner's additions. */
export type Resolved = { readonly text: string } & (
  | { readonly kind: 'command'; readonly command: CommandName }
  | { readonly kind: 'quantity'; readonly quantity: number }
  | { readonly kind: 'badge'; readonly badge: string; readonly staff: Staff | null }
  /** `revision`: of the printed list that was scanned; null when the order's number itself was. */
  | { readonly kind: 'order'; readonly order: Order; readonly revision: number | null }
  | { readonly kind: 'unit'; readonly unit: HandlingUnit }
  | { readonly kind: 'carton'; readonly carton: PackedCarton }
  /** An SSCC that nothing here has yet: a carton's own, as its maker labelled it. */
  | { readonly kind: 'sscc'; readonly sscc: string; readonly contents: readonly ProductMatch[]; readonly label: Trace }
  /** Several products may have the same code; the one on the order is meant. */
  | { readonly kind: 'product'; readonly matches: readonly ProductMatch[]; readonly label: Trace }
  | { readonly kind: 'location'; readonly location: Location }
  /** A tote of ours, for a place on a cart. */
  | { readonly kind: 'tote'; readonly tote: string }
  /** A printed paper that says whether it is still right. */
  | { readonly kind: 'paper'; readonly name: PaperName; readonly printedAt: Instant; readonly mark: string }
  /** The second bar code of a label: lot, date, count without a number. */
  | { readonly kind: 'attributes'; readonly label: Trace }
  | { readonly kind: 'unknown'; readonly why: Message | null }
);

export type Meanings = { readonly [Each in Resolved as Each['kind']]: Each };
export type ResolvedOf<Kind extends keyof Meanings> = Meanings[Kind];

/**
 * One resolver for any code, against the store. Reads by key and index only, except for a code that nothing has: then the
 * lines of `pos` are asked whether their document named it.
 */
export function resolve(reader: Reader, raw: string, pos: readonly PoNumber[] = []): Resolved {
  const code = decodeScan(raw);
  const { text } = code;
  switch (code.kind) {
    case 'command':
      return { kind: 'command', text, command: code.command };
    case 'quantity':
      return { kind: 'quantity', text, quantity: code.quantity };
    case 'badge':
      return { kind: 'badge', text, badge: code.badge, staff: reader.find('staff', { badge: code.badge })[0] ?? null };
    case 'tote':
      return { kind: 'tote', text, tote: code.tote };
    case 'attributes':
      return { kind: 'attributes', text, label: traceOn(code.data) };
    case 'orderPaper':
      return orderNamed(reader, code.po, text, code.revision) ?? { kind: 'unknown', text, why: message('scanning.unknownOrder', { po: code.po }) };
    case 'printedPaper':
      return { kind: 'paper', text, name: { paper: code.paper, subject: code.subject }, printedAt: code.printedAt, mark: code.mark };
    case 'sscc':
      return countsNothing(code.data, text) ?? ofSscc(reader, code);
    case 'gtin':
      return countsNothing(code.data, text) ?? ofGtin(reader, code) ?? named(reader, text) ?? meantByOrder(reader, text, code.gtin14, pos);
    case 'location':
      return (code.certain ? undefined : named(reader, text)) ?? { kind: 'location', text, location: location(code.location) };
    case 'invalid':
      return (code.mayBeText ? named(reader, text) : undefined) ?? { kind: 'unknown', text, why: faultWords(code) };
    case 'asin':
    case 'fnsku':
    case 'amazonCarton':
    case 'text':
      return named(reader, text) ?? meantByOrder(reader, text, undefined, pos);
  }
}

/** A label whose count is zero speaks of no goods: taken as a whole case it would be counted wrongly. */
function countsNothing({ count, variableCount }: ElementData, text: string): Resolved | undefined {
  const ai = variableCount === 0 ? '30' : count === 0 ? '37' : undefined;
  return ai === undefined ? undefined : { kind: 'unknown', text, why: message('scanning.fault.countsNothing', { ai }) };
}

function orderNamed(reader: Reader, name: string, text: string, revision: number | null): Resolved | undefined {
  const order = reader.get('order', { po: poNumber(name) });
  return order && { kind: 'order', text, order, revision };
}

/** A text may be an order's number, a SKU, an ASIN or a bin: in that order, as shelves are the last to be named like the others. */
function named(reader: Reader, text: string): Resolved | undefined {
  const order = orderNamed(reader, text, text, null);
  if (order) return order;
  const upper = text.trim().toUpperCase();
  const bySku = reader.get('product', { sku: sku(text) }) ?? reader.get('product', { sku: sku(upper) });
  const products = bySku ? [bySku] : reader.find('product', { asin: upper });
  if (products.length > 0) return { kind: 'product', text, matches: products.map((product) => ({ product, level: 'item', eaches: null })), label: NO_TRACE };
  const bin = location(text);
  return reader.find('bin', { location: bin }).length > 0 ? { kind: 'location', text, location: bin } : undefined;
}

function ofSscc(reader: Reader, { text, sscc, data }: Extract<ScannedCode, { kind: 'sscc' }>): Resolved {
  const unit = reader.get('unit', { sscc });
  if (unit) return { kind: 'unit', text, unit };
  const carton = reader.get('carton', { carton: sscc });
  if (carton) return { kind: 'carton', text, carton };
  return { kind: 'sscc', text, sscc, contents: data.content === null ? [] : withGtin(reader, data.content, data, false), label: traceOn(data) };
}

function ofGtin(reader: Reader, { text, gtin14, alternative, isItem, data }: Extract<ScannedCode, { kind: 'gtin' }>): Resolved | undefined {
  for (const gtin of alternative === null ? [gtin14] : [gtin14, alternative]) {
    const matches = withGtin(reader, gtin, data, isItem);
    if (matches.length > 0) return { kind: 'product', text, matches, label: traceOn(data) };
  }
  return undefined;
}

/** The products with a GTIN, single pieces before cases before pallets. */
function withGtin(reader: Reader, gtin: Gtin14, data: ElementData, isItem: boolean): ProductMatch[] {
  const at = (level: Level, products: readonly Product[]): ProductMatch[] =>
    products.map((product) => ({ product, level, eaches: eachesIn(level, product, data, isItem) }));
  return [
    ...at('each', reader.find('product', { gtinEach: gtin })),
    ...at('case', reader.find('product', { gtinCase: gtin })),
    ...at('pallet', reader.find('product', { gtinPallet: gtin })),
  ];
}

/** AI 30 counts the pieces of this item; AI 37 counts how many of the items that AI 02 names are inside. */
function eachesIn(level: Level, product: Product, data: ElementData, isItem: boolean): number | null {
  if (data.variableCount !== null) return data.variableCount;
  if (level === 'pallet') return null;
  const items = isItem ? 1 : (data.count ?? 1);
  return items * (level === 'case' ? product.caseSize : 1);
}

/** The code is in no master data, but the order's document may have named it, or it is the home of one of its products. */
function meantByOrder(reader: Reader, text: string, gtin14: Gtin14 | undefined, pos: readonly PoNumber[]): Resolved {
  const name = text.trim().toUpperCase();
  const names = (line: Line): boolean =>
    [line.vendorSku, line.buyerPart, line.asin].some((id) => id?.trim().toUpperCase() === name) ||
    (gtin14 !== undefined && line.gtin !== null && padTo14(line.gtin) === gtin14);
  for (const line of pos.flatMap((po) => reader.find('line', { po }))) {
    const product = line.sku === null ? undefined : reader.get('product', { sku: line.sku });
    if (!product) continue;
    if (product.location === name) return { kind: 'location', text, location: product.location };
    if (names(line)) return { kind: 'product', text, matches: [{ product, level: 'item', eaches: gtin14 === undefined ? null : line.unitSize }], label: NO_TRACE };
  }
  return { kind: 'unknown', text, why: null };
}
