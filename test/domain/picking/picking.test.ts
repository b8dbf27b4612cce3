import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byAddress } from '../../../shared/domain/picking/bins.ts';
import { ordersInFront } from '../../../shared/domain/picking/cart.ts';
import { pickLines } from '../../../shared/domain/picking/pick-lines.ts';
import { nextOnWalk } from '../../../shared/domain/picking/walk.ts';
import { decideReturnToStock } from '../../../shared/domain/picking/return-to-stock.ts';
import { decideShort, decideShortResolved, proposeShort } from '../../../shared/domain/picking/short.ts';
import { location, poNumber } from '../../../shared/lib/ids.ts';
import { HOUR } from '../../../shared/lib/time.ts';
import { orderDocument, refusalOf } from '../../support/domain.ts';
import { codes, command, HOT, PLAIN, warehouse } from '../scanning/floor.ts';

const hot = poNumber(HOT);
const plain = poNumber(PLAIN);

describe('walking order', () => {
  test('numbers in addresses count as numbers, and bins come before lines', () => {
    expect(['B-1', 'A-10', 'A-2', 'A-2-1'].sort(byAddress)).toEqual(['A-2', 'A-2-1', 'A-10', 'B-1']);
    const floor = warehouse();
    expect(pickLines(floor.world, hot).map((line) => [line.location, line.line])).toEqual([['A-01-01', '1'], ['A-01-01', '3'], ['A-01-02', '2']]);
    expect(nextOnWalk(floor.world, ordersInFront(floor.world, { po: hot, cart: [] }), location('B-02-01'))).toMatchObject({ line: '1', location: 'B-02-01' });
  });

  test('addresses sort the same whichever way they are compared', () => {
    const address = fc.stringMatching(/^[A-C]{1,2}-\d{1,3}(-\d{1,2})?$/);
    fc.assert(fc.property(address, address, address, (one, two, three) => {
      expect(Math.sign(byAddress(one, two))).toBe(-Math.sign(byAddress(two, one)) + 0);
      if (byAddress(one, two) <= 0 && byAddress(two, three) <= 0) expect(byAddress(one, three)).toBeLessThanOrEqual(0);
    }));
  });
});

describe('short picks', () => {
  test('another bin first, then rejecting while Amazon takes a change, then a count, then waiting', () => {
    const floor = warehouse();
    const propose = (po = hot, at: string | null = 'A-01-01'): string[] => proposeShort(floor.world, { po, line: '1', location: at === null ? null : location(at) }, floor.context()).choices.map((choice) => choice.next);
    expect(propose()).toEqual(['other-bin', 'reject', 'count', 'wait']);
    expect(propose(plain, 'A-01-02')).toEqual(['reject', 'count', 'wait']);
    floor.pass(49 * HOUR);
    expect(propose(plain, 'A-01-02')).toEqual(['count', 'wait']);
    floor.stocked('MUG', 0, 'A-01-02');
    expect(propose(plain, 'A-01-02')).toEqual(['wait']);
  });

  test('the time in which Amazon takes a change runs from the first answer, not from receipt', () => {
    const floor = warehouse();
    floor.received(orderDocument('LATE', [{ vendorSku: 'MUG', quantity: 12 }]));
    floor.pass(47 * HOUR);
    floor.accept('LATE');
    floor.pass(2 * HOUR);
    const choices = (): string[] => proposeShort(floor.world, { po: poNumber('LATE'), line: '1', location: null }, floor.context()).choices.map(({ next }) => next);
    expect(choices()).toContain('reject');
    floor.pass(46 * HOUR);
    expect(choices()).not.toContain('reject');
  });

  test('who may not reject is told who decides it', () => {
    const floor = warehouse();
    const words = (role: 'picker' | 'shipping'): string => proposeShort(floor.world, { po: plain, line: '1', location: location('A-01-02') }, floor.context(role)).words.key;
    expect(words('shipping')).toBe('scanning.short.reject');
    expect(words('picker')).toBe('scanning.short.deskDecides');
  });

  test('never more than is left, and picking goes on around it until somebody resolves it', () => {
    const floor = warehouse();
    const short = (eaches: number): ReturnType<typeof decideShort> => decideShort(floor.world, { po: hot, line: '1', eaches, reason: 'damaged', location: location('A-01-01'), next: 'count' }, floor.context('picker'));
    expect(refusalOf(short(31)).code).toBe('scanning.refused.shortTooMuch');
    expect(floor.perform(short(30)).words.key).toBe('scanning.short.count');
    expect(refusalOf(short(1)).code).toBe('scanning.refused.shortTooMuch');
    expect(nextOnWalk(floor.world, ordersInFront(floor.world, { po: hot, cart: [] }), null)).toMatchObject({ line: '3' });
    const resolve = (): ReturnType<typeof decideShortResolved> => decideShortResolved(floor.world, { po: hot, line: '1', note: 'found behind' }, floor.context('shipping'));
    floor.perform(resolve());
    expect(floor.line(HOT, '1').short).toBe(0);
    expect(refusalOf(resolve()).code).toBe('scanning.refused.notShort');
  });

  test('DONE goes on to packing when the rest is reported missing', () => {
    const floor = warehouse();
    floor.scans(PLAIN, codes.mugCase);
    floor.perform(decideShort(floor.world, { po: plain, line: '1', eaches: 18, reason: 'not boxed', location: null, next: null }, floor.context('picker')));
    expect(floor.scan(command.done)).toMatchObject({ result: 'done', next: { task: 'pack' } });
    expect(floor.scan(codes.mugCase).next.instruction.key).toBe('scanning.step.packedRestIsShort');
  });
});

test('picked goods of a cancelled order go back on a bin; what is packed comes off its pallet first', () => {
  const floor = warehouse();
  floor.scans(PLAIN, codes.mugCase, codes.mugCase);
  floor.scan(PLAIN, { task: 'pack' });
  floor.scan(codes.mugCase);
  floor.apply([{ kind: 'order.cancelled', body: { po: plain, documentId: null, reason: 'customer', by: 'customer' } }]);
  const back = (eaches: number): ReturnType<typeof decideReturnToStock> => decideReturnToStock(floor.world, { po: plain, line: '1', eaches, location: location('D-01-01') }, floor.context('picker'));
  expect(refusalOf(back(12))).toMatchObject({ code: 'scanning.refused.returnTooMuch', params: { loose: 6 }, hint: { key: 'handlingUnits.hint.unpackFirst' } });
  floor.perform(back(6));
  expect(floor.stock('MUG')).toMatchObject({ boxed: 54, allocated: 6 });
  expect(floor.line(PLAIN, '1').picked).toBe(6);
});
