import type { ProductInput } from '../../../shared/contracts/api.ts';
import { message } from '../../../shared/messages/say.ts';
import { UsageError } from './failure.ts';

/** What the options say of a product; what they leave out stays, or is not known. */
export interface ProductOptions {
  readonly title?: string;
  readonly asin?: string;
  readonly gtin?: string;
  readonly caseGtin?: string;
  readonly caseSize?: number;
  readonly cost?: string;
  readonly currency?: string;
  readonly weightGrams?: number;
  readonly sizeMm?: string;
  readonly location?: string;
  readonly needs?: string;
  readonly shelfLifeDays?: number;
}

const NOTHING: Omit<ProductInput, 'sku'> = {
  asin: null, title: '', gtinEach: null, gtinCase: null, gtinPallet: null, caseSize: 1, cost: null, currency: null,
  weightGrams: null, lengthMm: null, widthMm: null, heightMm: null, location: null,
  needs: null,
};

/** The options over what is known of the product. Without any word on it a case holds one. */
export function productInputOf(sku: string, options: ProductOptions, known: Partial<ProductInput> = {}): ProductInput {
  const before: ProductInput = { ...NOTHING, ...onlyFields(known), sku };
  return {
    ...before,
    ...sizeOf(options.sizeMm, before),
    title: options.title ?? before.title,
    asin: options.asin ?? before.asin,
    gtinEach: options.gtin ?? before.gtinEach,
    gtinCase: options.caseGtin ?? before.gtinCase,
    caseSize: options.caseSize ?? before.caseSize,
    cost: options.cost ?? before.cost,
    currency: options.currency ?? before.currency,
    weightGrams: options.weightGrams ?? before.weightGrams,
    location: options.location ?? before.location,
    needs: needsOf(options, before.needs ?? null),
  };
}

type Needs = NonNullable<ProductInput['needs']>;
const NO_NEEDS: Needs = { lot: false, expiry: false, serial: false, shelfLifeDays: null };

/** `lot,expiry,serial` names all of them; `none` takes them away. */
function needsOf({ needs, shelfLifeDays }: ProductOptions, before: Needs | null): Needs | null {
  const days = shelfLifeDays ?? (needs === undefined ? (before?.shelfLifeDays ?? null) : null);
  if (needs === undefined) return days === null ? before : { ...(before ?? NO_NEEDS), shelfLifeDays: days };
  const names = needs.toLowerCase().split(',').map((name) => name.trim());
  if (!names.every((name) => name === 'none' || name === 'lot' || name === 'expiry' || name === 'serial')) throw new UsageError(message('cli.usage.needs'), '--needs');
  return { lot: names.includes('lot'), expiry: names.includes('expiry'), serial: names.includes('serial'), shelfLifeDays: days };
}

/** A product of the station carries more than the API takes back. */
function onlyFields(known: Partial<ProductInput>): Partial<ProductInput> {
  return Object.fromEntries(Object.entries(known).filter(([field]) => Object.hasOwn(NOTHING, field)));
}

function sizeOf(text: string | undefined, before: ProductInput): Pick<ProductInput, 'lengthMm' | 'widthMm' | 'heightMm'> {
  if (text === undefined) return before;
  const shape = /^(\d{1,5})x(\d{1,5})x(\d{1,5})$/i.exec(text);
  if (!shape) throw new UsageError(message('cli.usage.size'), '--size-mm');
  return { lengthMm: Number(shape[1]), widthMm: Number(shape[2]), heightMm: Number(shape[3]) };
}
