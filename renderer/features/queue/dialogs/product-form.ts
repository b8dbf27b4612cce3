import { z } from 'zod';
import { productInput, type ProductInput } from '../../../../shared/contracts/api.ts';
import type { LineView, ProductView } from '../../../../shared/contracts/views.ts';

const emptyIsNull = z.string().transform((text) => text.trim() || null);
/** NaN is an empty number field. */
const number = z.number().or(z.nan());
const numberOrNull = number.transform((value) => (Number.isNaN(value) ? null : value));

/** The fields as they are typed, read into what the contract takes. */
export const productForm = z
  .object({
    sku: z.string(), title: z.string(), asin: emptyIsNull, gtinEach: emptyIsNull, gtinCase: emptyIsNull,
    caseSize: number, cost: emptyIsNull, currency: emptyIsNull, location: emptyIsNull,
    weightGrams: numberOrNull, lengthMm: numberOrNull, widthMm: numberOrNull, heightMm: numberOrNull,
  })
  .transform((typed) => ({ ...typed, gtinPallet: null as string | null }))
  .pipe(productInput);

export type ProductFields = z.input<typeof productForm>;

const NONE = Number.NaN;

/** What the document and the item master already say, so that a person only adds what is missing. */
export function fieldsFrom(line: LineView, known: ProductView | undefined, currency: string): ProductFields {
  const caseLine = line.unit === 'cases';
  return {
    sku: known?.sku ?? line.sku ?? line.vendorSku ?? line.buyerPart ?? line.asin ?? '',
    title: known?.title ?? line.title,
    asin: known?.asin ?? line.asin ?? '',
    gtinEach: known?.gtinEach ?? (caseLine ? '' : (line.gtin ?? '')),
    gtinCase: known?.gtinCase ?? (caseLine ? (line.gtin ?? '') : ''),
    caseSize: known?.caseSize ?? line.unitSize ?? line.caseSize ?? (caseLine ? NONE : 1),
    // A document prices its own unit; only an each's price is the product's cost.
    cost: known?.cost ?? (caseLine ? '' : (line.cost ?? '')),
    currency: known?.currency ?? line.currency ?? currency,
    location: known?.location ?? line.location ?? '',
    weightGrams: known?.weightGrams ?? NONE,
    lengthMm: known?.lengthMm ?? NONE,
    widthMm: known?.widthMm ?? NONE,
    heightMm: known?.heightMm ?? NONE,
  };
}

/** The pallet's number is not asked here and must not be lost. */
export const keepingPallet = (input: ProductInput, known: ProductView | undefined): ProductInput => ({ ...input, gtinPallet: known?.gtinPallet ?? null });
