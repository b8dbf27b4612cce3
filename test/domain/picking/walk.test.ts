import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byAddress } from '../../../shared/domain/picking/bins.ts';
import { MOST_ON_CART, ordersInFront } from '../../../shared/domain/picking/cart.ts';
import { inWalkOrder, nextOnWalk } from '../../../shared/domain/picking/walk.ts';
import { decideStartWalk } from '../../../shared/domain/scanning/join.ts';
import { location, poNumber, type Location } from '../../../shared/lib/ids.ts';
import { orderDocument } from '../../support/domain.ts';
import { ScanFloor } from '../scanning/floor.ts';

/* The order of a walk for several orders (shared/domain/picking/walk.ts), and walks to their end. */

interface Row {
  readonly id: number;
  readonly location: Location | null;
  readonly hpo: boolean;
  readonly turn: number;
  readonly position: number;
}

const rows: fc.Arbitrary<Row[]> = fc
  .array(fc.record({ location: fc.option(fc.constantFrom('A-1', 'A-2', 'A-10', 'B-1').map(location)), turn: fc.nat(3), position: fc.integer({ min: 1, max: 4 }) }), { maxLength: 24 })
  // The first two orders are hot: what is in front is.
  .map((all) => all.map((row, id) => ({ ...row, id, hpo: row.turn < 2 })));

describe('the order of a walk', () => {
  test('every line is in it once, whatever is wanted where', () => {
    fc.assert(fc.property(rows, (lines) => {
      expect(inWalkOrder(lines).map(({ id }) => id).sort((left, right) => left - right)).toEqual(lines.map(({ id }) => id));
    }));
  });

  test('no bin is visited twice', () => {
    fc.assert(fc.property(rows, (lines) => {
      const visits = inWalkOrder(lines).map((line) => line.location).filter((bin, index, all) => bin !== null && bin !== all[index - 1]);
      expect(new Set(visits).size).toBe(visits.length);
    }));
  });

  test('a bin in which an HPO wants something comes before every bin in which none does', () => {
    fc.assert(fc.property(rows, (lines) => {
      const hot = new Set(lines.filter(({ hpo }) => hpo).map((line) => line.location));
      const ordered = inWalkOrder(lines).filter((line) => line.location !== null).map((line) => hot.has(line.location));
      expect(ordered).toEqual([...ordered].sort((left, right) => Number(right) - Number(left)));
    }));
  });

  test('at one bin the order in front comes first, an HPO never after a standard order', () => {
    fc.assert(fc.property(rows, (lines) => {
      const ordered = inWalkOrder(lines);
      for (const [index, line] of ordered.entries()) {
        const before = index === 0 ? undefined : ordered[index - 1];
        if (before && before.location === line.location && (line.location !== null || before.hpo === line.hpo)) expect(before.turn).toBeLessThanOrEqual(line.turn);
      }
    }));
  });

  test('without an HPO it is the walk of a single pick: by address', () => {
    fc.assert(fc.property(rows, (lines) => {
      const bins = inWalkOrder(lines.map((line) => ({ ...line, hpo: false }))).flatMap((line) => line.location ?? []);
      expect(bins).toEqual([...bins].sort(byAddress));
    }));
  });
});

const BINS = ['A-01', 'A-02', 'B-01', 'B-02'];
const wants = fc.array(fc.record({ product: fc.nat(3), quantity: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 4 });
const carts = fc.array(fc.record({ hpo: fc.boolean(), wants }), { minLength: 2, maxLength: 5 });

/** Acknowledged orders on one cart; product n lies in bin n alone, 200 of it in cases of 4. */
function cartOf(orders: readonly { readonly hpo: boolean; readonly wants: readonly { readonly product: number; readonly quantity: number }[] }[]) {
  const floor = new ScanFloor();
  for (const [index, bin] of BINS.entries()) {
    floor.product(`P${index}`, { title: `Product ${index}`, caseSize: 4 });
    floor.stocked(`P${index}`, 200, bin);
  }
  const pos = orders.map((order, index) => {
    const po = `PO${index}`;
    floor.received(orderDocument(po, order.wants.map(({ product, quantity }) => ({ vendorSku: `P${product}`, quantity })), order.hpo ? { hpo: true, rush: true } : {}));
    floor.accept(po);
    return poNumber(po);
  });
  floor.perform(decideStartWalk(floor.world, { pos, share: false }, floor.context()));
  return { floor, pos };
}

describe('a walk to its end', () => {
  test('every each that is wanted is picked exactly once, for its own order; while an HPO wants anything the way leads to its bins, and there it comes first', () => {
    fc.assert(fc.property(carts, fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), (orders, hands) => {
      const { floor, pos } = cartOf(orders);
      const task = { po: pos[0] ?? null, cart: pos };
      const hotBins = (): Set<string | undefined> => new Set(pos.flatMap((po) => (floor.order(po).hpo ? floor.lines(po).filter(({ accepted, picked }) => accepted > picked).map(({ sku }) => BINS[Number(sku?.slice(1))]) : [])));
      for (let step = 0; step < 200; step += 1) {
        const at = floor.world.get('task', { station: floor.station })?.location ?? null;
        const next = nextOnWalk(floor.world, ordersInFront(floor.world, task), at);
        if (!next?.location) break;
        const hot = hotBins();
        if (next.location !== at && hot.size > 0) expect(hot).toContain(next.location);
        if (!next.hpo) expect(hot).not.toContain(next.location);
        if (next.location !== at) floor.scan(next.location);
        const hand = Math.min(hands[step % hands.length] ?? 1, next.remaining);
        expect(floor.scan(next.sku, { quantity: hand })).toMatchObject({ message: { key: 'cart.picked', params: { eaches: hand, po: next.po, place: next.carried.place } } });
      }
      for (const po of pos) for (const line of floor.lines(po)) expect(line.picked).toBe(line.accepted);
    }), { numRuns: 60 });
  });

  test('a place belongs to the same order from the first bin to the last', () => {
    fc.assert(fc.property(carts, (orders) => {
      const { floor, pos } = cartOf(orders);
      const task = { po: pos[0] ?? null, cart: pos };
      const places = (): string[] => ordersInFront(floor.world, task).map(({ place, order }) => `${place ?? ''} ${order.po}`).sort();
      const before = places();
      expect(before).toEqual(pos.map((po, index) => `${'ABCDEFGH'.charAt(index)} ${po}`));
      for (const bin of BINS) {
        floor.scan(bin);
        floor.scan(`P${BINS.indexOf(bin)}`);
        floor.scan(`P${BINS.indexOf(bin)}`);
        expect(places()).toEqual(before);
      }
    }), { numRuns: 30 });
  });

  test(`at most ${MOST_ON_CART} orders share a cart, and each only once`, () => {
    const { floor, pos } = cartOf(Array.from({ length: 2 }, () => ({ hpo: false, wants: [{ product: 0, quantity: 1 }] })));
    const start = (orders: readonly string[]) => decideStartWalk(floor.world, { pos: orders.map(poNumber), share: false }, floor.context());
    expect(start([pos[0] ?? '', pos[0] ?? ''])).toMatchObject({ ok: false, refusal: { code: 'cart.tooFew' } });
    expect(start(Array.from({ length: MOST_ON_CART + 1 }, (_, index) => `X${index}`))).toMatchObject({ ok: false, refusal: { code: 'cart.tooMany' } });
    expect(start([pos[0] ?? '', 'NOWHERE'])).toMatchObject({ ok: false, refusal: { code: 'scanning.refused.unknownOrder' } });
  });
});
