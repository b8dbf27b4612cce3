import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { decideJoinWalk, decideStartWalk } from '../../../shared/domain/scanning/join.ts';
import type { Task } from '../../../shared/domain/state/entities.ts';
import { toteCode } from '../../../shared/lib/barcode/house-code.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { orderDocument } from '../../support/domain.ts';
import { codes, command, HOT, PLAIN, warehouse, type ScanFloor } from './floor.ts';

/* Totes on a cart: PLAIN (24 mugs) in place A, NEXT (5 mugs, 8 plates) in B. HOT (40 grinders, 6 mugs) may join. */

const NEXT = 'NXT00001';
const [FIRST, SECOND, THIRD] = ['T-001', 'T-002', 'T-003'].map(toteCode) as [string, string, string];
let floor: ScanFloor;

beforeEach(() => {
  floor = dock();
});

function dock(): ScanFloor {
  const built = warehouse();
  built.received(orderDocument(NEXT, [{ vendorSku: 'MUG', quantity: 5 }, { vendorSku: 'PLATE', quantity: 8 }]));
  built.accept(NEXT);
  walk(built, PLAIN, NEXT);
  return built;
}

function walk(on: ScanFloor, ...pos: readonly string[]): void {
  on.perform(decideStartWalk(on.world, { pos: pos.map(poNumber), share: false }, on.context()));
}

function task(on = floor): Task {
  const found = on.world.get('task', { station: on.station });
  if (!found) throw new Error('no task');
  return found;
}

/** A scan that is refused and changes nothing. */
function refused(code: string, expected: object): void {
  const before = floor.everything();
  expect(floor.scan(code)).toMatchObject({ result: 'wrong', ...expected });
  expect(floor.everything()).toBe(before);
}

describe('a tote comes into a place', () => {
  test('the first place without one gets it, the answer says which comes next; an order that joins later gets its own', () => {
    expect(floor.scan(FIRST)).toMatchObject({ result: 'accepted', message: { key: 'tote.placed', params: { tote: 'T-001', place: 'A', po: PLAIN, hpo: 'no' } }, details: [{ key: 'tote.next', params: { place: 'B', po: NEXT } }], next: { state: 'cart.toBin' } });
    expect(floor.scan(SECOND)).toMatchObject({ message: { key: 'tote.placed', params: { place: 'B' } }, details: [] });
    refused(THIRD, { message: { key: 'tote.noPlace', params: { tote: 'T-003' } } });
    floor.perform(decideJoinWalk(floor.world, { po: poNumber(HOT), share: false }, floor.context()));
    expect(floor.scan(THIRD)).toMatchObject({ message: { key: 'tote.placed', params: { place: 'C', po: HOT, hpo: 'yes' } } });
    expect(task().totes).toEqual([{ po: PLAIN, tote: 'T-001' }, { po: NEXT, tote: 'T-002' }, { po: HOT, tote: 'T-003' }]);
  });

  test('scanned again it asks whether it is taken out, and the place goes on without', () => {
    floor.scans(FIRST, SECOND);
    expect(floor.scan(FIRST)).toMatchObject({ result: 'info', confirm: FIRST, message: { key: 'tote.askTakeOut', params: { place: 'A' } } });
    expect(floor.scan(FIRST)).toMatchObject({ result: 'accepted', message: { key: 'tote.takenOut', params: { place: 'A' } } });
    floor.scan('A-01-02');
    expect(floor.scan(codes.mugCase)).toMatchObject({ message: { key: 'cart.picked', params: { place: 'A' } }, next: { state: 'cart.product' } });
  });

  test('one that stands on another cart is refused with its place; away from a cart it says where it stands', () => {
    floor.scan(FIRST);
    floor.station = 'station-2';
    floor.received(orderDocument('FAR00001', [{ vendorSku: 'PLATE', quantity: 1 }]));
    floor.accept('FAR00001');
    expect(floor.scan(FIRST)).toMatchObject({ result: 'info', message: { key: 'tote.stands', params: { tote: 'T-001', place: 'A', po: PLAIN } } });
    refused(SECOND, { message: { key: 'tote.onlyCart', params: { tote: 'T-002' } } });
    walk(floor, HOT, 'FAR00001');
    refused(FIRST, { message: { key: 'tote.elsewhere', params: { tote: 'T-001', place: 'A', po: PLAIN } } });
  });

  test('with the walk the totes are free again', () => {
    floor.scans(FIRST, command.done, command.done);
    walk(floor, NEXT, PLAIN);
    expect(task().totes).toEqual([]);
    expect(floor.scan(FIRST)).toMatchObject({ message: { params: { place: 'A', po: NEXT } } });
  });
});

describe('what is picked for a place with a tote is confirmed by it', () => {
  test('as many of a product as go into the place, then its tote once; the walk goes on', () => {
    floor.scans(FIRST, SECOND, 'A-01-02');
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'accepted', message: { key: 'cart.picked', params: { eaches: 6, place: 'A' } }, next: { state: 'cart.tote', po: PLAIN, instruction: { key: 'tote.put', params: { eaches: 6, sku: 'MUG', place: 'A', tote: 'T-001' } } } });
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'accepted', next: { state: 'cart.tote', instruction: { params: { eaches: 12 } } } });
    expect(floor.order(PLAIN).picked).toBe(12);
    expect(floor.scan(FIRST)).toMatchObject({ result: 'accepted', message: { key: 'tote.in', params: { eaches: 12, place: 'A', po: PLAIN, tote: 'T-001' } }, next: { state: 'cart.product', po: PLAIN, instruction: { params: { left: 12 } } } });
    expect(task().put).toEqual([]);
  });

  test('the wrong tote says where it stands and which one was expected; nothing changes, and nothing else is taken meanwhile', () => {
    floor.scans(FIRST, SECOND, 'A-01-02', codes.mugCase);
    const expected = { key: 'tote.put', params: { tote: 'T-001' } };
    refused(SECOND, { message: { key: 'tote.wrong', params: { tote: 'T-002', stands: 'B', wanted: 'T-001', place: 'A', po: PLAIN } }, expected });
    for (const code of ['C-01-01', command.next, command.done, command.short, command.damaged]) refused(code, { message: { key: 'tote.first', params: { tote: 'T-001', place: 'A' } }, expected });
  });

  test('a case that two places share is put into both, in any order; the same piece may not go on before', () => {
    floor.scans(FIRST, SECOND, 'A-01-02');
    floor.scan('MUG', { quantity: 23 });
    floor.scan(FIRST);
    expect(floor.scan(codes.mugCase)).toMatchObject({ message: { key: 'cart.split' }, next: { state: 'cart.tote', instruction: { params: { eaches: 1, place: 'A' } } } });
    expect(floor.scan(SECOND)).toMatchObject({ message: { key: 'tote.in', params: { eaches: 5, place: 'B' } }, next: { state: 'cart.tote', instruction: { params: { place: 'A' } } } });
    expect(floor.scan(FIRST)).toMatchObject({ message: { key: 'tote.in', params: { eaches: 1, place: 'A' } }, next: { state: 'cart.toBin', sku: 'PLATE' } });
  });

  test('a place without a tote goes on as ever beside one that has one', () => {
    floor.scans(FIRST, 'C-01-01');
    expect(floor.scan(codes.plateEach)).toMatchObject({ message: { params: { place: 'B' } }, next: { state: 'cart.product' } });
    floor.scan('A-01-02');
    expect(floor.scan(codes.mugEach).next.state).toBe('cart.tote');
  });

  test('a label that cannot be read: another tote takes the place when it is scanned twice, and the goods are in it', () => {
    floor.scans(FIRST, 'A-01-02', codes.mugCase);
    expect(floor.scan(THIRD)).toMatchObject({ confirm: THIRD, message: { key: 'tote.askReplace', params: { tote: 'T-003', place: 'A', wanted: 'T-001' } } });
    expect(floor.scan(THIRD)).toMatchObject({ result: 'accepted', message: { key: 'tote.replaced' }, next: { state: 'cart.product' } });
    expect(task()).toMatchObject({ totes: [{ po: PLAIN, tote: 'T-003' }], put: [] });
  });

  test('undo takes the pick back and what waited with it; of two cases one still waits', () => {
    floor.scans(FIRST, 'A-01-02', codes.mugCase, codes.mugCase);
    floor.scan(command.undo);
    expect(task().put).toEqual([{ po: PLAIN, sku: 'MUG', eaches: 6 }]);
    floor.scan(command.undo);
    expect(task().put).toEqual([]);
    expect(floor.order(PLAIN).picked).toBe(0);
    expect(floor.scan(codes.mugEach).next.state).toBe('cart.tote');
  });

  test('the last tote ends the walk; an order that is cancelled meanwhile waits for nothing', () => {
    floor.scans(FIRST, SECOND, 'A-01-02');
    floor.scan('MUG', { quantity: 24 });
    floor.scan(FIRST);
    floor.scan('MUG', { quantity: 5 });
    floor.scans(SECOND, 'C-01-01');
    expect(floor.scan('PLATE', { quantity: 8 })).toMatchObject({ result: 'accepted', next: { state: 'cart.tote' } });
    expect(floor.scan(SECOND)).toMatchObject({ result: 'done', next: { state: 'cart.done' } });

    floor = dock();
    floor.scans(FIRST, 'A-01-02', codes.mugCase);
    floor.apply([{ kind: 'order.cancelled', body: { po: poNumber(PLAIN), documentId: null, reason: 'customer', by: 'customer' } }]);
    expect(floor.scan('C-01-01')).toMatchObject({ result: 'accepted', message: { key: 'scanning.pick.at' } });
  });

  test('whatever is scanned: what waits was picked, is of places with totes, and no piece is picked while another place’s waits', () => {
    const act = fc.constantFrom(FIRST, FIRST, SECOND, THIRD, 'A-01-02', 'C-01-01', codes.mugCase, codes.mugEach, codes.mugEach, codes.plateEach, command.undo, command.next);
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const here = dock();
        for (const each of acts) {
          const before = here.world.get('task', { station: here.station });
          const { result } = here.scan(each);
          const now = here.world.get('task', { station: here.station });
          if (now?.kind !== 'pick' || before?.kind !== 'pick') return;
          for (const { po, sku, eaches } of now.put) {
            expect(now.totes.some((tote) => tote.po === po)).toBe(true);
            expect(here.lines(po).filter((line) => line.sku === sku).reduce((sum, { picked }) => sum + picked, 0)).toBeGreaterThanOrEqual(eaches);
          }
          if (before.put.length > 0 && result === 'accepted' && each !== command.undo) expect(now.put.every(({ po, sku }) => before.put.some((put) => put.po === po && put.sku === sku))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
