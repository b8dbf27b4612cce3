import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideCloseUnit, decideReopenUnit, decideUnpack, decideVoidUnit } from '../../../shared/domain/handling-units/decide.ts';
import { decideMove } from '../../../shared/domain/handling-units/move.ts';
import { decideOpenUnit } from '../../../shared/domain/handling-units/open.ts';
import { decideDamaged } from '../../../shared/domain/picking/damaged.ts';
import { decideReturnToStock } from '../../../shared/domain/picking/return-to-stock.ts';
import { decideLeaveTask } from '../../../shared/domain/scanning/start.ts';
import { decideShipmentCreate } from '../../../shared/domain/shipment/decide.ts';
import { decideDepart } from '../../../shared/domain/shipment/depart.ts';
import type { Decision } from '../../../shared/domain/decision.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';
import type { Case } from '../../../shared/domain/state/entities.ts';
import { decideResolve } from '../../../shared/domain/sync/resolve/decide-resolve.ts';
import { location, poNumber, sku } from '../../../shared/lib/ids.ts';
import { sayMessage } from '../../../shared/messages/say.ts';
import { codes, command, PLAIN } from '../scanning/floor.ts';
import { bookFaults } from './books.ts';
import { rowsOf, twoStations, type Station } from './site.ts';

/*
 * Undo of what others have built on without this station knowing. Whatever order the site gives the two, goods are counted once, and where
 * what left or stands there is not what somebody saw, a case is open about it.
 */

const PO = poNumber(PLAIN);
const MUG = sku('MUG');
type Both = ReturnType<typeof twoStations> & { readonly sscc: string };

/** 18 mugs of 24 picked stand on one open pallet; nobody holds it, and everybody knows. */
function packed(): Both {
  const both = twoStations();
  const { left, right } = both;
  left.scans(PLAIN, 'A-01-02', codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, codes.mugCase, codes.mugCase, codes.mugCase);
  const sscc = left.inHand();
  left.perform(decideLeaveTask(left.world, left.context()));
  left.sync();
  right.sync();
  return { ...both, sscc };
}

function meet({ site, left, right }: Both, first: 'left' | 'right' = 'left'): void {
  for (const station of first === 'left' ? [left, right] : [right, left]) station.push();
  left.pull();
  right.pull();
  expect(rowsOf(left.world)).toEqual(rowsOf(site.world));
  expect(rowsOf(right.world)).toEqual(rowsOf(site.world));
  expect(bookFaults(site.world)).toEqual([]);
}

/** Everybody hears of it. */
function heard({ left, right }: Both): void {
  left.sync();
  right.sync();
}

const takeOff = (station: Station, sscc: string, eaches: number): unknown => station.perform(decideUnpack(station.world, { sscc, line: '1', eaches }, station.context()));
const moveSome = (station: Station, from: string, eaches: number): string => station.perform(decideMove(station.world, { from, to: null, goods: { kind: 'product', sku: MUG, eaches } }, station.context())).to;
const writeOff = (station: Station, sscc: string, eaches: number): unknown =>
  station.perform(decideDamaged(station.world, { po: PO, line: '1', eaches, reason: 'wet', code: '', found: { in: 'unit', sscc, carton: null } }, station.context()));
const close = (station: Station, sscc: string): unknown => station.perform(decideCloseUnit(station.world, { sscc, weightGrams: 9_000, heightMm: 900 }, station.context()));

function load(station: Station, sscc: string): ReturnType<typeof station.world.find<'shipment'>>[number]['shipmentId'] {
  const { shipmentId } = station.perform(decideShipmentCreate(station.world, { pos: [PO], freightTerm: 'prepaid' }, station.context()));
  station.scan(sscc, { task: 'load', po: PO });
  return shipmentId;
}

function sendOff(station: Station, sscc: string): void {
  if (station.world.get('unit', { sscc })?.state === 'open') close(station, sscc);
  const shipmentId = load(station, sscc);
  const leftBehind = station.world.find('unit', { po: PO }).map((unit) => unit.sscc);
  station.perform(decideDepart(station.world, { shipmentId, finished: [], leftBehind, departedAt: null }, station.context()));
}

const line = ({ site }: Both) => site.world.get('line', { po: PO, line: '1' });
const eachesOn = ({ site }: Both, sscc: string): number | undefined => site.world.get('unit', { sscc })?.eaches;

function caseOf({ site }: Both, key: string): Case {
  const found = site.openCases().find(({ what }) => what.key === key);
  if (!found) throw new Error(`${key} among ${site.openCases().map(({ what }) => what.key).join()}`);
  for (const locale of ['en', 'es'] as const) for (const words of [found.what, found.second.what, ...(found.first ? [found.first.what] : [])]) expect(sayMessage(locale, words)).not.toMatch(/[{}]|undefined/);
  return found;
}

function decide(both: Both, key: string, decision: 'keep-first' | 'keep-second'): void {
  const { left, right } = both;
  left.perform(decideResolve(left.world, { caseId: caseOf(both, key).caseId, decision, note: null }, left.context()));
  left.sync();
  right.pull();
  expect(bookFaults(both.site.world)).toEqual([]);
}

describe('goods taken off and put back by undo', () => {
  test('after the pallet left without them: they left with it in the books, and a case says so', () => {
    const both = packed();
    takeOff(both.left, both.sscc, 6);
    heard(both);
    sendOff(both.right, both.sscc);
    both.left.scan(command.undo);
    meet(both, 'right');
    expect(caseOf(both, 'cases.packedTwice.unit')).toMatchObject({ units: 6, sscc: both.sscc, first: { station: 'right' }, second: { station: 'left' } });
    decide(both, 'cases.packedTwice.unit', 'keep-first');
    expect(line(both)).toMatchObject({ shipped: 12, packed: 12 });
  });

  test('before the pallet leaves, its truck’s station not knowing: the papers say 12, and 18 stand there', () => {
    const both = packed();
    takeOff(both.left, both.sscc, 6);
    heard(both);
    sendOff(both.right, both.sscc);
    both.left.scan(command.undo);
    meet(both, 'left');
    expect(line(both)).toMatchObject({ shipped: 18 });
    expect(caseOf(both, 'cases.shippedAfterChange.unit')).toMatchObject({ units: 6, sscc: both.sscc, detail: { lines: [{ first: 18, second: 12 }] } });
    decide(both, 'cases.shippedAfterChange.unit', 'keep-second');
    expect(line(both)).toMatchObject({ shipped: 12, packed: 12 });
  });

  test('while others packed them elsewhere: more is packed than picked, and a case says so', () => {
    const both = packed();
    takeOff(both.left, both.sscc, 6);
    heard(both);
    both.right.scan(PLAIN, { task: 'pack' });
    both.right.scan(codes.mugCase, { quantity: 12 });
    both.left.scan(command.undo);
    meet(both, 'right');
    expect(line(both)).toMatchObject({ picked: 24, packed: 30 });
    expect(both.site.openCases().map(({ type }) => type)).toContain('over-pack');
  });
});

describe('a move that is taken back', () => {
  test('after others took the goods off where they had been put: they come back to neither', () => {
    const both = packed();
    const to = moveSome(both.left, both.sscc, 6);
    heard(both);
    takeOff(both.right, to, 6);
    both.left.scan(command.undo);
    meet(both, 'right');
    expect([eachesOn(both, both.sscc), eachesOn(both, to)]).toEqual([12, 0]);
    expect(line(both)).toMatchObject({ picked: 24, packed: 12 });
    expect(caseOf(both, 'cases.packedTwice.unpacked')).toMatchObject({ units: 6, sscc: to });
  });

  test('closes its pallet again as it was only in the books where others packed on it meanwhile', () => {
    const both = packed();
    close(both.left, both.sscc);
    moveSome(both.left, both.sscc, 6);
    heard(both);
    both.right.scan(both.sscc, { task: 'pack', po: PO });
    both.right.scan(codes.mugCase);
    both.left.scan(command.undo);
    meet(both, 'right');
    caseOf(both, 'cases.packedTwice.closedAgain');
    decide(both, 'cases.packedTwice.closedAgain', 'keep-first');
    expect(both.site.world.get('unit', { sscc: both.sscc })).toMatchObject({ state: 'open', weightGrams: null });
  });
});

describe('goods taken off twice', () => {
  test.each([['left', 'right'], ['right', 'left']] as const)('%s moves them first: they stand where the decision says', (before, after) => {
    const both = packed();
    const [first, second] = [moveSome(both[before], both.sscc, 18), moveSome(both[after], both.sscc, 18)];
    meet(both, before);
    expect([eachesOn(both, both.sscc), eachesOn(both, first), eachesOn(both, second)]).toEqual([0, 18, 0]);
    expect(caseOf(both, 'cases.packedTwice.unpacked')).toMatchObject({ units: 18, cost: '180.00', detail: { firstPlace: first, secondPlace: second } });
    decide(both, 'cases.packedTwice.unpacked', 'keep-second');
    expect([eachesOn(both, first), eachesOn(both, second)]).toEqual([0, 18]);
    expect(line(both)).toMatchObject({ picked: 24, packed: 18 });
  });

  test('the same twelve of eighteen: what the second took in the books stands there again', () => {
    const both = packed();
    takeOff(both.left, both.sscc, 12);
    takeOff(both.right, both.sscc, 12);
    meet(both);
    expect(eachesOn(both, both.sscc)).toBe(0);
    decide(both, 'cases.packedTwice.unpacked', 'keep-first');
    expect(eachesOn(both, both.sscc)).toBe(6);
    expect(line(both)).toMatchObject({ picked: 24, packed: 6 });
  });
});

test('goods taken off a pallet that another station has sent off with them: a case, and the decision puts them back', () => {
  const both = packed();
  sendOff(both.right, both.sscc);
  takeOff(both.left, both.sscc, 6);
  meet(both, 'right');
  expect(line(both)).toMatchObject({ shipped: 12 });
  expect(caseOf(both, 'cases.packedTwice.offFinished')).toMatchObject({ units: 6 });
  decide(both, 'cases.packedTwice.offFinished', 'keep-first');
  expect(line(both)).toMatchObject({ shipped: 18, packed: 18 });
});

test('goods written off, and good again, while others picked instead of them: over-picked', () => {
  const both = packed();
  writeOff(both.left, both.sscc, 6);
  heard(both);
  both.right.scans(PLAIN, 'A-01-02', codes.mugCase);
  both.left.scan(command.undo);
  meet(both, 'right');
  expect(line(both)).toMatchObject({ picked: 30, accepted: 24 });
  expect(both.site.openCases().map(({ type }) => type)).toContain('over-pick');
});

test('a pick taken back whose goods others packed: the case offers both truths', () => {
  const both = twoStations();
  const { left, right } = both;
  left.scans(PLAIN, 'A-01-02', codes.mugCase);
  left.perform(decideLeaveTask(left.world, left.context()));
  const all = { ...both, sscc: '' };
  heard(all);
  right.scan(PLAIN, { task: 'pack' });
  right.scan(codes.mugCase);
  left.scan(command.undo);
  meet(all, 'right');
  expect(line(all)).toMatchObject({ picked: 0, packed: 6 });
  expect(caseOf(all, 'cases.countAgainstMovement.packed')).toMatchObject({ units: 6, location: 'A-01-02' });
  decide(all, 'cases.countAgainstMovement.packed', 'keep-first');
  expect(line(all)).toMatchObject({ picked: 6, packed: 6 });
  expect(all.site.world.get('stock', { sku: MUG })).toMatchObject({ boxed: 54 });
});

test('a pallet opened and given up by undo, with goods of another station on it, stays with them', () => {
  const both = packed();
  const { sscc } = both.left.perform(decideOpenUnit(both.left.world, { po: PO, kind: 'pallet' }, both.left.context()));
  both.left.perform(decideLeaveTask(both.left.world, both.left.context()));
  heard(both);
  both.right.scan(sscc, { task: 'pack', po: PO });
  both.right.scan(codes.mugCase);
  both.left.scan(command.undo);
  meet(both, 'right');
  expect(both.site.world.get('unit', { sscc })).toMatchObject({ state: 'open', eaches: 6 });
  expect(caseOf(both, 'cases.packedTwice.voided')).toMatchObject({ sscc, units: 6 });
});

test('a pallet opened again by undo that another station has loaded stays loaded, and a case says so', () => {
  const both = packed();
  close(both.left, both.sscc);
  heard(both);
  load(both.right, both.sscc);
  both.left.scan(command.undo);
  meet(both, 'right');
  expect(both.site.world.get('unit', { sscc: both.sscc })).toMatchObject({ state: 'loaded', weightGrams: 9_000 });
  caseOf(both, 'cases.packedTwice.openAgain');
});

/* What two people may do to one another's pallets while neither hears of it. */

interface Step {
  readonly name: string;
  readonly run: (station: Station) => void;
}

const attempt = (decide: (station: Station) => Decision<unknown>) => (station: Station): void => {
  const decision = decide(station);
  if (decision.ok) station.apply(decision.operations);
};
const unitAt = (station: Station, index: number): string => {
  const units = station.world.find('unit', { po: PO });
  return units[index % Math.max(1, units.length)]?.sscc ?? '';
};
const at = fc.nat(5);
const some = fc.integer({ min: 1, max: 12 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: fc.constant({ name: 'undo', run: (station: Station) => void station.scan(command.undo) }) },
  { weight: 4, arbitrary: fc.tuple(at, some).map(([index, eaches]) => ({ name: `take ${eaches} off ${index}`, run: attempt((station) => decideUnpack(station.world, { sscc: unitAt(station, index), line: '1', eaches }, station.context())) })) },
  { weight: 4, arbitrary: fc.tuple(at, some, fc.option(at)).map(([index, eaches, to]) => ({ name: `move ${eaches} from ${index} to ${to}`, run: attempt((station) => decideMove(station.world, { from: unitAt(station, index), to: to === null ? null : unitAt(station, to), goods: eaches > 9 ? { kind: 'all' } : { kind: 'product', sku: MUG, eaches } }, station.context())) })) },
  { weight: 3, arbitrary: fc.tuple(at, some).map(([index, eaches]) => ({ name: `write off ${eaches} of ${index}`, run: attempt((station) => decideDamaged(station.world, { po: PO, line: '1', eaches, reason: 'wet', code: '', found: { in: 'unit', sscc: unitAt(station, index), carton: null } }, station.context())) })) },
  { weight: 3, arbitrary: at.map((index) => ({ name: `close ${index}`, run: attempt((station) => decideCloseUnit(station.world, { sscc: unitAt(station, index), weightGrams: 1_000 * (index + 1), heightMm: null }, station.context())) })) },
  { weight: 1, arbitrary: at.map((index) => ({ name: `open again ${index}`, run: attempt((station) => decideReopenUnit(station.world, { sscc: unitAt(station, index), reason: 'look' }, station.context())) })) },
  { weight: 1, arbitrary: at.map((index) => ({ name: `give up ${index}`, run: attempt((station) => decideVoidUnit(station.world, { sscc: unitAt(station, index), reason: 'empty' }, station.context())) })) },
  { weight: 1, arbitrary: fc.constantFrom('pallet' as const, 'carton' as const).map((kind) => ({ name: `open a ${kind}`, run: attempt((station) => decideOpenUnit(station.world, { po: PO, kind }, station.context())) })) },
  { weight: 4, arbitrary: fc.tuple(at, fc.boolean()).map(([index, whole]) => ({ name: `pack on ${index}`, run: (station: Station) => {
    station.scan(unitAt(station, index), { task: 'pack', po: PO });
    station.scan(whole ? codes.mugCase : codes.mugEach, { task: 'pack', po: PO });
  } })) },
  { weight: 2, arbitrary: fc.constant({ name: 'pick', run: (station: Station) => {
    station.scan('A-01-02', { task: 'pick', po: PO });
    station.scan(codes.mugCase, { task: 'pick', po: PO });
  } }) },
  { weight: 1, arbitrary: some.map((eaches) => ({ name: `put back ${eaches}`, run: attempt((station) => decideReturnToStock(station.world, { po: PO, line: '1', eaches, location: location('A-01-02') }, station.context())) })) },
  { weight: 3, arbitrary: at.map((index) => ({ name: `load ${index}`, run: (station: Station) => {
    attempt(() => decideShipmentCreate(station.world, { pos: [PO], freightTerm: 'prepaid' }, station.context()))(station);
    station.scan(unitAt(station, index), { task: 'load', po: PO });
  } })) },
  { weight: 3, arbitrary: at.map((index) => ({ name: `depart ${index}`, run: attempt((station) => {
    const shipments = station.world.find('shipment', {});
    const leftBehind = station.world.find('unit', { po: PO }).map(({ sscc }) => sscc);
    return decideDepart(station.world, { shipmentId: shipments[index % Math.max(1, shipments.length)]?.shipmentId ?? ('none' as never), finished: [], leftBehind, departedAt: null }, station.context());
  }) })) },
);

interface Life {
  readonly together: readonly Step[];
  readonly left: readonly Step[];
  readonly right: readonly Step[];
  readonly first: 'left' | 'right';
}

const life: fc.Arbitrary<Life> = fc.record({ together: fc.array(step, { maxLength: 4 }), left: fc.array(step, { minLength: 1, maxLength: 8 }), right: fc.array(step, { minLength: 1, maxLength: 8 }), first: fc.constantFrom('left' as const, 'right' as const) });

/** What each unit that left had on it as its truck's station saw it when it left. */
function sentOff(station: Station, seen: Map<string, number>): void {
  const apply = station.apply.bind(station);
  station.apply = (drafts, actor) => {
    for (const { kind, body } of drafts) if (kind === 'shipment.departed') for (const sscc of body.ssccs) seen.set(sscc, station.world.get('unit', { sscc })?.eaches ?? 0);
    return apply(drafts, actor);
  };
}

function live({ together, left: ours, right: theirs, first }: Life): { readonly both: Both; readonly seen: ReadonlyMap<string, number> } {
  const both = packed();
  const seen = new Map<string, number>();
  for (const station of [both.left, both.right]) sentOff(station, seen);
  for (const each of together) {
    each.run(both.left);
    heard(both);
  }
  for (const each of ours) each.run(both.left);
  for (const each of theirs) each.run(both.right);
  meet(both, first);
  return { both, seen };
}

const about = (world: Reader): readonly Case[] => world.find('case', { po: PO });

test('whatever two stations undo unseen of each other: no pallet left with other goods than its papers say, and nothing is picked, packed or shipped beyond, without a case', () => {
  fc.assert(
    fc.property(life, (one) => {
      const { both, seen } = live(one);
      const { world } = both.site;
      for (const { line: name, picked, packed: on, shipped, accepted } of world.find('line', { po: PO })) {
        if (picked > accepted || on > picked || shipped > accepted) expect(about(world), `${name}: ${accepted} ${picked} ${on} ${shipped}`).not.toEqual([]);
      }
      for (const [sscc, eaches] of seen) {
        const unit = world.get('unit', { sscc });
        if (unit?.eaches !== eaches) expect(about(world).filter(({ detail, sscc: of }) => of === sscc || detail.ssccs.includes(sscc)), `${sscc} left with ${eaches}, has ${unit?.eaches}`).not.toEqual([]);
      }
    }),
    { numRuns: 120 },
  );
}, 120_000);

test('two stations that hear of everything at once open no case by undoing', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ step, at: fc.constantFrom('left' as const, 'right' as const) }), { maxLength: 14 }), (steps) => {
      const both = packed();
      for (const each of steps) {
        each.step.run(both[each.at]);
        heard(both);
        both.left.sync();
      }
      expect(both.site.openCases()).toEqual([]);
    }),
    { numRuns: 100 },
  );
}, 120_000);
