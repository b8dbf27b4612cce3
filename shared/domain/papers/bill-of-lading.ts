import type { PoNumber } from '../../lib/ids.ts';
import type { HandlingUnit, Order, Shipment } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { unitFacts, unitsOfShipment, type UnitFacts } from './units.ts';

/** What a bill of lading says of one order on the truck. */
export interface BolOrder {
  readonly po: PoNumber;
  readonly packages: number;
  /** Null: not every one of its units was weighed, and nothing is invented. */
  readonly weightGrams: number | null;
  /** Whether its goods stand on pallets: all, none, or some of them. */
  readonly pallets: 'all' | 'none' | 'some';
  readonly vendorCode: string | null;
}

/** Units of one kind with the same goods. */
export interface BolGoods {
  readonly kind: HandlingUnit['kind'];
  readonly units: number;
  readonly packages: number;
  readonly weightGrams: number | null;
  /** One product's title, or those of a mixed load in alphabetical order. */
  readonly titles: readonly string[];
}

/** Everything that a bill of lading says. Weights in grams, only of what was weighed. */
export interface BillOfLading {
  readonly bol: string | null;
  readonly scac: string | null;
  readonly pro: string | null;
  readonly arn: string | null;
  readonly freightTerm: Shipment['freightTerm'];
  readonly appointment: Shipment['appointment'];
  readonly shipToId: string | null;
  readonly shipTo: Order['shipTo'];
  readonly hpo: boolean;
  readonly orders: readonly BolOrder[];
  readonly goods: readonly BolGoods[];
  /** Handling units, packages and weight of the whole truck. */
  readonly total: { readonly units: number; readonly packages: number; readonly weightGrams: number | null };
  /** Nothing is packed yet, or something is still being packed: not final. */
  readonly open: boolean;
}

export function billOfLading(reader: Reader, shipment: Shipment): BillOfLading {
  const { bol, scac, pro, arn, freightTerm, appointment, pos } = shipment;
  // A carton on a pallet is a package of it, no handling unit.
  const units = unitsOfShipment(reader, shipment).filter(({ parent }) => parent === null).map((unit) => unitFacts(reader, unit));
  const orders = pos.flatMap((po) => reader.get('order', { po }) ?? []);
  const [first] = orders;
  return {
    bol, scac, pro, arn, freightTerm, appointment,
    shipToId: first?.shipToId ?? null,
    shipTo: first?.shipTo ?? null,
    hpo: orders.some(({ hpo }) => hpo),
    orders: orders.map((order) => orderRow(order, units.filter(({ po }) => po === order.po))),
    goods: goodsRows(units),
    total: { units: units.length, packages: packagesOf(units), weightGrams: weightOf(units) },
    open: units.length === 0 || units.some(({ open }) => open),
  };
}

/** A carton that counts no cartons on it is a package itself. */
const packagesOf = (units: readonly UnitFacts[]): number => units.reduce((sum, { kind, cartons }) => sum + (kind === 'carton' ? Math.max(1, cartons) : cartons), 0);

function weightOf(units: readonly UnitFacts[]): number | null {
  let sum = 0;
  for (const { weightGrams } of units) {
    if (weightGrams === null) return null;
    sum += weightGrams;
  }
  return units.length === 0 ? null : sum;
}

function orderRow({ po, vendorCode }: Order, units: readonly UnitFacts[]): BolOrder {
  const onPallets = units.filter(({ kind }) => kind === 'pallet').length;
  return { po, packages: packagesOf(units), weightGrams: weightOf(units), pallets: onPallets === 0 ? 'none' : onPallets === units.length ? 'all' : 'some', vendorCode };
}

function goodsRows(units: readonly UnitFacts[]): BolGoods[] {
  const groups = new Map<string, UnitFacts[]>();
  for (const unit of units) {
    const skus = [...new Set(unit.contents.map(({ sku }) => sku))].sort();
    const key = JSON.stringify([unit.kind, skus]);
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  return [...groups.values()].map((group) => ({
    kind: group[0]?.kind ?? 'pallet',
    units: group.length,
    packages: packagesOf(group),
    weightGrams: weightOf(group),
    titles: [...new Set(group.flatMap(({ contents }) => contents.map(({ title }) => title)))].sort(),
  }));
}
