import { padTo14 } from '../../lib/gtin.ts';
import { sku } from '../../lib/ids.ts';
import type { Line, Product } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

/** What a document says about the product of a line. */
export interface ProductIds {
  readonly vendorSku: string | null;
  readonly asin: string | null;
  readonly gtin: string | null;
  readonly buyerPart: string | null;
}

/**
 * The item master's product that a document's line means: by vendor SKU, else ASIN, else GTIN of the each, the case or the pallet, else
 * the buyer's part number read as vendor SKU or ASIN. A criterion that fits several products decides nothing and the next one is asked.
 */
export function matchProduct(reader: Reader, ids: ProductIds): Product | undefined {
  return bySku(reader, ids.vendorSku) ?? byAsin(reader, ids.asin) ?? byGtin(reader, ids.gtin) ?? bySku(reader, ids.buyerPart) ?? byAsin(reader, ids.buyerPart);
}

function bySku(reader: Reader, text: string | null): Product | undefined {
  return text === null ? undefined : reader.get('product', { sku: sku(text) });
}

function byAsin(reader: Reader, asin: string | null): Product | undefined {
  return asin === null ? undefined : only(reader.find('product', { asin }));
}

function byGtin(reader: Reader, gtin: string | null): Product | undefined {
  const gtin14 = gtin === null ? undefined : padTo14(gtin);
  if (gtin14 === undefined) return undefined;
  return (
    only(reader.find('product', { gtinEach: gtin14 })) ?? only(reader.find('product', { gtinCase: gtin14 })) ?? only(reader.find('product', { gtinPallet: gtin14 }))
  );
}

const only = (products: readonly Product[]): Product | undefined => (products.length === 1 ? products[0] : undefined);

/** Lines without a product that may mean this one: its ids stand in them. Whether they do is for `matchProduct` to say. */
export function linesThatMayMean(reader: Reader, product: Product): readonly Line[] {
  const found = new Map<string, Line>();
  const add = (lines: readonly Line[]): void => {
    for (const line of lines) found.set(`${line.po}\n${line.line}`, line);
  };
  for (const id of [product.sku, product.asin]) {
    if (id === null) continue;
    add(reader.find('line', { sku: null, vendorSku: id }));
    add(reader.find('line', { sku: null, asin: id }));
    add(reader.find('line', { sku: null, buyerPart: id }));
  }
  for (const gtin14 of [product.gtinEach, product.gtinCase, product.gtinPallet]) {
    for (const gtin of asWritten(gtin14)) add(reader.find('line', { sku: null, gtin }));
  }
  return [...found.values()];
}

/** The ways documents write a GTIN-14: with fewer of its leading zeros. */
function asWritten(gtin14: string | null): readonly string[] {
  if (gtin14 === null) return [];
  return [14, 13, 12, 8].map((length) => gtin14.slice(14 - length)).filter((text) => text.padStart(14, '0') === gtin14);
}
