import type { PoNumber } from '../../lib/ids.ts';
import { emptyPallet, limits } from '../handling-units/dock-limits.ts';
import { standingOn } from '../handling-units/nesting.ts';
import type { HandlingUnit, Line, Product, Shipment } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

export type RoutingFigures = Pick<Shipment, 'cartons' | 'palletsStackable' | 'palletsNonStackable' | 'weightGrams' | 'volumeCubicCentimetres'>;

export interface RoutingProposal extends RoutingFigures {
  /** True while not all accepted goods are on pallets: pallets and cartons are then estimated from the item master. */
  readonly estimated: boolean;
  /** Products without weight or size in the item master, whose share is missing in the figures. */
  readonly unmeasured: readonly string[];
}

/** 40 x 48 in GMA pallet, up to the height that may be double stacked. */
const PALLET_CUBIC_CENTIMETRES = emptyPallet.wideMm * emptyPallet.longMm * limits.stackablePalletMm / 1000;

interface Amount {
  readonly eaches: number;
  readonly cartons: number;
  readonly weightGrams: number;
  readonly volume: number;
}

/**
 * Figures of a routing request: weighed and measured pallets as they are, the rest of what was accepted from the item
 * master (weight of one each, outer size of one case) on as many pallets as weight and volume ask for. Volume rounds up.
 */
export function proposeRouting(reader: Reader, pos: readonly PoNumber[]): RoutingProposal {
  const unmeasured = new Set<string>();
  const units = pos.flatMap((po) => reader.find('unit', { po })).filter((unit) => unit.parent === null && unit.state !== 'voided' && unit.state !== 'departed' && unit.eaches > 0);
  const packed = loadOf(reader, units, unmeasured);
  const rest = sum(pos.flatMap((po) => reader.find('line', { po })).map((line) => amountLeft(reader, line, unmeasured)));
  const morePallets = rest.eaches === 0 ? 0 : Math.max(1, Math.ceil(rest.volume / PALLET_CUBIC_CENTIMETRES), Math.ceil(rest.weightGrams / limits.palletGrams));
  const pallets = units.filter((unit) => unit.kind === 'pallet');
  const high = pallets.filter((unit) => (unit.heightMm ?? 0) > limits.stackablePalletMm).length;
  return {
    cartons: packed.cartons + rest.cartons,
    palletsStackable: pallets.length - high + morePallets,
    palletsNonStackable: high,
    weightGrams: packed.weightGrams + rest.weightGrams + morePallets * emptyPallet.grams,
    volumeCubicCentimetres: Math.ceil(packed.volume + rest.volume),
    estimated: rest.eaches > 0,
    unmeasured: [...unmeasured].sort(),
  };
}

/**
 * Weight and volume of a truck. The plan's stand, which a person may have measured, unless another number of cartons left
 * than was planned: then those of the units, as far as their products are known.
 */
export function shippedFigures(reader: Reader, shipment: Shipment, units: readonly HandlingUnit[]): Pick<RoutingFigures, 'weightGrams' | 'volumeCubicCentimetres'> {
  const unmeasured = new Set<string>();
  const load = loadOf(reader, units.filter(({ parent }) => parent === null), unmeasured);
  if (load.cartons === shipment.cartons || unmeasured.size > 0) return shipment;
  return { weightGrams: load.weightGrams, volumeCubicCentimetres: Math.ceil(load.volume) };
}

/** What stands on units, each weighing what the scale said, else what its goods and the wood do. */
function loadOf(reader: Reader, units: readonly HandlingUnit[], unmeasured: Set<string>): Amount {
  return sum(
    units.map((unit) => {
      const amount = amountOn(reader, unit, unmeasured);
      return { ...amount, weightGrams: unit.weightGrams ?? amount.weightGrams + (unit.kind === 'pallet' ? emptyPallet.grams : 0) };
    }),
  );
}

const sum = (amounts: readonly Amount[]): Amount =>
  amounts.reduce((total, each) => ({ eaches: total.eaches + each.eaches, cartons: total.cartons + each.cartons, weightGrams: total.weightGrams + each.weightGrams, volume: total.volume + each.volume }), { eaches: 0, cartons: 0, weightGrams: 0, volume: 0 });

function amountOn(reader: Reader, unit: HandlingUnit, unmeasured: Set<string>): Amount {
  const contents = standingOn(reader, unit.sscc);
  return { ...sum(contents.map(({ sku, eaches }) => amountOf(reader.get('product', { sku }), eaches, unmeasured))), cartons: Math.max(unit.cartons, unit.kind === 'carton' ? 1 : 0) };
}

/** Accepted and on no pallet yet. */
function amountLeft(reader: Reader, line: Line, unmeasured: Set<string>): Amount {
  const left = Math.max(0, line.accepted - line.packed);
  return amountOf(line.sku === null ? undefined : reader.get('product', { sku: line.sku }), left, unmeasured);
}

function amountOf(product: Product | undefined, eaches: number, unmeasured: Set<string>): Amount {
  if (eaches === 0) return { eaches, cartons: 0, weightGrams: 0, volume: 0 };
  const caseSize = product?.caseSize ?? 1;
  const size = product && product.lengthMm !== null && product.widthMm !== null && product.heightMm !== null ? product.lengthMm * product.widthMm * product.heightMm : null;
  if (product && (size === null || product.weightGrams === null)) unmeasured.add(product.sku);
  const caseVolume = (size ?? 0) / 1000;
  return { eaches, cartons: Math.ceil(eaches / caseSize), weightGrams: eaches * (product?.weightGrams ?? 0), volume: (eaches / caseSize) * caseVolume };
}
