import { message, type Message } from '../../messages/say.ts';
import type { Content, HandlingUnit, Product } from '../state/entities.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';
import { emptyPallet, limits } from './dock-limits.ts';
import { measureWarnings, type PalletLimits } from './limits.ts';
import { standingOn } from './nesting.ts';

/*
 * How a pallet fills, by what the item master says of its goods: layers, height, weight. Told while it is packed, so that
 * nobody finds out with the tape. Warnings only: who stands before the pallet sees more than the item master.
 */

export interface PalletEstimate {
  /** More than one product on it. */
  readonly mixed: boolean;
  /** Cases on a layer, where one product stands on it and its stacking is known. */
  readonly perLayer: number | null;
  readonly layersPerPallet: number | null;
  /** Layers begun or full, as far as `perLayer` is known. */
  readonly layers: number | null;
  /** With the wood; null while a product's size is not known. Of mixed goods at least so much. */
  readonly heightMm: number | null;
  /** With the wood; null while a product's weight is not known. */
  readonly weightGrams: number | null;
}

type Goods = Pick<Content, 'sku' | 'eaches' | 'cartons'>;

/** Cases side by side on one layer, all turned the same way, whichever way holds more; null where their size is not known. */
export function fittingOnLayer({ lengthMm: length, widthMm: width }: Pick<Product, 'lengthMm' | 'widthMm'>): number | null {
  if (length === null || width === null || length <= 0 || width <= 0) return null;
  const along = Math.floor(emptyPallet.longMm / length) * Math.floor(emptyPallet.wideMm / width);
  const across = Math.floor(emptyPallet.longMm / width) * Math.floor(emptyPallet.wideMm / length);
  return Math.max(1, along, across);
}

/** What stands on a unit of these goods. Reads each product once. */
export function estimate(reader: Reader, kind: HandlingUnit['kind'], contents: readonly Goods[]): PalletEstimate {
  const skus = new Map<Goods['sku'], { eaches: number; cartons: number }>();
  for (const { sku, eaches, cartons } of contents) {
    const sum = skus.get(sku) ?? { eaches: 0, cartons: 0 };
    skus.set(sku, { eaches: sum.eaches + eaches, cartons: sum.cartons + cartons });
  }
  const goods = [...skus].map(([sku, sum]) => ({ product: reader.get('product', { sku }), ...sum }));
  const [only] = goods;
  const sole = goods.length === 1 ? only?.product : undefined;
  const perLayer = sole?.cartonsPerLayer ?? null;
  const wood = kind === 'pallet' ? emptyPallet : { grams: 0, millimetres: 0 };
  return {
    mixed: goods.length > 1,
    perLayer,
    layersPerPallet: sole?.layersPerPallet ?? null,
    layers: only && perLayer !== null ? Math.ceil(only.cartons / perLayer) : null,
    heightMm: kind === 'pallet' ? plus(wood.millimetres, stackedHeight(goods)) : null,
    weightGrams: plus(wood.grams, addedUp(goods.map(({ product, eaches }) => (product?.weightGrams ? product.weightGrams * eaches : null)))),
  };
}

const plus = (wood: number, goods: number | null): number | null => (goods === null ? null : wood + goods);

const addedUp = (amounts: readonly (number | null)[]): number | null => amounts.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0);

interface Stacked extends Omit<Goods, 'sku'> {
  readonly product: Product | undefined;
}

/** One product: whole layers. Several share layers, so they stand at least as high as their shares of layers, and as the tallest case. */
function stackedHeight(goods: readonly Stacked[]): number | null {
  const stacks = goods.map(({ product, eaches, cartons }) => {
    const perLayer = product && (product.cartonsPerLayer ?? fittingOnLayer(product));
    if (!product?.heightMm || !perLayer) return null;
    const cases = Math.max(cartons, Math.ceil(eaches / product.caseSize));
    return { share: (cases / perLayer) * product.heightMm, whole: Math.ceil(cases / perLayer) * product.heightMm, one: product.heightMm };
  });
  const known = stacks.flatMap((stack) => stack ?? []);
  if (known.length < stacks.length) return null;
  const [first] = known;
  if (first && known.length === 1) return first.whole;
  return Math.ceil(Math.max(0, ...known.map(({ one }) => one), known.reduce((sum, { share }) => sum + share, 0)));
}

/** What the estimate says against the limits of site and docks. */
function estimateWarnings(kind: HandlingUnit['kind'], { heightMm, weightGrams }: Pick<PalletEstimate, 'heightMm' | 'weightGrams'>, { palletHeightMm, palletWeightGrams }: PalletLimits): Message[] {
  const heaviest = kind === 'pallet' ? palletWeightGrams : limits.cartonGrams;
  return [
    ...(heightMm !== null && heightMm > palletHeightMm ? [message('handlingUnits.rule.high', { heightMm, mostMm: palletHeightMm })] : []),
    ...(weightGrams !== null && weightGrams > heaviest
      ? [message(kind === 'pallet' ? 'handlingUnits.rule.heavy' : 'handlingUnits.rule.cartonHeavy', { weightGrams, mostGrams: heaviest })]
      : []),
  ];
}

/** A unit against the limits: as weighed and measured, and by the item master where it was not. */
export function unitWarnings(reader: Reader, unit: Pick<HandlingUnit, 'sscc' | 'kind' | 'weightGrams' | 'heightMm'>): Message[] {
  const settings = settingsOf(reader);
  const guess = estimate(reader, unit.kind, standingOn(reader, unit.sscc));
  const unmeasured = { ...guess, heightMm: unit.heightMm === null ? guess.heightMm : null, weightGrams: unit.weightGrams === null ? guess.weightGrams : null };
  return [...measureWarnings(unit, settings), ...estimateWarnings(unit.kind, unmeasured, settings)];
}

/** What to say when goods have come onto a unit: a layer that is full, the product's full pallet, a second product, a limit passed. */
export function packingRemarks(reader: Reader, { sscc, kind }: Pick<HandlingUnit, 'sscc' | 'kind'>, added: Goods): Message[] {
  const before = standingOn(reader, sscc);
  const now = estimate(reader, kind, [...before, added]);
  const warnings = estimateWarnings(kind, now, settingsOf(reader));
  if (kind !== 'pallet') return warnings;
  const was = estimate(reader, kind, before);
  const cartons = (goods: readonly Goods[]): number => goods.reduce((sum, each) => sum + each.cartons, 0);
  return [...layerRemarks(now, cartons(before), cartons(before) + added.cartons), ...(now.mixed && !was.mixed ? [message('handlingUnits.rule.mixed')] : []), ...warnings];
}

function layerRemarks({ perLayer, layersPerPallet }: PalletEstimate, before: number, after: number): Message[] {
  if (perLayer === null || after === before) return [];
  const full = Math.floor(after / perLayer);
  const words = { layer: full, perLayer, layers: layersPerPallet ?? 0 };
  if (layersPerPallet !== null && after > layersPerPallet * perLayer) return [message('handlingUnits.rule.aboveLayers', words)];
  if (after % perLayer !== 0 || full === Math.floor(before / perLayer)) return [];
  return [message(full === layersPerPallet ? 'handlingUnits.rule.palletFull' : 'handlingUnits.rule.layerFull', words)];
}
