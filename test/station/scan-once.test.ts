import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished } from 'vitest';
import { router } from '../../electron/station/api/router.ts';
import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import { commandCode } from '../../shared/lib/barcode/house-code.ts';
import { temporaryFolder } from '../support/store.ts';
import { answer, importOrders, MUG, pack, pick, stockUp } from './hands.ts';

const CODE = '0614141999996';

async function signedIn() {
  const station = new Station({ data: temporaryFolder(), clock: systemClock, version: 'test' });
  onTestFinished(() => station.close());
  const client = createRouterClient(router, { context: { station, session: station.sessions.of('screen', 'browser') } });
  const { person } = await client.station.setUp({ siteName: 'Reno', zone: 'America/Los_Angeles', stationName: 'Dock 1', stationUse: 'floor', supervisorName: 'Sam', pin: '1234', locale: 'en' });
  return { station, client, by: person?.staffId ?? null };
}

it('counts a scan that is asked again after a lost answer once', async () => {
  const { station, client } = await signedIn();
  const scanId = crypto.randomUUID();
  const first = await client.floor.scan({ scanId, code: CODE });
  expect(first.answer.opId).toBe(scanId);
  const length = station.store.journalLength();
  await client.floor.scan({ scanId, code: CODE });
  expect(station.store.journalLength()).toBe(length);
  expect((await client.stock.unknownCodes({})).map(({ times }) => times)).toEqual([1]);
});

it('saves a scan as its own person\'s or not at all', async () => {
  const { station, client, by } = await signedIn();
  const scanId = crypto.randomUUID();
  const length = station.store.journalLength();
  await expect(client.floor.scan({ scanId, code: CODE, by: 'somebody-else' })).rejects.toMatchObject({ code: 'SIGNED_OUT' });
  await client.session.signOut({});
  await expect(client.floor.scan({ scanId, code: CODE, by })).rejects.toMatchObject({ code: 'SIGNED_OUT' });
  expect(station.store.journalLength()).toBe(length);
  await client.session.signIn({ staffId: by ?? '', pin: '1234' });
  expect((await client.floor.scan({ scanId, code: CODE, by })).answer.opId).toBe(scanId);
});

const PO = 'ONCE0001';

/** 24 mugs of an order, acknowledged; a pick of them is under way. */
async function picking() {
  const { station, client } = await signedIn();
  await stockUp({ station });
  await importOrders({ station }, [PO]);
  await answer({ station }, PO, 24);
  await client.floor.start({ kind: 'pick', po: PO });
  await client.floor.scan({ code: MUG.bin });
  const missing = (): number => station.reader.get('line', { po: PO as never, line: '1' })?.short ?? Number.NaN;
  return { station, client, missing };
}

const SHORT = commandCode('short');

it('a question whose answer was lost is not confirmed by asking again under the same id, but by the next scan', async () => {
  const { client, missing } = await picking();
  const scanId = crypto.randomUUID();
  const first = await client.floor.scan({ scanId, code: SHORT });
  expect(first.answer.confirm).not.toBeNull();
  expect((await client.floor.scan({ scanId, code: SHORT })).answer).toEqual(first.answer);
  expect(missing()).toBe(0);
  await client.floor.scan({ scanId: crypto.randomUUID(), code: SHORT });
  expect(missing()).toBe(24);
});

it('anything done by touch after a question makes the same scan ask anew', async () => {
  const { client, missing } = await picking();
  for (const touch of [() => client.floor.leave({}).then(() => client.floor.start({ kind: 'pick', po: PO })), () => client.floor.undo({}), () => client.floor.damaged({ po: PO, line: '1', eaches: 1, reason: 'broken', location: MUG.bin })]) {
    await client.floor.scan({ code: MUG.bin });
    expect((await client.floor.scan({ code: SHORT })).answer.confirm).not.toBeNull();
    await touch();
    await client.floor.scan({ code: MUG.bin });
    expect((await client.floor.scan({ code: SHORT })).answer.confirm).not.toBeNull();
    await client.floor.scan({ code: commandCode('no') });
  }
  expect(missing()).toBe(0);
});

it('a move, goods reported damaged and a short that are asked again under the same id count once', async () => {
  const { station, client, missing } = await picking();
  const bin = () => station.reader.get('bin', { sku: MUG.sku as never, location: MUG.bin as never })?.boxed;
  const damage = { scanId: crypto.randomUUID(), po: PO, line: '1', eaches: 2, reason: 'wet', location: MUG.bin } as const;
  const short = { scanId: crypto.randomUUID(), po: PO, line: '1', eaches: 3, reason: 'notThere', location: MUG.bin, next: 'wait' } as const;
  for (const _ of ['asked', 'asked again']) {
    await client.floor.damaged(damage);
    await client.floor.short(short);
  }
  expect([bin(), missing()]).toEqual([MUG.boxed - 2, 3]);
  await pick({ station }, PO);
  const sscc = await pack({ station }, PO);
  const move = { scanId: crypto.randomUUID(), from: sscc, to: null, goods: { kind: 'product', sku: MUG.sku, eaches: 6 } } as const;
  await client.floor.move(move);
  expect((await client.floor.move(move)).answer).toMatchObject({ result: 'accepted', message: { key: 'scanning.savedBefore' }, opId: move.scanId });
  expect(station.reader.find('unit', { po: PO as never }).map(({ eaches }) => eaches).sort()).toEqual([18, 6]);
  // Of the last ten it is one, as undo takes it back as one.
  const [moved, ...others] = await client.floor.recent({});
  const to = station.reader.find('unit', { po: PO as never }).find(({ eaches }) => eaches === 6)?.sscc;
  expect(moved).toMatchObject({ opId: move.scanId, undone: false, what: { key: 'history.scan.moved', params: { eaches: 6, sscc: to } } });
  expect(others[0]?.what.key).toBe('history.scan.close');
  await client.floor.undo({});
  expect((await client.floor.recent({}))[0]).toMatchObject({ opId: move.scanId, undone: true });
});

it('what was picked of an order that is cancelled is shown, and can be written off where it is broken', async () => {
  const { station, client } = await picking();
  await client.floor.scan({ code: MUG.bin });
  await client.floor.scan({ code: MUG.upc, quantity: 12 });
  await client.orders.cancel({ po: PO, reason: 'by telephone' });
  const stopped = await client.floor.task({});
  expect(stopped).toMatchObject({ stopped: { key: 'scanning.order.cancelledPutBack' }, line: { line: '1', picked: 12, packed: 0 } });
  const boxed = station.reader.get('stock', { sku: MUG.sku as never })?.boxed;
  const { answer } = await client.floor.damaged({ po: PO, line: '1', eaches: 5, reason: 'broken' });
  expect(answer).toMatchObject({ result: 'accepted', message: { key: 'scanning.damaged.done', params: { eaches: 5 } } });
  expect((await client.floor.task({}))?.line).toMatchObject({ picked: 7 });
  expect(station.reader.get('stock', { sku: MUG.sku as never })?.boxed).toBe(boxed);
});
