import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateIn, addDays, type CalendarDate } from '../../../shared/lib/time.ts';
import { sku } from '../../../shared/lib/ids.ts';
import { sayIn } from '../../../shared/messages/say-in.ts';
import type { ProductNeeds } from '../../../shared/domain/state/entities.ts';
import { day, orderDocument } from '../../support/domain.ts';
import { traceFaults } from '../handling-units/trace-faults.ts';
import { codes, command, foreignCarton, warehouse, type ScanFloor } from './floor.ts';

/* Packing and picking of products that need lot, expiry or serial number: the label's first and second bar code, in either order. */

const PO = 'LOT00001';
const ZONE = 'America/Chicago' as never;
/** 2026-03-02 in Chicago; see START. */
const TODAY = day('2026-03-02');

const LOT_AND_EXPIRY: ProductNeeds = { lot: true, expiry: true, serial: false, shelfLifeDays: null };
const SERIAL: ProductNeeds = { lot: false, expiry: false, serial: true, shelfLifeDays: null };
const gs1 = (day: string): string => day.slice(2).replaceAll('-', '');

/** A label's bar codes as a scanner in GS1 mode with brackets sends them. */
const label = {
  mug: (more = ''): string => `(01)${codes.mugCase.padStart(14, '0')}${more}`,
  mugEach: (more = ''): string => `(01)${codes.mugEach.padStart(14, '0')}${more}`,
  lot: (lot: string): string => `(10)${lot}`,
  expiry: (date: string): string => `(17)${gs1(date)}`,
  both: (lot: string, date: string): string => `(17)${gs1(date)}(10)${lot}`,
  serial: (serial: string): string => `(21)${serial}`,
} as const;

/** 24 mugs in cases of 6, that need something, picked and to be packed; and plates that need nothing. */
function toPack(needs: ProductNeeds): ScanFloor {
  const floor = warehouse();
  const mug = floor.world.get('product', { sku: sku('MUG') });
  floor.product('MUG', { ...mug, needs });
  floor.received(orderDocument(PO, [{ vendorSku: 'MUG', quantity: 24 }, { vendorSku: 'PLATE', quantity: 8 }]));
  floor.accept(PO);
  floor.scan(PO);
  floor.scan(codes.mugCase, { quantity: 24 });
  floor.scan(codes.plateEach, { quantity: 8 });
  floor.scan(command.done);
  return floor;
}

const lots = ({ world }: ScanFloor): unknown => world.find('lot', {}).map(({ lot, expiry, eaches }) => [lot, expiry, eaches]);
const packedOf = (floor: ScanFloor): number => floor.line(PO, '1').packed;
const words = (message: Parameters<typeof sayIn>[1], locale: 'en' | 'es' = 'en'): string => sayIn({ locale, zone: ZONE }, message);

describe('packing a product that needs lot and expiry', () => {
  test('takes them from its own bar code, and tells them', () => {
    const floor = toPack(LOT_AND_EXPIRY);
    const answer = floor.scan(label.mug(label.both('A1', '2026-09-30')));
    expect(answer).toMatchObject({ result: 'accepted', next: { state: 'pack.onto' } });
    expect(answer.details.map((each) => words(each))).toContain('Lot A1, expires Sep 30, 2026');
    expect(lots(floor)).toEqual([['A1', '2026-09-30', 6]]);
  });

  test('asks for the second bar code where the first does not say them: nothing counts before', () => {
    const floor = toPack(LOT_AND_EXPIRY);
    const asked = floor.scan(label.mug(label.lot('A1')));
    expect(asked).toMatchObject({ result: 'accepted', undoable: true, next: { state: 'pack.trace', accepts: ['label', 'product', 'carton', 'pallet', 'command', 'order'] } });
    expect(words(asked.next.instruction)).toBe('Scan the expiry of MUG');
    expect(words(asked.next.instruction, 'es')).toBe('Escanee la caducidad de MUG');
    expect(packedOf(floor)).toBe(0);
    expect(floor.scan(label.expiry('2026-09-30'))).toMatchObject({ result: 'accepted', next: { state: 'pack.onto' } });
    expect(lots(floor)).toEqual([['A1', '2026-09-30', 6]]);
    expect(words(toPack(LOT_AND_EXPIRY).scan(codes.mugCase).next.instruction)).toBe('Scan lot and expiry of MUG');
  });

  test('takes the second bar code first as well', () => {
    const floor = toPack(LOT_AND_EXPIRY);
    const noted = floor.scan(label.both('A1', '2026-09-30'));
    expect(noted).toMatchObject({ result: 'accepted', next: { state: 'pack.openUnit' } });
    expect(words(noted.message)).toBe('Lot A1, expiry Sep 30, 2026 noted. Now scan its product.');
    expect(floor.scan(codes.mugCase).result).toBe('accepted');
    expect(lots(floor)).toEqual([['A1', '2026-09-30', 6]]);
  });

  test('either order of bar codes packs the same', () => {
    const parts = fc.shuffledSubarray([codes.mugCase, label.lot('A1'), label.expiry('2026-09-30')], { minLength: 3 });
    fc.assert(
      fc.property(parts, (scans) => {
        const floor = toPack(LOT_AND_EXPIRY);
        // A label noted before its product is one bar code; two of them come together in one symbol or after the product.
        if (scans[2] === codes.mugCase) return;
        floor.scans(...scans);
        expect(lots(floor)).toEqual(scans[0] === codes.mugCase ? [['A1', '2026-09-30', 6]] : scans[1] === codes.mugCase ? [['A1', '2026-09-30', 6]] : []);
      }),
      { numRuns: 30 },
    );
  });

  test('remembers the lot for further cartons on the same pallet, until another is scanned', () => {
    const floor = toPack(LOT_AND_EXPIRY);
    floor.scans(label.mug(label.both('A1', '2026-09-30')), codes.mugCase);
    expect(lots(floor)).toEqual([['A1', '2026-09-30', 12]]);
    // Plates need nothing, and do not make it forget.
    floor.scan(codes.plateEach);
    const other = floor.scan(label.both('B2', '2026-10-31'));
    expect(other.details.map((each) => words(each))).toEqual(['The carton before was packed as lot A1, expiry Sep 30, 2026. Undo it if that was wrong.']);
    floor.scans(codes.mugCase, codes.mugCase);
    expect(lots(floor)).toEqual([['A1', '2026-09-30', 12], ['B2', '2026-10-31', 12]]);
  });

  test('does not remember it on the next pallet', () => {
    const floor = toPack(LOT_AND_EXPIRY);
    floor.scans(label.mug(label.both('A1', '2026-09-30')), command.next);
    expect(floor.scan(codes.mugCase)).toMatchObject({ next: { state: 'pack.trace' } });
    expect(lots(floor)).toEqual([['A1', '2026-09-30', 6]]);
  });

  test('a lot that its own bar code says is taken over the one in hand, and does not borrow its expiry', () => {
    const floor = toPack(LOT_AND_EXPIRY);
    floor.scan(label.mug(label.both('A1', '2026-09-30')));
    expect(floor.scan(label.mug(label.lot('B2')))).toMatchObject({ next: { state: 'pack.trace' } });
    floor.scan(label.expiry('2026-10-31'));
    expect(lots(floor)).toEqual([['A1', '2026-09-30', 6], ['B2', '2026-10-31', 6]]);
  });

  test('refuses the bar code of another label, and one that says nothing of it', () => {
    const floor = toPack(LOT_AND_EXPIRY);
    floor.scan(label.mug(label.lot('A1')));
    expect(floor.scan(label.both('B2', '2026-10-31'))).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.otherLabel' }, next: { state: 'pack.trace' } });
    expect(floor.scan('(400)4711')).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.labelSaysNothing' } });
    expect(packedOf(floor)).toBe(0);
  });

  test('a scan that waits is forgotten by undo, by another product and by closing the pallet; the lot in hand stays', () => {
    const floor = toPack(LOT_AND_EXPIRY);
    floor.scan(label.mug(label.both('A1', '2026-09-30')));
    floor.scan(label.mug(label.lot('B2')));
    expect(floor.scan(command.undo)).toMatchObject({ result: 'accepted', message: { key: 'scanning.undo.locate' } });
    floor.scan(codes.mugCase);
    expect(lots(floor)).toEqual([['A1', '2026-09-30', 12]]);
    floor.scan(label.mug(label.lot('B2')));
    expect(floor.scan(codes.plateEach)).toMatchObject({ result: 'accepted', next: { state: 'pack.onto' } });
    floor.scan(label.mug(label.lot('B2')));
    expect(floor.scan(command.done)).toMatchObject({ message: { key: 'scanning.command.closed' }, next: { state: 'pack.openUnit' } });
  });

  test('undo of a lot packed by mistake is not the next carton’s lot', () => {
    const floor = toPack(LOT_AND_EXPIRY);
    floor.scans(label.mug(label.both('A1', '2026-09-30')), command.undo);
    expect(lots(floor)).toEqual([]);
    expect(floor.scan(codes.mugCase)).toMatchObject({ next: { state: 'pack.trace' } });
  });

  test('a labelled carton keeps its lot; a keyed quantity has it too', () => {
    const floor = toPack(LOT_AND_EXPIRY);
    floor.scans(foreignCarton(1), codes.mugCase, label.both('A1', '2026-09-30'));
    expect(floor.world.get('carton', { carton: foreignCarton(1) })).toMatchObject({ eaches: 6, trace: { lot: 'A1', expiry: '2026-09-30', serial: null } });
    floor.scan(codes.mugCase, { quantity: 18 });
    expect(lots(floor)).toEqual([['A1', '2026-09-30', 24]]);
    expect(traceFaults(floor.world)).toEqual([]);
  });

  test('a product that needs an expiry only is content with a best before date; day 00 is the last of its month', () => {
    const floor = toPack({ ...LOT_AND_EXPIRY, lot: false });
    floor.scan(label.mug('(15)261100(10)IGNORED'));
    expect(lots(floor)).toEqual([['', '2026-11-30', 6]]);
  });

  test('an order whose products need nothing refuses the second bar code as before', () => {
    const floor = warehouse();
    floor.scans('PLN00001', codes.mugCase, command.done, command.done);
    floor.scan('PLN00001', { task: 'pack' });
    expect(floor.scan(label.both('A1', '2026-09-30'))).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.secondBarcode' } });
    floor.scan(codes.mugCase);
    const packing = floor.journal.findLast(({ draft }) => draft.kind === 'unit.packed');
    expect(packing?.draft.body).not.toHaveProperty('trace');
  });
});

describe('a scanner that leaves out GS', () => {
  const NEEDS_LOT: ProductNeeds = { lot: true, expiry: false, serial: false, shelfLifeDays: null };
  const run = `01${codes.mugCase}10L41727050021AB`;

  test('the expiry that became a part of the lot is noticed: asked, taken when it is scanned again, and not asked for each carton', () => {
    const floor = toPack(NEEDS_LOT);
    expect(floor.scan(run)).toMatchObject({ result: 'info', confirm: run, message: { key: 'scanning.label.askLot', params: { lot: 'L41727050021AB' } } });
    expect(packedOf(floor)).toBe(0);
    expect(floor.scan(run).result).toBe('accepted');
    expect(floor.scan(run).result).toBe('accepted');
  });

  test.each(['A17', 'L4-179905', '1725133', '26W17'])('%s is a lot like any other', (lot) => {
    expect(toPack(NEEDS_LOT).scan(`(01)${codes.mugCase}(10)${lot}`).result).toBe('accepted');
  });
});

describe('shelf life', () => {
  const days = fc.integer({ min: -400, max: 400 });

  test('expired is refused, too short is asked by the same code again, and the day itself is still good', () => {
    fc.assert(
      fc.property(days, fc.option(fc.integer({ min: 0, max: 120 })), (left, shelfLifeDays) => {
        const floor = toPack({ ...LOT_AND_EXPIRY, shelfLifeDays });
        const expiry = addDays(TODAY, left);
        const code = label.mug(label.both('A1', expiry));
        const first = floor.scan(code);
        if (left < 0) {
          expect(first).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.expired', params: { expiryDate: expiry } } });
        } else if (left < (shelfLifeDays ?? 0)) {
          expect(first).toMatchObject({ result: 'info', confirm: code, message: { key: 'scanning.label.askShelfLife', params: { left, least: shelfLifeDays } } });
          expect(packedOf(floor)).toBe(0);
          expect(floor.scan(code).result).toBe('accepted');
          // The next carton of the lot is not asked about again.
          expect(floor.scan(codes.mugCase).result).toBe('accepted');
        } else {
          expect(first.result).toBe('accepted');
        }
        expect(packedOf(floor) > 0).toBe(left >= 0);
      }),
      { numRuns: 60 },
    );
  });

  test('goes by the site’s zone: what expires today in Chicago is good until midnight there', () => {
    const floor = toPack(LOT_AND_EXPIRY);
    const scan = label.mug(label.both('A1', TODAY));
    // 23:30 in Chicago is 05:30 of the next day in Greenwich.
    floor.pass(15.5 * 3_600_000);
    expect(dateIn(ZONE, floor.now)).toBe(TODAY);
    expect(floor.scan(scan).result).toBe('accepted');
    floor.pass(3_600_000);
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.expired' } });
  });

  test('is looked at when the second bar code brings the date, and asks with that bar code', () => {
    const floor = toPack({ ...LOT_AND_EXPIRY, shelfLifeDays: 60 });
    floor.scan(codes.mugCase);
    const second = label.both('A1', '2026-03-20');
    expect(floor.scan(second)).toMatchObject({ confirm: second, next: { state: 'pack.trace' } });
    expect(floor.scan(command.yes).result).toBe('accepted');
    expect(lots(floor)).toEqual([['A1', '2026-03-20', 6]]);
  });

  test('the picker is not let take what has expired either, and is asked about what soon does', () => {
    const floor = warehouse();
    const mug = floor.world.get('product', { sku: sku('MUG') });
    floor.product('MUG', { ...mug, needs: { ...LOT_AND_EXPIRY, shelfLifeDays: 30 } });
    floor.scan('PLN00001');
    expect(floor.scan(label.mug(label.expiry('2026-03-01')))).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.expired' } });
    const soon = label.mug(label.expiry('2026-03-20'));
    expect(floor.scan(soon)).toMatchObject({ result: 'info', confirm: soon });
    expect(floor.scan(soon).result).toBe('accepted');
    // Without a date on what is scanned there is nothing to refuse: bins keep no lots.
    expect(floor.scan(codes.mugCase).result).toBe('accepted');
    expect(floor.line('PLN00001', '1').picked).toBe(12);
  });
});

describe('serial numbers', () => {
  test('are one for each piece: asked for, counted once, and a duplicate wherever the piece stands', () => {
    const floor = toPack(SERIAL);
    expect(floor.scan(label.mugEach(label.serial('S1'))).result).toBe('accepted');
    expect(floor.scan(codes.mugEach)).toMatchObject({ next: { state: 'pack.trace' } });
    expect(floor.scan(label.serial('S2')).result).toBe('accepted');
    const first = floor.inHand();
    floor.scan(command.next);
    const again = floor.scan(label.mugEach(label.serial('S1')));
    expect(again).toMatchObject({ result: 'duplicate', message: { params: { serial: 'S1' } } });
    expect(words(again.message)).toMatch(/^Serial number S1 of MUG is already on pallet 0 0614141 /);
    expect(floor.world.find('serial', {}).map(({ serial, sscc }) => [serial, sscc])).toEqual([['S1', first], ['S2', first]]);
    expect(packedOf(floor)).toBe(2);
  });

  test('cannot be packed by the case, the labelled carton or a keyed quantity; a SKU names one piece', () => {
    const floor = toPack(SERIAL);
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.serialOneEach', params: { eaches: 6 } } });
    expect(floor.scan(codes.mugEach, { quantity: 3 })).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.serialOneEach' } });
    floor.scan(foreignCarton(1));
    expect(floor.scan(codes.mugEach)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.serialOneEach' } });
    floor.scan(command.undo);
    floor.scans('MUG', label.serial('S1'));
    expect(packedOf(floor)).toBe(1);
  });

  test('undo sets the number free again', () => {
    const floor = toPack(SERIAL);
    floor.scans(label.mugEach(label.serial('S1')), command.undo);
    expect(floor.world.find('serial', {})).toEqual([]);
    expect(floor.scan(label.mugEach(label.serial('S1'))).result).toBe('accepted');
  });
});

describe('any sequence of scans', () => {
  const date = fc.constantFrom('2026-02-28', '2026-03-10', '2026-09-30', '2026-10-31');
  const lot = fc.constantFrom('A1', 'B2');
  const serial = fc.constantFrom('S1', 'S2', 'S3');
  const scan = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(codes.mugCase, codes.mugEach, codes.plateEach, 'MUG', foreignCarton(1), foreignCarton(2)) },
    { weight: 4, arbitrary: fc.tuple(lot, date, fc.option(serial)).map(([of, until, number]) => label.mugEach(`${label.both(of, until)}${number === null ? '' : label.serial(number)}`)) },
    { weight: 4, arbitrary: fc.tuple(fc.option(lot), fc.option(date), fc.option(serial)).map(([of, until, number]) => `(400)1${until === null ? '' : label.expiry(until)}${of === null ? '' : label.lot(of)}${number === null ? '' : label.serial(number)}`) },
    { weight: 3, arbitrary: fc.constantFrom(command.undo, command.next, command.done, command.yes, PO) },
  );
  const needs: fc.Arbitrary<ProductNeeds> = fc.record({ lot: fc.boolean(), expiry: fc.boolean(), serial: fc.boolean(), shelfLifeDays: fc.constantFrom(null, 30) }).map((each) => ({ ...each, shelfLifeDays: each.expiry ? each.shelfLifeDays : null })).filter(({ lot: of, expiry, serial: number }) => of || expiry || number);

  test('lots and serial numbers add up to what stands on the pallets, and every answer is one that is declared', () => {
    fc.assert(
      fc.property(needs, fc.array(fc.tuple(fc.constantFrom('station-1', 'station-2'), scan), { maxLength: 40, size: 'max' }), (given, scans) => {
        const floor = toPack(given);
        for (const [station, code] of scans) {
          floor.station = station;
          // The other station is asked whether it may join.
          while (!floor.world.get('task', { station })) floor.scan(PO, { task: 'pack' });
          floor.scan(code);
          expect(traceFaults(floor.world)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('undo right after a scan restores lots, serial numbers and quantities exactly', () => {
    fc.assert(
      fc.property(needs, fc.array(scan, { maxLength: 25, size: 'max' }), scan, (given, scans, last) => {
        const floor = toPack(given);
        for (const code of scans) floor.scan(code);
        const rows = (): unknown => [floor.quantities(), floor.world.find('lot', {}), floor.world.find('serial', {})];
        const before = rows();
        if (!floor.scan(last).undoable) return;
        expect(floor.scan(command.undo).result).toBe('accepted');
        expect(rows()).toEqual(before);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('what expired is on no pallet', () => {
    fc.assert(
      fc.property(fc.array(scan, { maxLength: 30, size: 'max' }), (scans) => {
        const floor = toPack({ lot: true, expiry: true, serial: false, shelfLifeDays: null });
        for (const code of scans) floor.scan(code);
        const expiries = floor.world.find('lot', {}).map(({ expiry }): CalendarDate | '' => expiry);
        expect(expiries.filter((expiry) => expiry < TODAY)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});
