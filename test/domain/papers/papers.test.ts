import { describe, expect, test } from 'vitest';
import { decideCloseUnit, decideReopenUnit } from '../../../shared/domain/handling-units/decide.ts';
import { markOf } from '../../../shared/domain/papers/mark.ts';
import { packingListOfOrder, packingListOfShipment } from '../../../shared/domain/papers/packing-list.ts';
import { markNow, type PaperName } from '../../../shared/domain/papers/printed.ts';
import { decideShipmentCreate } from '../../../shared/domain/shipment/decide.ts';
import { paperCode } from '../../../shared/lib/barcode/house-code.ts';
import { poNumber, shipmentId } from '../../../shared/lib/ids.ts';
import { MINUTE } from '../../../shared/lib/time.ts';
import { sayIn } from '../../../shared/messages/say-in.ts';
import { codes, command, foreignCarton, PLAIN, warehouse, type ScanFloor } from '../scanning/floor.ts';

const po = poNumber(PLAIN);

/** PLAIN, 24 mugs accepted: 18 picked, two cartons (one with an SSCC of its own) on an open pallet. */
function packing(): { readonly floor: ScanFloor; readonly sscc: string } {
  const floor = warehouse();
  floor.scans(PLAIN, 'A-01-02', codes.mugCase, codes.mugCase, codes.mugCase);
  floor.scan(PLAIN, { task: 'pack' });
  floor.scans(codes.mugCase, foreignCarton(7));
  return { floor, sscc: floor.inHand() };
}

/** What a paper printed now has as its bar code. */
function printed(floor: ScanFloor, name: PaperName): string {
  return paperCode(name.paper, name.subject, floor.now, markNow(floor.world, name) ?? '');
}

describe('packing lists', () => {
  test('say of every pallet what is on it, cartons with numbers of their own apart, and what is missing', () => {
    const { floor, sscc } = packing();
    const list = packingListOfOrder(floor.world, po);
    expect(list.units).toMatchObject([
      { sscc, kind: 'pallet', po, open: true, eaches: 12, cartons: 2, contents: [{ sku: 'MUG', title: 'Mug', eaches: 6, cartons: 1, carton: null }, { eaches: 6, cartons: 1, carton: foreignCarton(7) }] },
    ]);
    expect(list.short).toMatchObject([{ po, line: '1', ordered: 24, accepted: 24, packed: 12 }]);
  });

  test('of a shipment follow its pallets to the truck and away with it', () => {
    const { floor, sscc } = packing();
    floor.scan(command.done);
    const created = floor.perform(decideShipmentCreate(floor.world, { pos: [po], freightTerm: 'prepaid' }, floor.context()));
    const listed = (): readonly string[] => {
      const shipment = floor.world.get('shipment', { shipmentId: shipmentId(created.shipmentId) });
      return shipment ? packingListOfShipment(floor.world, shipment).units.map((unit) => unit.sscc) : [];
    };
    expect(listed()).toEqual([sscc]);
    floor.apply([{ kind: 'unit.loaded', body: { sscc, shipmentId: created.shipmentId, code: sscc } }]);
    expect(listed()).toEqual([sscc]);
  });
});

describe('the bar code of a printed paper', () => {
  const names = (sscc: string): readonly PaperName[] => [{ paper: 'packing-list', subject: PLAIN }, { paper: 'pallet-manifest', subject: sscc }];

  test('says that the paper is still right as long as it is, and nothing is changed by asking', () => {
    const { floor, sscc } = packing();
    for (const name of names(sscc)) {
      const code = printed(floor, name);
      const before = floor.everything();
      expect(floor.scan(code)).toMatchObject({ result: 'info', message: { key: 'scanning.paper.current' }, next: { task: 'pack', sscc } });
      expect(floor.everything()).toBe(before);
    }
  });

  test('says in red what has changed since, and the work goes on where it was', () => {
    const { floor, sscc } = packing();
    const all = names(sscc).map((name) => printed(floor, name));
    floor.pass(5 * MINUTE);
    floor.scan(codes.mugCase);
    for (const code of all) {
      expect(floor.scan(code)).toMatchObject({
        result: 'wrong', message: { key: 'scanning.paper.outdated' }, details: [{ key: 'sheets.changed.unit', params: { po, state: 'open', eaches: 18 } }], next: { task: 'pack', sscc },
      });
    }
  });

  test('a pallet put back as it was is right again', () => {
    const { floor, sscc } = packing();
    const code = printed(floor, { paper: 'pallet-manifest', subject: sscc });
    floor.perform(decideCloseUnit(floor.world, { sscc, weightGrams: 20_000, heightMm: null }, floor.context()));
    expect(floor.scan(code)).toMatchObject({ result: 'wrong', message: { key: 'scanning.paper.outdated' }, details: [{ params: { state: 'closed' } }] });
    floor.perform(decideReopenUnit(floor.world, { sscc, reason: 'test' }, floor.context()));
    expect(floor.scan(code)).toMatchObject({ result: 'info', message: { key: 'scanning.paper.current' } });
  });

  test('another name of the product is a change of which no operation of the order tells', () => {
    const { floor, sscc } = packing();
    floor.pass(5 * MINUTE);
    const code = printed(floor, { paper: 'pallet-manifest', subject: sscc });
    floor.pass(5 * MINUTE);
    floor.product('MUG', { title: 'Stoneware mug' });
    expect(floor.scan(code)).toMatchObject({ result: 'wrong', details: [{ key: 'sheets.changed.otherwise' }] });
  });

  test('of a paper that this station knows nothing of', () => {
    const { floor } = packing();
    expect(floor.scan(paperCode('packing-list', 'NOSUCHPO', floor.now, 'AB12'))).toMatchObject({ result: 'wrong', message: { key: 'scanning.paper.unknown', params: { subject: 'NOSUCHPO' } } });
  });

  test('is told in both languages with the time of printing', () => {
    const { floor } = packing();
    const code = printed(floor, { paper: 'packing-list', subject: PLAIN });
    floor.pass(5 * MINUTE);
    floor.scan(codes.mugCase);
    const { message, details } = floor.scan(code);
    const texts = (['en', 'es'] as const).map((locale) => [message, ...details].map((words) => sayIn({ locale, zone: 'America/Chicago' as never }, words)).join(' '));
    expect(texts[0]).toMatch(/^Outdated: packing list PLN00001 was printed Mon, Mar 2, 08:00 as revision [0-9A-Z]{4}; it would now be [0-9A-Z]{4}\. Print a new one\. Mon, Mar 2, 08:05: .* of PO PLN00001 was opened or packed, now 18 eaches\.$/);
    expect(texts[1]).toMatch(/^Anticuado: lista de empaque PLN00001 se imprimió lun, 2 de mar, 08:00 como revisión/);
  });
});

describe('the mark of a paper', () => {
  test('is four letters and digits, the same for the same content, another for the smallest change', () => {
    const list = (eaches: number): unknown => ({ units: [{ sscc: '006141410000000012', eaches }], title: 'Łódź ½″ 🔥' });
    const marks = Array.from({ length: 2000 }, (_, eaches) => markOf(list(eaches)));
    expect(marks.every((mark) => /^[0-9A-Z]{4}$/.test(mark))).toBe(true);
    expect(markOf(list(7))).toBe(marks[7]);
    expect(markOf({ title: 'Łódź ½″ 🔥', units: [{ eaches: 7, sscc: '006141410000000012' }] })).toBe(marks[7]);
    // 2,000 marks of 1.68 million: about one pair is the same by chance.
    expect(new Set(marks).size).toBeGreaterThan(1980);
  });
});
