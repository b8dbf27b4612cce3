import { z } from 'zod';
import { productInput, type ProductInput } from '../../../shared/contracts/api.ts';
import type { ProductView } from '../../../shared/contracts/views.ts';

const emptyIsNull = z.string().transform((text) => text.trim() || null);
const gtin = z.string().trim().regex(/^(\d{8}|\d{12,14})?$/).transform((text) => text || null);
/** NaN is an empty number field. */
const number = z.number().or(z.nan());
const numberOrNull = number.transform((value) => (Number.isNaN(value) ? null : value));
/** The fields as they are typed, read into what the contract takes. */
export const productForm = z
  .object({
    sku: z.string(), title: z.string(), asin: emptyIsNull, gtinEach: gtin, gtinCase: gtin, gtinPallet: gtin,
    caseSize: number, cost: emptyIsNull, currency: emptyIsNull, location: emptyIsNull,
    weightGrams: numberOrNull, lengthMm: numberOrNull, widthMm: numberOrNull, heightMm: numberOrNull,
    cartonsPerLayer: numberOrNull, layersPerPallet: numberOrNull,
    lot: z.boolean(), expiry: z.boolean(), serial: z.boolean(), shelfLifeDays: numberOrNull,
  })
  .transform(({ lot, expiry, serial, shelfLifeDays, ...rest }) => {
    const read: typeof rest & Pick<ProductInput, 'needs'> = { ...rest, needs: { lot, expiry, serial, shelfLifeDays: expiry ? shelfLifeDays : null } };
    return read;
  })
  .pipe(productInput.required({ cartonsPerLayer: true, layersPerPallet: true }));

export type ProductFields = z.input<typeof productForm>;

/** What is known of the product; of a new one, what its scanned code may be. */
export function fieldsOf(known: ProductView | undefined, code: string | null, currency: string): ProductFields {
  const scanned = { gtinEach: '', gtinCase: '', ...(code === null ? {} : scannedAs(code)) };
  return {
    sku: known?.sku ?? '',
    title: known?.title ?? '',
    asin: known?.asin ?? '',
    gtinEach: known?.gtinEach ?? scanned.gtinEach,
    gtinCase: known?.gtinCase ?? scanned.gtinCase,
    gtinPallet: known?.gtinPallet ?? '',
    caseSize: known?.caseSize ?? Number.NaN,
    cost: known?.cost ?? '',
    currency: known?.currency ?? currency,
    location: known?.location ?? '',
    weightGrams: known?.weightGrams ?? Number.NaN,
    lengthMm: known?.lengthMm ?? Number.NaN,
    widthMm: known?.widthMm ?? Number.NaN,
    heightMm: known?.heightMm ?? Number.NaN,
    cartonsPerLayer: known?.cartonsPerLayer ?? Number.NaN,
    layersPerPallet: known?.layersPerPallet ?? Number.NaN,
    lot: known?.needs?.lot ?? false,
    expiry: known?.needs?.expiry ?? false,
    serial: known?.needs?.serial ?? false,
    shelfLifeDays: known?.needs?.shelfLifeDays ?? Number.NaN,
  };
}

/** 14 digits stand on cases (ITF-14), fewer on what is sold singly; a person sees and corrects it. */
function scannedAs(code: string): Partial<Pick<ProductFields, 'gtinEach' | 'gtinCase'>> {
  if (/^\d{14}$/.test(code)) return { gtinCase: code };
  return /^(\d{8}|\d{12,13})$/.test(code) ? { gtinEach: code } : {};
}
