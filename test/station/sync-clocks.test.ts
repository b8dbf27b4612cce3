import { afterAll, beforeAll, expect, test } from 'vitest';
import { syncLines } from '../../electron/station/cli/sync-words.ts';
import { Words } from '../../electron/station/cli/words.ts';
import { entityKinds } from '../../shared/domain/state/entities.ts';
import { poNumber } from '../../shared/lib/ids.ts';
import { HOUR, instant, MINUTE, parseInstant, SECOND, type Instant, type Zone } from '../../shared/lib/time.ts';
import { stockSet, TestStation } from '../support/central.ts';
import { vendorOrders } from '../e2e/support/orders.ts';
import { answer, depart, load, MUG, pack, pick, stockUp, UNITS } from './hands.ts';
import { asSupervisor, isThrough, Site, type Workplace } from './site.ts';

/*
 * Clocks that are wrong, at a station and at central. Central's time is what deadlines go by; nothing is refused, lost, counted twice or put in
 * another order because of a clock.
 */

/** The day before the clocks go forward in New York. */
const BEGIN = parseInstant('2027-03-13T17:00:00Z') ?? instant(0);
const LAST_DAY = '2027-03-14';
/** The carrier comes at 15:00, which was 20:00 UTC the day before. */
const SHIP_BY = '2027-03-14T19:00:00Z';

/** What time it is for everybody; machines differ from it. */
const started = performance.now();
let passed = 0;
const trueTime = (): Instant => instant(BEGIN + passed + performance.now() - started);

class Machine {
  /** How far its clock is ahead. */
  fast = 0;
  readonly clock = (): Instant => instant(trueTime() + this.fast);
}

const words = new Words({ locale: 'en', zone: 'America/New_York' as Zone });
const site = new Site();
const [hub, left, right] = [new Machine(), new Machine(), new Machine()];
let dock: Workplace;
let desk: Workplace;

beforeAll(async () => {
  await site.start({ now: hub.clock });
  dock = await site.first('Dock', { clock: left.clock, zone: 'America/New_York' });
  await stockUp(dock);
  await asSupervisor(dock).station.changeSettings({ acknowledgeHours: 1, shipCutoff: '15:00' });
  await receive(dock, 'CLOCK1');
  await dock.until(isThrough);
  desk = await site.join('Desk', right.clock);
}, 60_000);
afterAll(() => site.close());

async function receive(place: Workplace, ...pos: readonly string[]): Promise<void> {
  const file = vendorOrders(...pos.map((po) => ({ po, goods: MUG, units: UNITS, from: '2027-03-10', to: LAST_DAY })));
  await asSupervisor(place).documents.import({ files: [{ name: `${pos.join()}.json`, base64: Buffer.from(file).toString('base64') }] });
}

const siteId = (): string => dock.station.store.identity.site;
const orderOf = ({ station }: Workplace, po: string) => station.reader.get('order', { po: poNumber(po) });
const isNear = (at: number | null | undefined, expected: number): boolean => Math.abs((at ?? 0) - expected) < MINUTE;
const overdue = async (place: Workplace): Promise<readonly string[]> => (await asSupervisor(place).queue.page({ offset: 0, limit: 100, only: 'overdue' })).rows.map(({ po }) => po).sort();

/** Central was heard after this call, by a clock that is off by so much: as where the scheduler sees that a clock was set or the machine slept. */
async function heardBy(place: Workplace, skew: number): Promise<void> {
  const asked = hub.clock();
  place.station.sync.networkUp();
  await place.station.sync.tryNow();
  await place.until(({ skewMs, lastHeardAt }) => skewMs !== null && Math.abs(skewMs - skew) < 10 * SECOND && lastHeardAt !== null && lastHeardAt >= asked);
}

/** Everything is at central once, in the order in which each station did it, and all agree. */
async function agree(): Promise<void> {
  const { log } = site.central.central;
  await site.inStep(dock, desk);
  const order = await log.read(siteId(), 0, 100_000);
  expect(new Set(order.map(({ opId }) => opId)).size).toBe(order.length);
  const rows = ({ station }: Workplace): unknown => Object.fromEntries(entityKinds.map((kind) => [kind, station.reader.find(kind, {})]));
  expect(rows(desk)).toEqual(rows(dock));
  for (const { station } of [dock, desk]) {
    const own = station.store.identity.station;
    const here = station.store.journal(0, 100_000).entries.flatMap(({ operation }) => (operation.station === own ? [operation.opId as string] : []));
    expect(order.filter((entry) => entry.station === own).map(({ opId }) => opId)).toEqual(here);
    expect(station.store.rebuild().different).toEqual([]);
  }
  expect(dock.station.reader.find('case', {})).toEqual([]);
}

const to1970 = (): number => 5 * MINUTE - trueTime();

test.each([
  ['an hour fast', () => HOUR, 'FAST'],
  ['an hour slow', () => -HOUR, 'SLOW'],
  ['in 1970', to1970, 'Y1970'],
])('a station %s: told on its screens, works by central’s time, and an order goes out from it', async (_name, jump, po) => {
  left.fast = jump();
  // Before it has heard central since: what is done now counts all the same.
  await asSupervisor(dock).orders.flag({ po: 'CLOCK1', hpo: true, reason: `set ${po}` });
  await heardBy(dock, left.fast);
  expect(isNear(dock.station.now(), trueTime())).toBe(true);
  const view = await dock.until(({ unsent }) => unsent === 0);
  const { lastHeardAt, lastSentAt, oldestUnsentAt } = view;
  expect(syncLines(words, view).join('\n')).toMatch(left.fast > 0 ? /clock is [\d,]+ s fast/ : /clock is [\d,]+ s slow/);
  expect([isNear(lastHeardAt, trueTime()), isNear(lastSentAt, trueTime()), oldestUnsentAt]).toEqual([true, true, null]);

  await receive(dock, po);
  expect(isNear(orderOf(dock, po)?.acknowledgeBy, trueTime() + HOUR)).toBe(true);
  await answer(dock, po, UNITS);
  await pick(dock, po);
  const shipment = await load(dock, po, await pack(dock, po));
  await depart(dock, shipment);
  await agree();
  const departed = desk.station.reader.find('shipment', {}).find(({ pos }) => pos.some((each) => each === po));
  expect(isNear(departed?.departedAt, trueTime())).toBe(true);

  // A start at the same wrong clock: its key still speaks for it.
  dock.close();
  dock = site.open(dock.data, left.clock);
  await dock.station.sync.start();
  await heardBy(dock, left.fast);
  await agree();
  left.fast = 0;
  await heardBy(dock, 0);
  expect(isNear(dock.station.now(), trueTime())).toBe(true);
  expect(syncLines(words, dock.station.sync.view()).join('\n')).not.toContain('clock');
}, 60_000);

test('the clocks go forward and one machine’s does not: a deadline of that day passes for all at the same moment', async () => {
  await receive(desk, 'SPRING');
  await answer(desk, 'SPRING', UNITS);
  await agree();
  expect(orderOf(dock, 'SPRING')?.shipBy).toBe(parseInstant(SHIP_BY));
  passed += Number(parseInstant(SHIP_BY)) - trueTime() - 30 * MINUTE;
  left.fast = -HOUR;
  await Promise.all([heardBy(dock, -HOUR), heardBy(desk, 0)]);
  expect([await overdue(dock), await overdue(desk)]).toEqual([['CLOCK1'], ['CLOCK1']]);
  passed += HOUR;
  await Promise.all([heardBy(dock, -HOUR), heardBy(desk, 0)]);
  expect([await overdue(dock), await overdue(desk)]).toEqual([['CLOCK1', 'SPRING'], ['CLOCK1', 'SPRING']]);
  await agree();
});

test('a quarter of an hour ends an access token at central whatever a station’s clock says, and the next one is had at once', async () => {
  const old = new TestStation(site.central.url, { site: siteId() });
  await old.enrol(await site.central.code(siteId()));
  expect((await old.pull(0)).status).toBe(200);
  left.fast = to1970();
  passed += 16 * MINUTE;
  expect((await old.pull(0)).status).toBe(401);
  await asSupervisor(dock).orders.flag({ po: 'CLOCK1', hpo: false, reason: 'after the token' });
  await heardBy(dock, left.fast);
  await heardBy(desk, 0);
  await agree();
  const refused = (await site.central.central.database.query<{ what: string }>("SELECT what FROM audit WHERE what LIKE 'token.%'")).map(({ what }) => what);
  expect(refused).toEqual([]);
});

test.each([['forward', HOUR], ['back', -HOUR]])('central’s own clock set an hour %s: stations go on with it, and its order with its numbers', async (_name, jump) => {
  left.fast = 0;
  hub.fast = jump;
  const sender = new TestStation(site.central.url, { site: siteId() });
  await sender.enrol(await site.central.code(siteId()));
  for (const place of [dock, desk]) await heardBy(place, -jump);
  await asSupervisor(desk).orders.flag({ po: 'CLOCK1', hpo: true, reason: 'while central is off' });
  expect((await sender.push([sender.next(stockSet('B', 5))])).body.results.map(({ verdict }) => verdict)).toEqual(['ok']);
  await agree();
  hub.fast = 0;
  for (const place of [dock, desk]) await heardBy(place, 0);
  await asSupervisor(dock).orders.flag({ po: 'CLOCK1', hpo: false, reason: 'set right' });
  await agree();
  expect(isNear(dock.station.now(), trueTime())).toBe(true);
});
