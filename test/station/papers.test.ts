import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRouterClient } from '@orpc/server';
import { router } from '../../electron/station/api/router.ts';
import type { FileAnswer } from '../../shared/contracts/api.ts';
import type { Station } from '../../electron/station/station.ts';
import { demoStation } from '../printing/demo-papers.ts';
import { pagePng, pdfText, readBars } from '../printing/raster.ts';
import type { Client } from './site.ts';

/* Papers of the demo warehouse through the API that screens use, read back from the PDF. */

let station: Station;
let close: () => void;

beforeAll(async () => {
  ({ station, close } = await demoStation());
}, 60_000);
afterAll(() => close());

/** Somebody with that role, as a screen. */
function as(role: 'picker' | 'shipping' | 'supervisor'): Client {
  const person = station.reader.find('staff', { role })[0];
  return createRouterClient(router, { context: { station, session: { shell: 'command-line', staffId: person?.staffId ?? null } } });
}

const bytesOf = ({ base64 }: FileAnswer): Buffer => Buffer.from(base64, 'base64');
const textOf = (file: FileAnswer): string => pdfText(bytesOf(file)).replace(/\s+/g, ' ');

/** What the first page's bar codes say when they are scanned at this station, from the top. */
async function scanned(file: FileAnswer): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (const { text } of await readBars(pagePng(bytesOf(file), 300))) answers.push((await as('picker').floor.scan({ code: text })).answer);
  return answers;
}

const CURRENT = { result: 'info', message: { key: 'scanning.paper.current' } };

const HOT = '7JARS5PL';

describe('papers of the demo warehouse', () => {
  test('the packing list of an order: pallets by SSCC, products, sums; its bar code says that it is right', async () => {
    const file = await as('shipping').papers.file({ paper: 'packing-list', subject: HOT });
    const text = textOf(file);
    const [unit] = station.reader.find('unit', { po: HOT as never });
    for (const part of ['HPO', `Packing list of PO ${HOT}`, '0 0614141 000000014 2', 'Storage jar, bamboo lid, 900 ml', '27 cartons · 276 eaches', 'Nothing is short', 'Page 1 of 1']) expect(text).toContain(part);
    expect(unit?.eaches).toBe(276);
    expect(await scanned(file)).toMatchObject([CURRENT]);
  }, 60_000);

  test('short lines are on it with what is missing', async () => {
    const text = textOf(await as('shipping').papers.file({ paper: 'packing-list', subject: '4JFM3XJD' }));
    expect(text).toMatch(/Ordered Accepted Packed Missing .* 4JFM3XJD, 1 \d+ \d+ 48 \d+/);
  }, 60_000);

  test('the packing list of a shipment has every pallet of its orders and the numbers that are known', async () => {
    const shipment = station.reader.find('shipment', {}).find(({ state }) => state === 'loading');
    const text = textOf(await as('shipping').papers.file({ paper: 'shipment-packing-list', subject: shipment?.shipmentId ?? '' }));
    for (const { sscc } of station.reader.find('unit', { po: '7MOKA1WN' as never })) expect(text.replaceAll(' ', '')).toContain(sscc);
    expect(text).toContain(`BOL ${shipment?.bol ?? ''}`);
  }, 60_000);

  test('the manifest of a pallet carries the pallet itself as GS1-128: anybody who packs may print it', async () => {
    const [unit] = station.reader.find('unit', { po: HOT as never });
    const file = await as('picker').papers.file({ paper: 'pallet-manifest', subject: unit?.sscc ?? '' });
    expect(textOf(file)).toContain('423.5 lb');
    expect(await scanned(file)).toMatchObject([CURRENT, { message: { params: { unit: '0 0614141 000000014 2' } } }]);
  }, 60_000);

  test('the bill of lading of a shipment goes by the number that the first print gives it', async () => {
    const { shipmentId = '' } = station.reader.find('shipment', {}).find(({ pos, bol }) => bol === null && pos.some((po) => po === HOT)) ?? {};
    const bill = { paper: 'bill-of-lading', subject: shipmentId } as const;
    const file = await as('shipping').papers.file(bill);
    const { bol } = await as('shipping').shipments.get({ shipmentId });
    const text = textOf(file);
    for (const part of ['Bill of lading', `(402) ${bol ?? ''}`, HOT, 'Mixed, 2 products: Storage jar, bamboo lid, 1.5 l', '423.5 lb', 'Page 1 of 1']) expect(text).toContain(part);
    const read = (await readBars(pagePng(bytesOf(file), 300))).map((code) => code.text);
    expect(read[1]).toBe(`]C1402${bol ?? ''}`);
    expect((await as('picker').floor.scan({ code: read[0]?.slice(3) ?? '' })).answer).toMatchObject(CURRENT);
    expect(textOf(await as('shipping').papers.file({ ...bill, size: 'A4' }))).toContain('REPRINT');
    expect(station.store.rebuild().different).toEqual([]);
  }, 60_000);

  test('the day sheet has the hot orders first, clocks, trucks and people, and a place to write where nobody is on it', async () => {
    const file = await as('supervisor').papers.file({ paper: 'day-sheet', subject: 'today' });
    expect(file.fileName).toMatch(/^day-sheet-2026-09-16-[0-9A-Z]{4}\.pdf$/);
    const text = textOf(file);
    const standard = station.queue.live().find(({ hpo, state }) => !hpo && state === 'packing')?.po ?? '';
    for (const part of ['Day sheet', 'Wed, Sep 16', 'before everything else', HOT, standard]) expect(text).toContain(part);
    expect(text.indexOf(HOT)).toBeLessThan(text.indexOf(standard));
    const code = (await readBars(pagePng(bytesOf(file), 300)))[0]?.text.slice(3) ?? '';
    expect((await as('picker').floor.scan({ code })).answer).toMatchObject(CURRENT);
    await as('supervisor').orders.assign({ po: HOT, staffIds: station.reader.find('staff', { role: 'picker' }).slice(0, 1).map(({ staffId }) => staffId) });
    expect((await as('picker').floor.scan({ code })).answer).toMatchObject({ result: 'wrong', details: expect.arrayContaining([expect.objectContaining({ key: 'sheets.changed.order', params: expect.objectContaining({ po: HOT, what: 'assigned' }) })]) });
    await expect(as('supervisor').papers.file({ paper: 'day-sheet', subject: 'tomorrow' })).rejects.toMatchObject({ data: { code: 'sheets.refused.day', hint: { key: 'sheets.hint.day' } } });
    await expect(as('picker').papers.file({ paper: 'day-sheet', subject: 'today' })).rejects.toMatchObject({ data: { code: 'staff.refused.notAllowed' } });
  }, 60_000);

  test('the list of a cart is a picker’s to print, named by any of its orders; its bar code says that it is right; tote labels are scanned on the walk', async () => {
    const picker = as('picker');
    const pos = station.reader.find('order', {}).filter(({ state, accepted, picked }) => (state === 'acknowledged' || state === 'picking') && picked < accepted).slice(0, 2).map(({ po }) => po);
    await picker.floor.walk({ pos });
    const file = await picker.papers.file({ paper: 'cart-list', subject: pos[1] ?? '' });
    expect(file.fileName).toMatch(new RegExp(`^cart-list-${pos[0] ?? ''}-[0-9A-Z]{4}\\.pdf$`));
    for (const part of ['Cart A–B', ...pos, 'Total: ']) expect(textOf(file)).toContain(part);
    expect(await scanned(file)).toMatchObject([CURRENT]);
    const [tote] = await readBars(pagePng(bytesOf(await as('supervisor').papers.codeSheet({ kind: 'totes', first: 21 })), 300));
    expect((await picker.floor.scan({ code: tote?.text.slice(3) ?? '' })).answer).toMatchObject({ result: 'accepted', message: { key: 'tote.placed', params: { tote: 'T-021', place: 'A', po: pos[0] } } });
    await picker.floor.leave({});
    await expect(picker.papers.file({ paper: 'cart-list', subject: 'mine' })).rejects.toMatchObject({ data: { code: 'cartList.none', hint: { key: 'cartList.hint' } } });
  }, 60_000);

  test('the dossier of a shipment has all its orders, pallets, documents and scans, in the units of the paper', async () => {
    const shipment = station.reader.find('shipment', {}).find(({ state }) => state === 'loading');
    const text = textOf(await as('shipping').papers.dossier({ shipmentId: shipment?.shipmentId ?? '' }));
    for (const part of [`Dossier of shipment ${shipment?.shipmentId ?? ''}`, ...(shipment?.pos ?? []), ' lb', 'Freight charge terms', 'What happened: scans, people, times']) expect(text).toContain(part);
    for (const { sscc } of station.reader.find('unit', { shipmentId: shipment?.shipmentId ?? null })) expect(text.replaceAll(' ', '')).toContain(sscc);
    await expect(as('shipping').papers.dossier({ shipmentId: 'SH0' })).rejects.toMatchObject({ data: { code: 'shipment.refused.unknown' } });
  }, 60_000);

  test('who may not print, and what is not there, is refused in words', async () => {
    await expect(as('picker').papers.file({ paper: 'packing-list', subject: HOT })).rejects.toMatchObject({ data: { code: 'staff.refused.notAllowed' } });
    await expect(as('shipping').papers.file({ paper: 'shipment-packing-list', subject: 'SH0' })).rejects.toMatchObject({ data: { code: 'shipment.refused.unknown' } });
    await expect(as('picker').papers.file({ paper: 'pallet-manifest', subject: '006141410000099999' })).rejects.toMatchObject({ data: { code: 'handlingUnits.refused.unknown' } });
  });
});
