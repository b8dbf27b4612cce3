import { parseGtin } from '../../lib/gtin.ts';
import { location, sku } from '../../lib/ids.ts';
import { parseAmount } from '../../lib/money.ts';
import { message, type Message } from '../../messages/say.ts';
import type { Product, ProductNeeds } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

/** A product as people write it: blanks, GTINs of any length, cost as a decimal of one each. */
export interface ProductFields {
  readonly sku: string;
  readonly asin: string | null;
  readonly title: string;
  readonly gtinEach: string | null;
  readonly gtinCase: string | null;
  readonly gtinPallet: string | null;
  readonly caseSize: number;
  readonly cost: string | null;
  readonly currency: string | null;
  readonly weightGrams: number | null;
  readonly lengthMm: number | null;
  readonly widthMm: number | null;
  readonly heightMm: number | null;
  readonly location: string | null;
  /** Left out: what is known of it stays. */
  readonly needs?: ProductNeeds | null | undefined;
  /** Left out: what is known of them stays. */
  readonly cartonsPerLayer?: number | null | undefined;
  readonly layersPerPallet?: number | null | undefined;
}

export interface FieldProblem {
  readonly field: keyof ProductFields;
  readonly message: Message;
  readonly hint: Message;
}

export type ProductReading = { readonly ok: true; readonly product: Product } | { readonly ok: false; readonly problem: FieldProblem };

export const GTIN_FIELDS = ['gtinEach', 'gtinCase', 'gtinPallet'] as const;
type GtinField = (typeof GTIN_FIELDS)[number];

const NOBODY: ReadonlyMap<string, string> = new Map();

/**
 * Checks what a person or a file says of a product; the first thing that is wrong is the answer. `currency` is the site's; `claimed` are
 * the GTINs that earlier rows of the same file took, with their SKU.
 */
export function readProduct(reader: Reader, fields: ProductFields, currency: string, claimed: ReadonlyMap<string, string> = NOBODY): ProductReading {
  const id = sku(fields.sku);
  if (id === '') return wrong('sku', message('stock.refused.skuMissing'), 'stock.hint.sku');
  const gtins: Record<GtinField, string | null> = { gtinEach: null, gtinCase: null, gtinPallet: null };
  for (const field of GTIN_FIELDS) {
    const text = blank(fields[field]);
    if (text === null) continue;
    const gtin = parseGtin(text);
    if (!gtin.ok) {
      return gtin.reason === 'shape'
        ? wrong(field, message('stock.refused.gtinShape', { gtin: text, field }), 'stock.hint.gtinShape')
        : wrong(field, message('stock.refused.gtinCheckDigit', { gtin: text, field, expected: gtin.expected, found: gtin.found }), 'stock.hint.gtinCheckDigit');
    }
    const claimant = claimed.get(gtin.gtin14);
    const other = Object.values(gtins).includes(gtin.gtin14) ? id : claimant !== undefined && claimant !== id ? claimant : ownerOf(reader, gtin.gtin14, id);
    if (other !== undefined) return wrong(field, message('stock.refused.gtinTaken', { gtin: text, field, sku: other }), 'stock.hint.gtinTaken');
    gtins[field] = gtin.gtin14;
  }
  if (!Number.isSafeInteger(fields.caseSize) || fields.caseSize < 1) return wrong('caseSize', message('stock.refused.caseSize'), 'stock.hint.caseSize');
  const days = fields.needs?.shelfLifeDays ?? null;
  if (days !== null && !(Number.isSafeInteger(days) && days >= 0 && days <= 3_650)) return wrong('needs', message('stock.refused.shelfLife', { days }), 'stock.hint.shelfLife');
  const known = reader.get('product', { sku: id });
  const { cartonsPerLayer = known?.cartonsPerLayer ?? null, layersPerPallet = known?.layersPerPallet ?? null } = fields;
  if (cartonsPerLayer !== null && !isCount(cartonsPerLayer)) return wrong('cartonsPerLayer', message('stock.refused.stacking', { field: 'cartonsPerLayer' }), 'stock.hint.stacking');
  if (layersPerPallet !== null && !isCount(layersPerPallet)) return wrong('layersPerPallet', message('stock.refused.stacking', { field: 'layersPerPallet' }), 'stock.hint.stacking');
  const written = blank(fields.cost);
  const cost = written === null ? null : parseAmount(written);
  if (cost === undefined || (cost !== null && Number(cost) <= 0)) return wrong('cost', message('stock.refused.cost', { cost: written ?? '' }), 'stock.hint.cost');
  const product: Product = {
    ...fields,
    ...gtins,
    sku: id,
    asin: blank(fields.asin)?.toUpperCase() ?? null,
    title: fields.title.trim() === '' ? id : fields.title.trim(),
    cost,
    currency: cost === null ? null : (blank(fields.currency)?.toUpperCase() ?? currency),
    location: blank(fields.location) === null ? null : location(fields.location ?? ''),
    needs: fields.needs === undefined ? (reader.get('product', { sku: id })?.needs ?? null) : needsOf(fields.needs),
    cartonsPerLayer,
    layersPerPallet,
  };
  return { ok: true, product: onlyProduct(product) };
}

/** Whatever else stood in what came in is left behind. */
function onlyProduct({ sku: id, asin, title, gtinEach, gtinCase, gtinPallet, caseSize, cost, currency, weightGrams, lengthMm, widthMm, heightMm, location: home, needs, cartonsPerLayer, layersPerPallet }: Product): Product {
  return { sku: id, asin, title, gtinEach, gtinCase, gtinPallet, caseSize, cost, currency, weightGrams, lengthMm, widthMm, heightMm, location: home, needs, cartonsPerLayer, layersPerPallet };
}

/** What needs nothing is null. Who asks for days that must be left needs the day itself. */
function needsOf(needs: ProductNeeds | null): ProductNeeds | null {
  if (needs === null) return null;
  const expiry = needs.expiry || needs.shelfLifeDays !== null;
  return needs.lot || expiry || needs.serial ? { ...needs, expiry } : null;
}

/** Another product that a scan of this code would mean. */
function ownerOf(reader: Reader, gtin: string, except: string): string | undefined {
  const products = [...reader.find('product', { gtinEach: gtin }), ...reader.find('product', { gtinCase: gtin }), ...reader.find('product', { gtinPallet: gtin })];
  return products.find((product) => product.sku !== except)?.sku;
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;

const blank = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());

const wrong = (field: keyof ProductFields, problem: Message, hint: Message['key']): ProductReading => ({ ok: false, problem: { field, message: problem, hint: message(hint) } });
