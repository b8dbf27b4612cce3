import { checkDigit } from '../../shared/lib/gtin.ts';
import { DAY, dateIn, instant, later, type Zone } from '../../shared/lib/time.ts';
import { vendorOrders } from '../e2e/support/orders.ts';
import type { Goods } from '../e2e/support/goods.ts';
import { asSupervisor, type AtStation, type Client } from './site.ts';

/* What people do at a station, through the API that screens use. */

const goods = (sku: string, upc: string, bin: string, boxed: number): Goods => ({
  sku, asin: `B0${sku.padEnd(8, '0')}`, title: `Product ${sku}`, upc: `${upc}${checkDigit(upc)}`, caseGtin: '', caseSize: 6, cost: '10.00', pounds: 1, bin, boxed, safety: 0,
});

/** Plenty; few; counted while it moves. */
export const MUG = goods('MUG', '06141410002', 'A-01', 5000);
export const PLATE = goods('PLATE', '06141410003', 'B-01', 8);
export const BOWL = goods('BOWL', '06141410004', 'C-01', 60);

/** Every order is of 24 eaches, in a window that is open now. */
export const UNITS = 24;

const today = (days: number): string => dateIn('UTC' as Zone, later(instant(Date.now()), days * DAY));

export async function importOrders(place: AtStation, pos: readonly string[], of: Goods = MUG, units = UNITS): Promise<void> {
  const file = vendorOrders(...pos.map((po) => ({ po, goods: of, units, from: today(-1), to: today(20) })));
  await asSupervisor(place).documents.import({ files: [{ name: `${pos[0] ?? ''}.json`, base64: Buffer.from(file).toString('base64') }] });
}

export async function stockUp(place: AtStation): Promise<void> {
  const by = asSupervisor(place);
  await by.station.changeSettings({ companyPrefix: '0614141', shipFrom: { id: 'GRNDX', name: 'Vendor', addressLine: '1 Dock Road', city: 'Phoenix', region: 'AZ', postalCode: '85001', country: 'US' } });
  for (const { sku, asin, upc, bin, boxed } of [MUG, PLATE, BOWL]) {
    await by.stock.putProduct({ sku, asin, title: `Product ${sku}`, gtinEach: upc, gtinCase: null, gtinPallet: null, caseSize: 6, cost: '10.00', currency: 'USD', weightGrams: 400, lengthMm: 400, widthMm: 300, heightMm: 200, location: bin });
    await by.stock.set({ sku, location: bin, boxed, safety: 0, reason: 'count' });
  }
}

export const answer = (place: AtStation, po: string, accept: number, of = UNITS): Promise<unknown> =>
  asSupervisor(place).acknowledgement.send({ po, lines: [{ line: '1', accept, rejectionReason: accept < of ? 'TemporarilyUnavailable' : null }] });

export async function pick(place: AtStation, po: string, eaches = UNITS, { bin, upc }: Goods = MUG, by: Client = asSupervisor(place)): Promise<void> {
  await by.floor.start({ kind: 'pick', po });
  await by.floor.scan({ code: bin });
  await by.floor.scan({ code: upc, quantity: eaches });
}

/** Packs on a pallet of its own and closes it. */
export async function pack(place: AtStation, po: string, eaches = UNITS): Promise<string> {
  const by = asSupervisor(place);
  await by.floor.start({ kind: 'pack', po });
  const { unit } = await by.units.open({ po, kind: 'pallet' });
  if (unit === null) throw new Error(`no pallet is open for ${po}`);
  const { sscc } = unit;
  await by.floor.scan({ code: MUG.upc, quantity: eaches });
  await by.units.close({ sscc, weightGrams: 50_000, heightMm: 900 });
  return sscc;
}

export async function load(place: AtStation, po: string, sscc: string): Promise<string> {
  const by = asSupervisor(place);
  const { shipmentId } = await by.shipments.create({ pos: [po], freightTerm: 'prepaid' });
  await by.floor.start({ kind: 'load', po });
  await by.floor.scan({ code: sscc });
  return shipmentId;
}

export const depart = (place: AtStation, shipmentId: string): Promise<unknown> => asSupervisor(place).shipments.depart({ shipmentId });

/** Plans a shipment whose freight Amazon pays for, and asks for its truck. */
export async function askForTruck(place: AtStation, po: string): Promise<string> {
  const by = asSupervisor(place);
  const planned = await by.shipments.create({ pos: [po], freightTerm: 'collect' });
  const { shipmentId, freightTerm, cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres, arn, scac, pro, bol, appointment } = planned;
  await by.shipments.change({
    shipmentId, freightTerm, cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres, arn, scac, pro, bol, appointment,
    freightReady: later(instant(Date.now()), 10 * DAY),
  });
  await by.shipments.requestRouting({ shipmentId });
  return shipmentId;
}
