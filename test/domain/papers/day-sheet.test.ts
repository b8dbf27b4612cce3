import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daySheet } from '../../../shared/domain/papers/day-sheet.ts';
import { changesSince, markNow } from '../../../shared/domain/papers/printed.ts';
import { compareQueue } from '../../../shared/domain/queue/compare.ts';
import { decideShipmentChange, decideShipmentCreate } from '../../../shared/domain/shipment/decide.ts';
import { poNumber, staffId } from '../../../shared/lib/ids.ts';
import { DAY, HOUR, instant, later, MINUTE } from '../../../shared/lib/time.ts';
import { day, Floor, orderDocument, START } from '../../support/domain.ts';
import { HOT, PLAIN, warehouse } from '../scanning/floor.ts';

const MONDAY = day('2026-03-02');
const sheet = { paper: 'day-sheet', subject: MONDAY } as const;

const listed = (floor: Floor, date = MONDAY): readonly string[] => daySheet(floor.world, date).orders.map(({ po }) => po);

test('a day has its hot orders and those whose clock runs out before its end in the site’s zone; the others wait for theirs', () => {
  const floor = new Floor();
  floor.settings({ zone: 'America/Chicago' as never });
  const plain = (po: string, acknowledgeBy: number): void => floor.received(orderDocument(po, [{ vendorSku: 'X' }], { acknowledgeBy: instant(acknowledgeBy) }));
  // 2026-03-03T05:59Z is still Monday in Chicago.
  plain('TODAY', Date.UTC(2026, 2, 3, 5, 59));
  plain('TOMORROW', Date.UTC(2026, 2, 3, 6));
  floor.received(orderDocument('HOT', [{ vendorSku: 'X' }], { hpo: true, acknowledgeBy: later(START, 5 * DAY) }));
  expect([listed(floor), listed(floor, day('2026-03-03'))]).toEqual([['HOT', 'TODAY'], ['HOT', 'TODAY', 'TOMORROW']]);
  floor.apply([{ kind: 'order.assigned', body: { po: poNumber('TOMORROW'), staffIds: [staffId('ana')] } }]);
  expect(listed(floor)).toEqual(['HOT', 'TODAY', 'TOMORROW']);
});

test('whatever orders there are: each is on it at most once, in the queue’s order, hot ones first', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ hpo: fc.boolean(), hours: fc.integer({ min: -48, max: 96 }) }), { maxLength: 12 }), (orders) => {
      const floor = new Floor();
      orders.forEach(({ hpo, hours }, index) => floor.received(orderDocument(`PO${index}`, [{ vendorSku: 'X' }], { hpo, acknowledgeBy: later(START, hours * HOUR) })));
      const pos = listed(floor);
      expect(new Set(pos).size).toBe(pos.length);
      const rows = pos.map((po) => floor.order(po));
      expect(rows.toSorted(compareQueue)).toEqual(rows);
      expect(pos.length).toBeGreaterThanOrEqual(orders.filter(({ hpo }) => hpo).length);
    }),
  );
});

test('picking and packing leave it right; a new answer, people or truck makes it outdated, and it says which', () => {
  const floor = warehouse();
  floor.pass(5 * MINUTE);
  const printedAt = floor.now;
  const before = markNow(floor.world, sheet);
  floor.scans(HOT, 'A-01-01');
  floor.scan('10061414100019', { po: poNumber(HOT), task: 'pick' });
  expect(markNow(floor.world, sheet)).toBe(before);
  floor.pass(MINUTE);
  floor.apply([{ kind: 'order.assigned', body: { po: poNumber(PLAIN), staffIds: [staffId('ana')] } }]);
  const assigned = markNow(floor.world, sheet);
  const { shipmentId } = floor.perform(decideShipmentCreate(floor.world, { pos: [poNumber(HOT)], freightTerm: 'collect' }, floor.context()));
  floor.pass(MINUTE);
  floor.perform(decideShipmentChange(floor.world, { shipmentId, scac: 'ABFS' }, floor.context()));
  expect(new Set([before, assigned, markNow(floor.world, sheet)]).size).toBe(3);
  expect(changesSince(floor.world, sheet, printedAt)).toMatchObject([
    { key: 'sheets.changed.order', params: { po: PLAIN, what: 'assigned' } },
    { key: 'sheets.changed.shipment', params: { shipmentId } },
  ]);
});
