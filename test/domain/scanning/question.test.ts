import { beforeEach, describe, expect, test } from 'vitest';
import type { ScanAnswer } from '../../../shared/domain/scanning/answer.ts';
import { decideJoinWalk } from '../../../shared/domain/scanning/join.ts';
import { beforeNext, decideAfter, NOTHING_BEFORE, type Before } from '../../../shared/domain/scanning/question.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { command, HOT, PLAIN, warehouse, type ScanFloor } from './floor.ts';

/* A question is answered only as it was read. */

let floor: ScanFloor;
let before: Before;

/** As the station does it: what was asked is kept, and held against what would be asked now. */
function scan(code: string): ScanAnswer {
  const { operations, result } = decideAfter(floor.world, { code, task: null, po: null, quantity: null }, before, floor.context());
  floor.apply(operations);
  before = beforeNext(result, before, floor.now);
  return result;
}

beforeEach(() => {
  floor = warehouse();
  before = NOTHING_BEFORE;
  scan(PLAIN);
  expect(scan(command.short)).toMatchObject({ message: { key: 'scanning.command.askShort', params: { sku: 'MUG', eaches: 24 } } });
});

describe('after "SHORT: 24 mugs?"', () => {
  test.each([command.short, command.yes])('%s reports just that', (code) => {
    expect(scan(code)).toMatchObject({ result: 'accepted', message: { key: 'scanning.command.short', params: { sku: 'MUG', eaches: 24 } } });
  });

  test('the HPO taken along by touch makes it another question: the same scan asks that one', () => {
    floor.perform(decideJoinWalk(floor.world, { po: poNumber(HOT), share: false }, floor.context()));
    const [line] = floor.world.find('line', { po: poNumber(HOT) });
    expect(scan(command.short)).toMatchObject({ confirm: command.short, message: { key: 'cart.askShort', params: { sku: 'GRIND', po: HOT } } });
    expect(floor.world.get('line', { po: poNumber(HOT), line: line?.line ?? '' })?.short).toBe(0);
    expect(scan(command.short), 'and that one is answered by it').toMatchObject({ message: { key: 'scanning.command.short', params: { sku: 'GRIND' } } });
  });

  test('YES to what is no longer asked reports nothing', () => {
    floor.perform(decideJoinWalk(floor.world, { po: poNumber(HOT), share: false }, floor.context()));
    const everything = floor.everything();
    expect(scan(command.yes).result).not.toBe('accepted');
    expect(floor.everything()).toBe(everything);
  });
});
