import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillDemo } from '../../electron/station/demo/fill-demo.ts';
import { demoOrders } from '../../electron/station/demo/orders.ts';
import { demoStaff } from '../../electron/station/demo/staff.ts';
import { matchesPin } from '../../electron/station/pin.ts';
import { queuePage } from '../../electron/station/queries/queue.ts';
import { productPage } from '../../electron/station/queries/stock.ts';
import { Station } from '../../electron/station/station.ts';
import type { Order } from '../../shared/domain/state/entities.ts';
import { parseInstant, parseZone, type Instant } from '../../shared/lib/time.ts';

const folders: string[] = [];

function open(at: string): Station {
  const data = mkdtempSync(join(tmpdir(), 'hotdock-demo-'));
  folders.push(data);
  const now = parseInstant(at) ?? (0 as Instant);
  return new Station({ data, clock: () => now, version: 'test' });
}

async function demo(at = '2026-09-16T17:00:00Z', zone = 'America/Chicago'): Promise<Station> {
  const station = open(at);
  station.enterDemo();
  await fillDemo(station, parseZone(zone));
  return station;
}

const orders = (station: Station): readonly Order[] => demoOrders.flatMap(({ po }) => station.reader.get('order', { po: po as Order['po'] }) ?? []);

/** Looked at by the tests that change nothing. */
let station: Station;

beforeAll(async () => {
  station = await demo();
});
afterAll(() => {
  station.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the demo warehouse', () => {
  test('has sixty orders, twelve of them hot, in every stage', () => {
    const all = orders(station);
    const hot = all.filter(({ hpo }) => hpo);
    expect(all).toHaveLength(60);
    expect(hot).toHaveLength(12);
    expect(new Set(hot.map(({ state }) => state))).toEqual(new Set(['received', 'acknowledged', 'picking', 'ready', 'loading', 'shipped', 'rejected']));
    expect(new Set(all.map(({ state }) => state))).toContain('packing');
    expect(hot.filter(({ needsReview }) => needsReview)).toHaveLength(1);
    expect(all.filter(({ channel }) => channel !== 'vendor').map(({ hpo }) => hpo)).toEqual([false]);
    expect(all.filter(({ incompleteLines }) => incompleteLines > 0)).toHaveLength(1);
    const shipped = hot.find(({ state }) => state === 'shipped');
    expect(shipped?.shippedInWindow).toBe(shipped?.requested);
  });

  test.each([
    ['just after midnight', '2026-09-17T05:01:00Z', 'America/Chicago'],
    ['just after the cut-off', '2026-09-16T21:01:00Z', 'America/Chicago'],
    ['on a Friday evening', '2026-09-18T23:30:00Z', 'America/Phoenix'],
    ['on a Sunday, far from the FCs', '2026-09-20T10:00:00Z', 'Asia/Tokyo'],
    ['when the clocks change', '2026-11-01T07:30:00Z', 'America/New_York'],
  ])('has one order overdue and one at risk %s', async (_, at, zone) => {
    const elsewhere = await demo(at, zone);
    const { counts } = queuePage(elsewhere, { offset: 0, limit: 100, search: '', only: 'all' }, null);
    expect(counts).toEqual({ hot: 10, standard: 40, atRisk: 1, overdue: 1 });
    elsewhere.close();
  });

  test('has forty products with stock, and nine people with the PINs it names', async () => {
    const products = productPage(station, { offset: 0, limit: 100, search: '', only: 'all' });
    expect(products.total).toBe(40);
    expect(products.rows.every(({ location, stock }) => location !== null && stock.boxed >= 0 && stock.allocated >= 0)).toBe(true);
    const people = station.reader.find('staff', {});
    expect(people).toHaveLength(9);
    expect(new Set(people.map(({ role }) => role))).toEqual(new Set(['picker', 'shipping', 'supervisor']));
    for (const { name, pin } of demoStaff) expect(await matchesPin(pin, people.find((person) => person.name === name)?.pinHash ?? '')).toBe(true);
  });

  test('everything in it happened before now, in the order of the journal, and follows from it', () => {
    const { entries } = station.store.journal(0, 10_000);
    const times = entries.map(({ operation }) => operation.occurredAt);
    expect(times).toEqual([...times].sort((left, right) => left - right));
    expect(Math.max(...times)).toBeLessThanOrEqual(station.now());
    expect(station.store.rebuild()).toMatchObject({ different: [], unreadable: [] });
    for (const { po, requested, accepted, rejected, backordered, picked, packed, shipped } of orders(station)) {
      expect({ po, sound: shipped <= packed && packed <= picked && picked <= accepted && accepted + rejected + backordered <= requested }).toEqual({ po, sound: true });
    }
  });

  test('looks alike every time', async () => {
    const other = await demo();
    const picture = (of: Station): unknown => orders(of).map(({ po, state, requested, accepted, picked, packed, shipped, receivedAt, shipBy }) => ({ po, state, requested, accepted, picked, packed, shipped, receivedAt, shipBy }));
    expect(picture(other)).toEqual(picture(station));
    other.close();
  });

  test('is filled once, tells screens once, and leaves the real store alone', async () => {
    const fresh = open('2026-09-16T17:00:00Z');
    const real = fresh.store.identity.station;
    fresh.enterDemo();
    const heard: string[] = [];
    const stop = fresh.publisher.subscribe('event', (event) => heard.push(event.type));
    await fillDemo(fresh, parseZone('America/Chicago'));
    stop();
    expect(heard).toEqual(['changed', 'status']);
    const length = fresh.store.journalLength();
    await fillDemo(fresh, parseZone('America/Chicago'));
    expect(fresh.store.journalLength()).toBe(length);
    fresh.leaveDemo();
    expect({ station: fresh.store.identity.station, journal: fresh.store.journalLength(), demo: fresh.store.identity.demo }).toEqual({ station: real, journal: 0, demo: false });
    fresh.close();
  });
});
