import { connect } from '../../../electron/station/cli/connect.ts';
import type { StationClient } from '../../../electron/station/cli/connect.ts';
import { refusalOf } from '../../../electron/station/cli/failure.ts';
import { clockFrom, systemClock } from '../../../electron/station/clock.ts';
import { instant, parseInstant } from '../../../shared/lib/time.ts';
import { say } from '../../../shared/messages/say.ts';
import { productsCsv, stockCsv } from './goods.ts';
import type { Goods } from './goods.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Does something in a data folder while no station has it open, as somebody or, before the first start, as nobody. */
export async function inFolder(data: string, { now, as }: { readonly now?: string; readonly as?: Person }, work: (client: StationClient) => Promise<void>): Promise<void> {
  const clock = now === undefined ? systemClock : clockFrom(parseInstant(now) ?? instant(0));
  const { client, close } = await connect({ data, clock, version: '0', as: as?.name });
  try {
    await work(client);
  } catch (error) {
    const refusal = refusalOf(error);
    throw refusal === undefined ? error : new Error(`the station refused: ${say('en', refusal.message.key, refusal.message.params)}`, { cause: error });
  } finally {
    await close();
  }
}

export interface Person {
  readonly name: string;
  readonly role: 'picker' | 'shipping' | 'supervisor';
  readonly pin: string;
  readonly badge: string;
}

export const marta: Person = { name: 'Marta Ruiz', role: 'supervisor', pin: '4711', badge: '4711' };
export const priya: Person = { name: 'Priya Nair', role: 'shipping', pin: '2001', badge: '2001' };
export const luis: Person = { name: 'Luis Ortega', role: 'picker', pin: '3001', badge: '3001' };
export const hana: Person = { name: 'Hana Sato', role: 'picker', pin: '3002', badge: '3002' };

/** Who works at the warehouse besides the supervisor, and what pallets are numbered with. */
export async function hire(client: StationClient): Promise<void> {
  for (const person of [priya, luis, hana]) await client.people.put({ staffId: null, ...person, active: true });
  const known = (await client.people.list({})).find(({ name }) => name === marta.name);
  await client.people.put({ staffId: known?.staffId ?? null, ...marta, active: true });
  await client.station.changeSettings({
    companyPrefix: '0614141',
    shipFrom: { id: 'GRNDX', name: 'Grinder House', addressLine: '1 Dock Road', city: 'Phoenix', region: 'AZ', postalCode: '85001', country: 'US' },
  });
}

/** A warehouse past its first start, with people, products and stock. */
export async function openWarehouse(client: StationClient, goods: readonly Goods[]): Promise<void> {
  await client.station.setUp({ siteName: 'Phoenix South', zone: 'America/Chicago', stationName: 'Dock 2', stationUse: 'shipping', supervisorName: marta.name, pin: marta.pin, locale: 'en' });
  await hire(client);
  await stockUp(client, goods);
}

async function stockUp(client: StationClient, goods: readonly Goods[]): Promise<void> {
  await client.stock.importProducts({ name: 'products.csv', base64: base64(productsCsv(goods)) });
  await client.stock.importStock({ name: 'stock.csv', base64: base64(stockCsv(goods)) });
}

export async function importOrders(client: StationClient, name: string, text: string): Promise<void> {
  await client.documents.import({ files: [{ name, base64: base64(text) }] });
}
