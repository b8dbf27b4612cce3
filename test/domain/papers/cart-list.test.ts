import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { decidePaperPrinted } from '../../../shared/domain/papers/decide.ts';
import { markNow, type PaperName } from '../../../shared/domain/papers/printed.ts';
import { cartStops } from '../../../shared/domain/picking/cart-stops.ts';
import { decideJoinWalk, decideStartWalk } from '../../../shared/domain/scanning/join.ts';
import type { Task } from '../../../shared/domain/state/entities.ts';
import { paperCode } from '../../../shared/lib/barcode/house-code.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { MINUTE } from '../../../shared/lib/time.ts';
import { orderDocument } from '../../support/domain.ts';
import { codes, command, HOT, PLAIN, warehouse, type ScanFloor } from '../scanning/floor.ts';

/* The pick list of a cart: HOT (30 + 10 grinders, 6 mugs), PLAIN (24 mugs) and NEXT (5 mugs, 8 plates). */

const NEXT = 'NXT00001';
let floor: ScanFloor;

beforeEach(() => {
  floor = withNext();
});

function withNext(): ScanFloor {
  const built = warehouse();
  built.received(orderDocument(NEXT, [{ vendorSku: 'MUG', quantity: 5 }, { vendorSku: 'PLATE', quantity: 8 }]));
  built.accept(NEXT);
  return built;
}

const walk = (on: ScanFloor, ...pos: readonly string[]): void => void on.perform(decideStartWalk(on.world, { pos: pos.map(poNumber), share: false }, on.context()));

function task(on: ScanFloor): Task {
  const found = on.world.get('task', { station: on.station });
  if (!found) throw new Error('no task');
  return found;
}

/** Bin, product, and for each place how many. */
const stopsOf = (on: ScanFloor): (readonly [string | null, string, Readonly<Record<string, number>>])[] => cartStops(on.world, task(on)).map(({ location, sku, shares }) => [location, sku, Object.fromEntries(shares.map(({ carried, eaches }) => [carried.place ?? '', eaches] as const))] as const);

describe('what a cart’s list says', () => {
  test('the hot order’s bins first; at each bin how many of a product go into which place, the hot order in front', () => {
    walk(floor, PLAIN, NEXT, HOT);
    expect(stopsOf(floor)).toEqual([
      ['A-01-01', 'GRIND', { C: 40 }],
      ['A-01-02', 'MUG', { C: 6, A: 24, B: 5 }],
      ['C-01-01', 'PLATE', { B: 8 }],
    ]);
    floor.scans('A-01-02', codes.mugCase, codes.mugCase);
    expect(stopsOf(floor)[1]).toEqual(['A-01-02', 'MUG', { A: 18, B: 5 }]);
  });

  test('whatever was picked, reported missing or cancelled: each order’s open eaches are on it once, and nothing else', () => {
    const act = fc.constantFrom('A-01-01', 'A-01-02', 'C-01-01', codes.grinderCase, codes.mugCase, codes.mugEach, codes.plateEach, command.short, command.next, 'cancel NEXT');
    fc.assert(
      fc.property(fc.shuffledSubarray([HOT, PLAIN, NEXT], { minLength: 2 }), fc.array(act, { maxLength: 25 }), (pos, acts) => {
        const here = withNext();
        walk(here, ...pos);
        for (const each of acts) {
          if (here.world.get('task', { station: here.station })?.kind !== 'pick') break;
          if (each === 'cancel NEXT') here.apply([{ kind: 'order.cancelled', body: { po: poNumber(NEXT), documentId: null, reason: 'customer', by: 'customer' } }]);
          else here.scan(each);
        }
        const now = here.world.get('task', { station: here.station });
        if (now?.kind !== 'pick') return;
        const stops = cartStops(here.world, now);
        expect(new Set(stops.map(({ location, sku }) => `${location} ${sku}`)).size).toBe(stops.length);
        for (const po of pos) {
          const open = here.order(po).state === 'cancelled' ? 0 : here.lines(po).reduce((sum, { accepted, picked, short }) => sum + Math.max(0, accepted - picked - short), 0);
          const listed = stops.flatMap(({ shares }) => shares).filter(({ carried }) => carried.order.po === po).reduce((sum, { eaches }) => sum + eaches, 0);
          expect(listed).toBe(open);
        }
        const hot = stops.map(({ shares }) => shares.some(({ carried }) => carried.order.hpo));
        // Bins of the hot order first; in a bin its products before others.
        const bins = [...new Set(stops.map(({ location }) => location))].map((bin) => stops.some((stop, index) => stop.location === bin && hot[index]));
        expect(bins).toEqual(bins.toSorted((left, right) => Number(right) - Number(left)));
        for (const { shares } of stops) expect(shares.map(({ carried }) => carried.order.hpo)).toEqual(shares.map(({ carried }) => carried.order.hpo).toSorted((left, right) => Number(right) - Number(left)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the bar code of a cart’s list', () => {
  const list = (po: string): PaperName => ({ paper: 'cart-list', subject: po });

  /** Printed now, and scanned whenever it is called. */
  function printed(po: string): () => ReturnType<ScanFloor['scan']> {
    floor.pass(5 * MINUTE);
    const code = paperCode('cart-list', po, floor.now, markNow(floor.world, list(po)) ?? '');
    floor.pass(5 * MINUTE);
    return () => floor.scan(code);
  }

  test('picking, shorts and another bin leave it right, and asking changes nothing', () => {
    walk(floor, PLAIN, HOT);
    const scan = printed(PLAIN);
    floor.scans('A-01-02', codes.mugCase, codes.mugCase, command.next, command.short, command.short);
    const before = floor.everything();
    expect(scan()).toMatchObject({ result: 'info', message: { key: 'scanning.paper.current', params: { paper: 'cartList', subject: PLAIN } } });
    expect(floor.everything()).toBe(before);
  });

  test('an order that joined, was cancelled or accepted anew makes it outdated: it says what happened and who is on the cart now', () => {
    const outdated = (...details: readonly object[]) => ({ result: 'wrong', message: { key: 'scanning.paper.outdated' }, details });
    const now = (places: string) => ({ key: 'cartList.now', params: { places } });
    walk(floor, PLAIN, NEXT);
    const first = printed(PLAIN);
    floor.perform(decideJoinWalk(floor.world, { po: poNumber(HOT), share: false }, floor.context()));
    const places = `A ${PLAIN}, B ${NEXT}, C ${HOT} (HPO)`;
    expect(first()).toMatchObject(outdated(now(places)));
    const second = printed(PLAIN);
    floor.apply([{ kind: 'order.cancelled', body: { po: poNumber(NEXT), documentId: null, reason: 'customer', by: 'customer' } }]);
    expect(second()).toMatchObject(outdated({ key: 'sheets.changed.order', params: { po: NEXT } }, { key: 'orders.change.cancelled' }, now(places)));
    const third = printed(PLAIN);
    const lines = floor.lines(HOT).map(({ line, requested }) => ({ line, accepted: requested - 1, rejected: 1, backordered: 0, rejectionReason: 'TemporarilyUnavailable' as const, shipDate: null }));
    floor.apply([{ kind: 'order.acknowledged', body: { po: poNumber(HOT), version: 2, lines, override: null } }]);
    expect(third()).toMatchObject(outdated({ key: 'sheets.changed.order', params: { po: HOT, what: 'acknowledged' } }, now(places)));
  });

  test('after the walk it says that the walk is over; the next walk of the same orders has another list', () => {
    walk(floor, PLAIN, NEXT);
    const scan = printed(PLAIN);
    floor.scans(command.done, command.done);
    expect(scan()).toMatchObject({ result: 'wrong', message: { key: 'cartList.over', params: { subject: PLAIN } } });
    floor.pass(MINUTE);
    walk(floor, PLAIN, NEXT);
    expect(scan()).toMatchObject({ result: 'wrong', message: { key: 'scanning.paper.outdated' } });
  });

  test('a picker may print it; the same list again is a reprint, after a change it is none; without a walk there is none', () => {
    const print = () => floor.perform(decidePaperPrinted(floor.world, list(PLAIN), floor.context('picker')));
    expect(decidePaperPrinted(floor.world, list(PLAIN), floor.context('picker'))).toMatchObject({ ok: false, refusal: { code: 'cartList.none', hint: { key: 'cartList.hint' } } });
    walk(floor, PLAIN, NEXT);
    expect(print().reprint).toBe(false);
    expect(print().reprint).toBe(true);
    floor.perform(decideJoinWalk(floor.world, { po: poNumber(HOT), share: false }, floor.context()));
    expect(print().reprint).toBe(false);
  });
});
