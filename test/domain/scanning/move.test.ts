import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideCloseUnit, decideUnpack } from '../../../shared/domain/handling-units/decide.ts';
import { decideLabelPrinted } from '../../../shared/domain/handling-units/labels.ts';
import { decideOpenUnit } from '../../../shared/domain/handling-units/open.ts';
import { poNumber, sku } from '../../../shared/lib/ids.ts';
import { codes, command, foreignCarton, HOT, PLAIN, warehouse, type ScanFloor } from './floor.ts';

/* Moving goods and splitting pallets by scanner alone. What each scan is answered with, whole, stands in `envelopes/move.ts`. */

/** 24 mugs of PLAIN picked, 18 of them on the pallet in hand: two cases and a carton with a number of its maker's. */
function packed(): { readonly floor: ScanFloor; readonly sscc: string } {
  const floor = warehouse();
  floor.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, codes.mugCase, codes.mugCase, foreignCarton(1));
  return { floor, sscc: floor.inHand() };
}

/** The order's units that are there, as far as goods go. */
const units = (floor: ScanFloor) => floor.world.find('unit', { po: poNumber(PLAIN) }).filter(({ state }) => state !== 'voided').map(({ sscc, eaches, cartons, state }) => ({ sscc, eaches, cartons, state }));
const taskOf = (floor: ScanFloor) => floor.world.get('task', { station: floor.station });
const close = (floor: ScanFloor, sscc: string) => floor.perform(decideCloseUnit(floor.world, { sscc, weightGrams: 30_000, heightMm: 900 }, floor.context()));
const standing = (floor: ScanFloor) => ({ quantities: floor.quantities(), task: taskOf(floor) });
/** Opens another pallet at this station and takes `back` in hand again. */
function another(floor: ScanFloor, back: string): string {
  const { sscc } = floor.perform(decideOpenUnit(floor.world, { po: poNumber(PLAIN), kind: 'pallet' }, floor.context()));
  floor.scan(back);
  return sscc;
}

describe('a move by scanner', () => {
  test('splits in four scans: MOVE, a case, NEW, DONE; the new label is asked for, and packing goes on where it was', () => {
    const { floor, sscc } = packed();
    const before = taskOf(floor);
    expect(floor.scan(command.move)).toMatchObject({ result: 'accepted', next: { state: 'move.goods', sscc } });
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'accepted', next: { state: 'move.to', instruction: { params: { eaches: 6 } } } });
    expect(units(floor), 'nothing has moved').toEqual([{ sscc, eaches: 18, cartons: 3, state: 'open' }]);
    const split = floor.scan(command.new);
    const [, other] = units(floor);
    expect(split).toMatchObject({ result: 'accepted', followUp: { kind: 'print-label', sscc: other?.sscc }, next: { state: 'move.goods', instruction: { params: { eaches: 12 } } } });
    expect(units(floor)).toMatchObject([{ sscc, eaches: 12, cartons: 2 }, { eaches: 6, cartons: 1, state: 'open' }]);
    expect(floor.scan(command.done)).toMatchObject({ result: 'accepted', next: { state: 'pack.onto', sscc } });
    expect(taskOf(floor)).toEqual(before);
    floor.perform(decideLabelPrinted(floor.world, { sscc: other?.sscc ?? '' }, floor.context()));
    floor.scan(command.undo);
    expect(floor.scan(command.undo), 'its label is on a pallet that is none').toMatchObject({ message: { key: 'scanning.undo.move', params: { eaches: 6 } }, details: [{ key: 'handlingUnits.moved.takeLabelOff' }] });
  });

  test('every scan of it is taken back exactly, the act as a whole, to where it began', () => {
    const { floor, sscc } = packed();
    const other = another(floor, sscc);
    const trail = [standing(floor)];
    for (const code of [command.move, codes.mugCase, foreignCarton(1), command.new, command.next, sscc, codes.mugEach, '3', other, sscc, other, command.done]) {
      expect(floor.scan(code), code).toMatchObject({ result: 'accepted', undoable: true });
      trail.push(standing(floor));
    }
    expect(units(floor).map(({ eaches }) => eaches), 'the first pallet was emptied').toEqual([6, 12]);
    while (trail.length > 1) {
      trail.pop();
      expect(floor.scan(command.undo).result).toBe('accepted');
      expect(standing(floor)).toEqual(trail.at(-1));
    }
  });

  test('a number is how many in all of what was scanned last, and never more than stands there', () => {
    const { floor, sscc } = packed();
    const other = another(floor, sscc);
    floor.scans(command.move, codes.mugEach);
    expect(floor.scan('5')).toMatchObject({ result: 'accepted', next: { instruction: { params: { eaches: 5 } } } });
    expect(floor.scan('HD:QTY:13')).toMatchObject({ result: 'wrong', message: { key: 'handlingUnits.refused.notThatMuchOf', params: { there: 12, eaches: 13 } } });
    expect(floor.scan(codes.mugCase)).toMatchObject({ next: { instruction: { params: { eaches: 11 } } } });
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'wrong', message: { params: { there: 1 } } });
    floor.scan(other);
    expect(units(floor)).toMatchObject([{ sscc, eaches: 7 }, { eaches: 11 }]);
  });

  test('begins from nothing with any pallet, closed ones too, and ends in nothing', () => {
    const { floor, sscc } = packed();
    const other = another(floor, sscc);
    close(floor, sscc);
    floor.perform(decideLabelPrinted(floor.world, { sscc }, floor.context()));
    floor.apply([{ kind: 'task.left', body: {} }]);
    floor.scan(sscc);
    expect(floor.scan(command.move)).toMatchObject({ next: { state: 'move.from', task: 'move' } });
    expect(floor.scan(foreignCarton(1)), 'its pallet is known').toMatchObject({ next: { state: 'move.to', sscc } });
    expect(floor.scan(other)).toMatchObject({ result: 'accepted', details: [{ key: 'handlingUnits.moved.closeAgain' }] });
    expect(floor.scan(sscc), 'all that is left').toMatchObject({ next: { state: 'move.to' } });
    expect(floor.scan(other)).toMatchObject({ details: [{ key: 'handlingUnits.moved.takeLabelOff' }], next: { state: 'move.from' } });
    expect(units(floor)).toMatchObject([{ sscc: other, eaches: 18, cartons: 3 }]);
    expect(floor.scan(command.done)).toMatchObject({ next: { state: 'idle' } });
    expect(taskOf(floor)).toBeUndefined();
  });

  test('is taken back from nothing too', () => {
    const { floor } = packed();
    floor.apply([{ kind: 'task.left', body: {} }]);
    floor.scan(command.move);
    floor.scan(command.undo);
    expect(taskOf(floor)).toBeUndefined();
  });

  test('a picker moves goods in the middle of a walk and stands at the same bin afterwards', () => {
    const { floor, sscc } = packed();
    floor.scans(HOT, 'A-01-01');
    const before = taskOf(floor);
    floor.scans(command.move, sscc, codes.mugEach, command.new, command.done);
    expect(taskOf(floor)).toEqual(before);
    expect(units(floor)).toMatchObject([{ eaches: 17 }, { eaches: 1 }]);
  });

  test('with lots and serial numbers the label says which goes; by either bar code, and it goes with its lot', () => {
    const floor = warehouse();
    const mug = floor.world.get('product', { sku: sku('MUG') });
    floor.product('MUG', { ...mug, needs: { lot: true, expiry: false, serial: true, shelfLifeDays: null } });
    const piece = (lot: string, serial: string): string => `(01)${codes.mugEach.padStart(14, '0')}(10)${lot}(21)${serial}`;
    floor.scans(PLAIN, codes.mugCase, codes.mugCase);
    floor.scan(PLAIN, { task: 'pack' });
    floor.scans(piece('L1', 'S1'), piece('L1', 'S2'), piece('L2', 'S3'));
    const sscc = floor.inHand();
    floor.scan(command.move);
    expect(floor.scan(codes.mugEach)).toMatchObject({ result: 'wrong', message: { key: 'handlingUnits.refused.whichLot' }, expected: { key: 'scanning.move.hint.lot' } });
    expect(floor.scan('(10)L1')).toMatchObject({ result: 'wrong', message: { key: 'scanning.move.labelOfSeveral' } });
    expect(floor.scan('(21)S9')).toMatchObject({ result: 'wrong', message: { key: 'scanning.move.labelNotOnIt' } });
    expect(floor.scan(piece('L2', 'S1'))).toMatchObject({ result: 'wrong', message: { key: 'scanning.move.lotNotOnIt' } });
    expect(floor.scan('(17)300101(21)S2'), 'what its product does not need says nothing against it').toMatchObject({ result: 'accepted' });
    expect(floor.scan('(21)S2'), 'one piece, once').toMatchObject({ result: 'wrong', message: { params: { there: 0 } } });
    expect(floor.scan(piece('L2', 'S3'))).toMatchObject({ result: 'accepted' });
    const before = floor.world.find('serial', {});
    floor.scan(command.new);
    const on = (unit: string) => [floor.world.find('serial', { sscc: unit }).map(({ serial }) => serial), floor.world.find('lot', { sscc: unit }).map(({ lot, eaches }) => `${lot} ${eaches}`)];
    const [, other] = units(floor);
    expect([on(sscc), on(other?.sscc ?? '')]).toEqual([[['S1'], ['L1 1']], [['S2', 'S3'], ['L1 1', 'L2 1']]]);
    floor.scan(command.undo);
    expect(floor.world.find('serial', {})).toEqual(before);
  });

  test('one carton of ours goes from pallet to pallet as it is, closed and with its label', () => {
    const { floor, sscc } = packed();
    const carton = floor.perform(decideOpenUnit(floor.world, { po: poNumber(PLAIN), kind: 'carton' }, floor.context())).sscc;
    floor.scan(codes.mugCase);
    close(floor, carton);
    floor.scans(sscc, carton);
    const other = another(floor, sscc);
    const before = floor.world.get('unit', { sscc: carton });
    floor.scans(command.move, carton, codes.mugCase, other);
    expect(floor.world.get('unit', { sscc: carton })).toMatchObject({ ...before, parent: other, touchedBy: expect.anything() as unknown });
    expect(units(floor).filter(({ sscc: unit }) => unit !== carton)).toMatchObject([{ sscc, eaches: 12, cartons: 2 }, { eaches: 12, cartons: 2 }]);
    floor.scan(command.undo);
    expect(floor.world.get('unit', { sscc: carton })).toMatchObject({ parent: sscc, state: 'closed' });
  });

  test('a pallet that another station has in hand is asked about; the same scan again moves, and no claim is taken by it', () => {
    const { floor, sscc } = packed();
    for (const [index, station] of ['station-1', 'station-2'].entries()) floor.apply([{ kind: 'station.enrolled', body: { station, name: station, number: index + 1 } }]);
    floor.apply([{ kind: 'claim.taken', body: { subject: `unit:${sscc}`, shared: false } }, { kind: 'claim.taken', body: { subject: `order:${PLAIN}`, shared: false } }]);
    floor.station = 'station-2';
    floor.scans(command.move, sscc, codes.mugCase);
    const before = floor.quantities();
    const claims = floor.world.find('claim', {});
    expect(floor.scan(command.new)).toMatchObject({ result: 'info', confirm: command.new, message: { key: 'scanning.claim.held' }, details: [{ key: 'scanning.claim.hint' }] });
    expect(floor.quantities()).toEqual(before);
    expect(floor.scan(command.new)).toMatchObject({ result: 'accepted' });
    expect(floor.world.find('claim', {})).toEqual(claims);
  });

  test('goods that came off meanwhile are not moved, and the noted ones wait', () => {
    const { floor, sscc } = packed();
    floor.scans(command.move, codes.mugCase, codes.mugCase);
    floor.station = 'station-2';
    floor.perform(decideUnpack(floor.world, { sscc, line: '1', eaches: 6 }, floor.context()));
    floor.station = 'station-1';
    expect(floor.scan(command.new)).toMatchObject({ result: 'wrong', message: { key: 'handlingUnits.refused.notThatMuchOf', params: { there: 6 } }, next: { state: 'move.to' } });
    floor.scans(command.undo);
    expect(floor.scan(command.new)).toMatchObject({ result: 'accepted', message: { params: { eaches: 6 } } });
  });

  test('what is noted and not moved is asked about before the move ends', () => {
    const { floor } = packed();
    floor.scans(command.move, codes.mugCase);
    expect(floor.scan(command.done)).toMatchObject({ result: 'info', confirm: command.done, message: { key: 'scanning.move.askLeave', params: { eaches: 6 } } });
    expect(floor.scan(command.done)).toMatchObject({ result: 'accepted', next: { state: 'pack.onto' } });
    expect(units(floor)).toMatchObject([{ eaches: 18 }]);
  });

  test('another order’s pallet is no target', () => {
    const { floor } = packed();
    floor.scans(HOT, 'A-01-02', codes.mugCase);
    floor.scan(codes.mugCase, { task: 'pack', po: poNumber(HOT) });
    const ofHot = floor.inHand();
    floor.scan(PLAIN, { task: 'pack' });
    floor.scans(command.move, codes.mugCase);
    expect(floor.scan(ofHot)).toMatchObject({ result: 'wrong', message: { key: 'handlingUnits.refused.otherOrder' }, next: { state: 'move.to' } });
  });
});

/** What there is of the order in all: goods, lots and numbered pieces, wherever they stand. */
function goodsOf(floor: ScanFloor): unknown {
  const { world } = floor;
  const lots = new Map<string, number>();
  for (const { lot, eaches } of world.find('lot', {})) lots.set(lot, (lots.get(lot) ?? 0) + eaches);
  return {
    eaches: world.find('content', {}).reduce((sum, { eaches }) => sum + eaches, 0),
    packed: world.find('line', {}).map(({ po, line, packed: on }) => `${po} ${line} ${on}`),
    lots: [...lots].sort(),
    serials: world.find('serial', {}).map(({ serial }) => serial).sort(),
    cartons: world.find('carton', {}).map(({ carton, eaches }) => `${carton} ${eaches}`).sort(),
  };
}

const piece = (lot: string, serial: string): string => `(01)${codes.grinderEach.padStart(14, '0')}(10)${lot}(21)${serial}`;
const moves = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.nat(5).map((at) => ({ unit: at })) },
    { weight: 4, arbitrary: fc.constantFrom(codes.mugEach, codes.mugCase, foreignCarton(1), '(21)S1', '(21)S3', piece('L2', 'S2'), '2', '4') },
    { weight: 2, arbitrary: fc.constantFrom(command.new, command.move) },
    { weight: 1, arbitrary: fc.constantFrom(command.next, command.done, command.undo, codes.grinderEach) },
  ),
  { minLength: 3, maxLength: 40 },
);

test('goods are conserved through any mix of moves and undo: eaches, lots, serial numbers, cartons; all undone, all is as it was', () => {
  fc.assert(
    fc.property(moves, (scanned) => {
      const floor = warehouse();
      const grinder = floor.world.get('product', { sku: sku('GRIND') });
      floor.product('GRIND', { ...grinder, needs: { lot: true, expiry: false, serial: true, shelfLifeDays: null } });
      floor.scans(HOT, 'A-01-01', codes.grinderCase, 'A-01-02', codes.mugCase);
      floor.scan(PLAIN, { task: 'pick' });
      floor.scans(codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, codes.mugCase, codes.mugCase, foreignCarton(1));
      floor.scan(HOT, { task: 'pack' });
      floor.scans(piece('L1', 'S1'), piece('L2', 'S2'), piece('L2', 'S3'), codes.mugCase);
      const before = goodsOf(floor);
      expect(before).toMatchObject({ eaches: 27, serials: ['S1', 'S2', 'S3'], lots: [['L1', 1], ['L2', 2]] });
      const standsAs = floor.quantities();
      const began = floor.world.find('scan', {}).length;
      floor.scan(command.move);
      for (const each of scanned) {
        const all = floor.world.find('unit', {});
        floor.scan(typeof each === 'string' ? each : (all[each.unit % all.length]?.sscc ?? command.move));
        // Outside a move a case is packed and a pallet is closed: those are no moves.
        if (taskOf(floor)?.move == null) floor.scan(command.move);
        expect(goodsOf(floor)).toEqual(before);
      }
      const isOpen = () => floor.world.find('scan', {}).filter(({ undone }) => !undone).length > began;
      while (isOpen()) expect(floor.scan(command.undo).result).toBe('accepted');
      expect(floor.quantities()).toEqual(standsAs);
    }),
    { numRuns: 150 },
  );
}, 60_000);
