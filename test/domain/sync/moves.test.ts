import { expect, test } from 'vitest';
import { decideLeaveTask } from '../../../shared/domain/scanning/start.ts';
import { decideMove, type MoveInput } from '../../../shared/domain/handling-units/move.ts';
import { decideDamaged } from '../../../shared/domain/picking/damaged.ts';
import { poNumber, sku } from '../../../shared/lib/ids.ts';
import { codes, command, foreignCarton, HOT, PLAIN } from '../scanning/floor.ts';
import { rowsOf, twoStations, type Site, type Station } from './site.ts';

/*
 * Two stations move, or write off, the same goods without knowing of each other: what came off once is counted once, whatever else stands on
 * the pallet, and a case says so.
 */

const CARTON = foreignCarton(1);

/** 18 mugs of 24 picked on one pallet, a carton of six with its own label among them; nobody holds it, and everybody knows. */
function packed() {
  const both = twoStations();
  const { left, right } = both;
  left.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, codes.mugCase, codes.mugCase, CARTON);
  const sscc = left.inHand();
  left.perform(decideLeaveTask(left.world, left.context()));
  left.sync();
  right.sync();
  return { ...both, sscc };
}

const move = (station: Station, from: string, goods: MoveInput['goods']): string => station.perform(decideMove(station.world, { from, to: null, goods }, station.context())).to;
const breakCarton = (station: Station, sscc: string): unknown =>
  station.perform(decideDamaged(station.world, { po: poNumber(PLAIN), line: '1', eaches: 6, reason: 'wet', found: { in: 'unit', sscc, carton: CARTON }, code: '' }, station.context()));

function meet(left: Station, right: Station): void {
  left.push();
  right.push();
  left.pull();
  right.pull();
  expect(rowsOf(left.world)).toEqual(rowsOf(right.world));
}

const line = ({ world }: Site) => world.get('line', { po: poNumber(PLAIN), line: '1' });
const standing = ({ world }: Site): number => world.find('content', { po: poNumber(PLAIN) }).reduce((sum, { eaches }) => sum + eaches, 0);
const eachesOn = ({ world }: Site, sscc: string): number | undefined => world.get('unit', { sscc })?.eaches;

test('a carton that both move stands on the first one’s pallet, and no other goods come off in its place', () => {
  const { site, left, right, sscc } = packed();
  const [first, second] = [move(left, sscc, { kind: 'carton', carton: CARTON }), move(right, sscc, { kind: 'carton', carton: CARTON })];
  meet(left, right);
  expect([sscc, first, second].map((unit) => eachesOn(site, unit))).toEqual([12, 6, 0]);
  expect(site.world.get('carton', { carton: CARTON })).toMatchObject({ sscc: first });
  expect(line(site)).toMatchObject({ picked: 24, packed: 18 });
  expect(site.openCases().map(({ type }) => type)).toContain('packed-twice');
});

test('a broken carton that both write off is lost once', () => {
  const { site, left, right, sscc } = packed();
  breakCarton(left, sscc);
  breakCarton(right, sscc);
  meet(left, right);
  expect(eachesOn(site, sscc)).toBe(12);
  expect(line(site)).toMatchObject({ picked: 18, packed: 12 });
  expect(site.openCases().map(({ type }) => type)).toContain('packed-twice');
});

test('a pallet that both empty onto new ones is packed once: what stands on units is what the line says', () => {
  const { site, left, right, sscc } = packed();
  move(left, sscc, { kind: 'all' });
  move(right, sscc, { kind: 'all' });
  meet(left, right);
  expect(line(site)).toMatchObject({ picked: 24, packed: 18 });
  expect(standing(site)).toBe(18);
  expect(site.openCases().map(({ type }) => type)).toContain('packed-twice');
});

test('undo of a move that came to nothing takes back nothing else', () => {
  const { site, left, right, sscc } = packed();
  right.scans(HOT, 'A-01-02', codes.mugCase);
  right.sync();
  left.sync();
  move(left, sscc, { kind: 'all' });
  move(right, sscc, { kind: 'all' });
  meet(left, right);
  right.scan(command.undo);
  meet(left, right);
  expect(site.world.get('line', { po: poNumber(HOT), line: '2' })).toMatchObject({ picked: 6 });
  expect(eachesOn(site, sscc)).toBe(0);
  expect(standing(site)).toBe(18);
});

test('a numbered piece that both move stands on the first one’s pallet, and the others keep their place and number', () => {
  const both = twoStations();
  const { site, left, right } = both;
  const mug = left.world.get('product', { sku: sku('MUG') });
  left.product('MUG', { ...mug, needs: { lot: false, expiry: false, serial: true, shelfLifeDays: null } });
  left.scans(PLAIN, ...Array.from({ length: 3 }, () => codes.mugEach));
  left.scan(PLAIN, { task: 'pack' });
  const piece = (serial: string): string => `(01)${codes.mugEach.padStart(14, '0')}(21)${serial}`;
  left.scans(piece('S1'), piece('S2'), piece('S3'));
  const sscc = left.inHand();
  left.perform(decideLeaveTask(left.world, left.context()));
  left.sync();
  right.sync();
  // What a screen sends for one of several pieces: the operations of a move of all, those of S2 only.
  const onlyS2 = (station: Station): void => {
    const decision = decideMove(station.world, { from: sscc, to: null, goods: { kind: 'all' } }, station.context());
    if (!decision.ok) throw new Error(decision.refusal.code);
    const opened = decision.operations.find(({ kind }) => kind === 'unit.opened');
    if (opened?.kind !== 'unit.opened') throw new Error('no new pallet');
    const trace = { lot: null, expiry: null, serial: 'S2' };
    const goods = { po: poNumber(PLAIN), line: '1', sku: sku('MUG'), eaches: 1, cartons: 0, carton: null, code: '', trace };
    station.apply([{ kind: 'unit.unpacked', body: { ...goods, sscc } }, { ...opened, body: { ...opened.body, part: 1 } }, { kind: 'unit.packed', body: { ...goods, sscc: opened.body.sscc, keyed: true, part: 2, takes: 0 } }]);
  };
  onlyS2(left);
  onlyS2(right);
  meet(left, right);
  expect(eachesOn(site, sscc)).toBe(2);
  expect(site.world.find('serial', { sku: sku('MUG') }).map(({ serial }) => serial)).toEqual(['S1', 'S2', 'S3']);
  expect(line(site)).toMatchObject({ picked: 3, packed: 3 });
  expect(site.openCases().map(({ type }) => type)).toContain('packed-twice');
});
