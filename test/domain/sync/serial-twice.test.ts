import { beforeEach, describe, expect, test } from 'vitest';
import type { Case } from '../../../shared/domain/state/entities.ts';
import { proposalsOf } from '../../../shared/domain/sync/proposals.ts';
import { decideResolve } from '../../../shared/domain/sync/resolve/decide-resolve.ts';
import { poNumber, sku } from '../../../shared/lib/ids.ts';
import { codes, command, PLAIN } from '../scanning/floor.ts';
import { bookFaults } from './books.ts';
import { rowsOf, twoStations, type Site, type Station } from './site.ts';

/* A serial number is one piece's: two stations that pack it without knowing of each other count it once, and a case says so. */

const MUG = sku('MUG');
const piece = (serial: string): string => `(01)${codes.mugEach.padStart(14, '0')}(21)${serial}`;

let site: Site;
let left: Station;
let right: Station;

function meet(): void {
  left.push();
  right.push();
  left.pull();
  right.pull();
  expect(rowsOf(left.world)).toEqual(rowsOf(site.world));
  expect(rowsOf(right.world)).toEqual(rowsOf(site.world));
  expect(bookFaults(site.world)).toEqual([]);
}

const line = () => site.world.get('line', { po: poNumber(PLAIN), line: '1' });
const standsOn = (serial: string): string | undefined => site.world.get('serial', { sku: MUG, serial })?.sscc;
const eachesOn = (sscc: string): number | undefined => site.world.get('unit', { sscc })?.eaches;

/** Each station packs its pieces on a pallet of its own; answers with the pallets. */
function pack(ours: readonly string[], theirs: readonly string[]): readonly [string, string] {
  for (const [station, pieces] of [[left, ours], [right, theirs]] as const) {
    station.scan(PLAIN, { task: 'pack' });
    for (const serial of pieces) expect(station.scan(piece(serial)).result, serial).toMatch(/accepted|done/);
  }
  return [left.inHand(), right.inHand()];
}

function only(): Case {
  const [one, ...others] = site.openCases().filter(({ type }) => type === 'packed-twice');
  if (!one) throw new Error('no case');
  expect(others).toEqual([]);
  return one;
}

function decide(decision: 'keep-first' | 'keep-second' | 'keep-both'): void {
  left.perform(decideResolve(left.world, { caseId: only().caseId, decision, note: null }, left.context()));
  left.sync();
  right.pull();
  expect(bookFaults(site.world)).toEqual([]);
}

const offered = (): readonly string[] => proposalsOf(left.world, only(), left.context()).map(({ decision }) => decision);

beforeEach(() => {
  ({ site, left, right } = twoStations());
  const mug = left.world.get('product', { sku: MUG });
  left.product('MUG', { ...mug, needs: { lot: false, expiry: false, serial: true, shelfLifeDays: null } });
  left.scans(PLAIN, ...Array.from({ length: 4 }, () => codes.mugEach), command.done, command.done);
  left.sync();
  right.sync();
});

describe('a piece that both pack', () => {
  test('stands on the pallet of the first in the site’s order; the other pieces of both count', () => {
    const [first, second] = pack(['S1', 'S2'], ['S3', 'S1']);
    meet();
    expect([standsOn('S1'), standsOn('S2'), standsOn('S3')]).toEqual([first, first, second]);
    expect([eachesOn(first), eachesOn(second)]).toEqual([2, 1]);
    expect(line()).toMatchObject({ picked: 4, packed: 3 });
    expect(only()).toMatchObject({
      units: 1, po: PLAIN, sku: 'MUG', first: { station: 'left' }, second: { station: 'right' },
      what: { key: 'cases.packedTwice.serial', params: { serial: 'S1' } }, detail: { serial: 'S1', firstPlace: first, secondPlace: second },
    });
  });

  test('undo at the second station takes back nothing of the first one’s', () => {
    const [first] = pack(['S1'], ['S1']);
    meet();
    right.scan(command.undo);
    meet();
    expect(standsOn('S1')).toBe(first);
    expect(line()).toMatchObject({ packed: 1 });
  });

  test('scanned, undone and scanned again it is still one', () => {
    pack(['S1'], ['S1']);
    right.scans(command.undo, piece('S1'));
    meet();
    expect(only()).toMatchObject({ units: 1 });
    expect(line()).toMatchObject({ packed: 1 });
  });

  test('is where the supervisor says, with its number', () => {
    const [first, second] = pack(['S1'], ['S1']);
    meet();
    expect(offered()).toEqual(['keep-first', 'keep-second', 'keep-both']);
    decide('keep-second');
    expect(standsOn('S1')).toBe(second);
    expect([eachesOn(first), eachesOn(second), line()?.packed]).toEqual([0, 1, 1]);
  });

  test('is two pieces where their maker gave one number twice: both count, the second without it', () => {
    const [first, second] = pack(['S1'], ['S1']);
    meet();
    decide('keep-both');
    expect(standsOn('S1')).toBe(first);
    expect([eachesOn(first), eachesOn(second), line()?.packed]).toEqual([1, 1, 2]);
  });

  test('is packed at the second station where the first has taken it off again', () => {
    const [, second] = pack(['S1'], ['S1']);
    meet();
    left.scan(command.undo);
    meet();
    expect(standsOn('S1')).toBeUndefined();
    decide('keep-second');
    expect(standsOn('S1')).toBe(second);
    expect(line()).toMatchObject({ packed: 1 });
  });
});
