import type { PoNumber, Sku } from '../../lib/ids.ts';
import type { Content, ContentLot, PackedSerial, Trace } from '../state/entities.ts';
import type { Reader, World } from '../state/world.ts';

/*
 * The lots and serial numbers of what stands on a unit. They follow every eaches that goes on or comes off, so that for each content the
 * lots add up to at most its eaches, and to exactly them where all of it was packed with a lot or an expiry; likewise its serial numbers.
 */

interface Place {
  readonly sscc: string;
  readonly po: PoNumber;
  readonly line: string;
}

/** Some eaches of a content that have one lot and expiry, or one each with its serial number; null: packed without. */
export interface TracePart {
  readonly trace: Trace | null;
  readonly eaches: number;
}

type Batch = Pick<Trace, 'lot' | 'expiry'>;

const placeOf = ({ sscc, po, line }: Place): Place => ({ sscc, po, line });
const lotKey = (place: Place, { lot, expiry }: Batch) => ({ ...placeOf(place), lot: lot ?? '', expiry: expiry ?? '' }) as const;
const batchOf = ({ lot, expiry }: ContentLot): Batch => ({ lot: lot || null, expiry: expiry || null });
const isBatch = ({ lot, expiry }: Batch): boolean => lot !== null || expiry !== null;
const sum = (rows: readonly { readonly eaches: number }[]): number => rows.reduce((total, { eaches }) => total + eaches, 0);

export const sameTrace = (left: Trace | null, right: Trace | null): boolean =>
  left === right || (left !== null && right !== null && left.lot === right.lot && left.expiry === right.expiry && left.serial === right.serial);

/** Where an each with that serial number stands already, or with what it left. */
export const serialOf = (reader: Reader, sku: Sku, trace: Trace | null | undefined): PackedSerial | undefined =>
  trace?.serial == null ? undefined : reader.get('serial', { sku, serial: trace.serial });

export function addTrace(world: World, { sku, eaches, ...place }: Place & { readonly sku: Sku; readonly eaches: number }, trace: Trace): void {
  const { lot, expiry, serial } = trace;
  if (serial !== null) world.put('serial', { sku, serial, ...placeOf(place), lot, expiry });
  changeLot(world, place, trace, eaches);
}

function changeLot(world: World, place: Place, batch: Batch, by: number): void {
  if (!isBatch(batch) || by === 0) return;
  const key = lotKey(place, batch);
  const eaches = (world.get('lot', key)?.eaches ?? 0) + by;
  if (eaches > 0) world.put('lot', { ...key, eaches });
  else world.remove('lot', key);
}

/**
 * `off` eaches have come off a content, of which `rest` are left: those of `trace` where it names them. Where it does not, or where
 * others have taken those off meanwhile, goods packed without a lot go first, then serial numbers and lots in their order.
 */
export function takeTrace(world: World, place: Place, { off, rest }: { readonly off: number; readonly rest: number }, trace: Trace | null): void {
  if (trace) takeNamed(world, place, trace, off);
  const serials = world.find('serial', placeOf(place));
  for (const each of serials.slice(0, Math.max(0, serials.length - rest))) dropSerial(world, place, each);
  let surplus = sum(world.find('lot', placeOf(place))) - rest;
  for (const row of surplus > 0 ? world.find('lot', placeOf(place)) : []) {
    const less = Math.min(row.eaches, surplus);
    surplus -= less;
    changeLot(world, place, batchOf(row), -less);
  }
}

function takeNamed(world: World, place: Place, trace: Trace, off: number): void {
  if (trace.serial !== null) {
    const here = world.find('serial', placeOf(place)).find(({ serial }) => serial === trace.serial);
    if (here) dropSerial(world, place, here);
    return;
  }
  const there = world.get('lot', lotKey(place, trace))?.eaches ?? 0;
  changeLot(world, place, trace, -Math.min(there, off));
}

function dropSerial(world: World, place: Place, { sku, serial, lot, expiry }: PackedSerial): void {
  world.remove('serial', { sku, serial });
  changeLot(world, place, { lot, expiry }, -1);
}

/** What of a content is of which lot and serial number, cartons with their own SSCC included. */
export function partsOf(reader: Reader, content: Content): TracePart[] {
  return partition(content.eaches, reader.find('lot', placeOf(content)), reader.find('serial', placeOf(content)));
}

/** The same of the goods that are not in cartons with their own SSCC. */
export function loosePartsOf(reader: Reader, content: Content): TracePart[] {
  const labelled = reader.find('carton', { sscc: content.sscc }).filter(({ po, line }) => po === content.po && line === content.line);
  const inside = (row: ContentLot): number => sum(labelled.filter(({ trace }) => trace !== null && lotKey(content, trace).lot === row.lot && lotKey(content, trace).expiry === row.expiry));
  const lots = reader.find('lot', placeOf(content)).map((row) => ({ ...row, eaches: Math.max(0, row.eaches - inside(row)) }));
  const serials = reader.find('serial', placeOf(content)).filter(({ serial }) => !labelled.some(({ trace }) => trace?.serial === serial));
  return partition(content.eaches - sum(labelled), lots, serials);
}

function partition(eaches: number, lots: readonly ContentLot[], serials: readonly PackedSerial[]): TracePart[] {
  const parts: TracePart[] = [];
  let left = Math.max(0, eaches);
  const add = (trace: Trace | null, count: number): void => {
    const part = Math.min(left, count);
    left -= part;
    if (part > 0) parts.push({ trace, eaches: part });
  };
  for (const { lot, expiry, serial } of serials) add({ lot, expiry, serial }, 1);
  for (const row of lots) {
    const batch = batchOf(row);
    const numbered = serials.filter(({ lot, expiry }) => lot === batch.lot && expiry === batch.expiry).length;
    add({ ...batch, serial: null }, row.eaches - numbered);
  }
  add(null, left);
  return parts;
}

/** The first `eaches` of the parts. */
export function firstOf(parts: readonly TracePart[], eaches: number): TracePart[] {
  let left = eaches;
  return parts.flatMap((part) => {
    const own = Math.min(left, part.eaches);
    left -= own;
    return own > 0 ? [{ trace: part.trace, eaches: own }] : [];
  });
}
