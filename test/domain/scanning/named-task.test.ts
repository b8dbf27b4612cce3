import { describe, expect, test } from 'vitest';
import { decideCloseUnit, decideReopenUnit } from '../../../shared/domain/handling-units/decide.ts';
import { decideLabelPrinted } from '../../../shared/domain/handling-units/labels.ts';
import { beforeNext, decideAfter, NOTHING_BEFORE } from '../../../shared/domain/scanning/question.ts';
import { poNumber, sku } from '../../../shared/lib/ids.ts';
import { codes, command, PLAIN, warehouse, type ScanFloor } from './floor.ts';

const task = ({ world, station }: ScanFloor) => world.get('task', { station });
const packing = { task: 'pack', po: poNumber(PLAIN) } as const;

describe('a task that the caller names and that has not begun', () => {
  function picked(): ScanFloor {
    const floor = warehouse();
    floor.scans(PLAIN, codes.mugCase, codes.mugCase);
    return floor;
  }

  test('begins with a command that counts: no pallet is opened for nobody', () => {
    const floor = picked();
    expect(floor.scan(command.next, packing)).toMatchObject({ result: 'accepted', next: { state: 'pack.onto' } });
    expect(task(floor)).toMatchObject({ kind: 'pack', po: PLAIN, sscc: floor.world.find('unit', { po: poNumber(PLAIN) })[0]?.sscc });
  });

  test('is not ended: the station goes on with its own', () => {
    const floor = picked();
    const before = floor.everything();
    for (const named of [{ task: 'lookup', po: null }, { task: 'count', po: null }] as const) {
      expect(floor.scan(command.done, named)).toMatchObject({ result: 'wrong', message: { key: 'scanning.command.noTask' } });
    }
    expect(floor.everything()).toBe(before);
  });

  test('is not begun by a code that nobody knows: what comes next is what it was', () => {
    const floor = picked();
    expect(floor.scan('nonsense', { task: 'count' })).toMatchObject({ result: 'unknown', next: { task: 'pick', po: PLAIN } });
    expect(floor.world.find('unknownCode', {})).toMatchObject([{ code: 'nonsense', task: 'pick' }]);
  });

  test("UNDO takes back the station's own scan and answers with its own task, also where looking up is named", () => {
    const floor = picked();
    expect(floor.scan(command.undo, { task: 'lookup' })).toMatchObject({ result: 'accepted', next: { task: 'pick' } });
    expect(floor.order(PLAIN).picked).toBe(6);
  });
});

describe('the yes to a question', () => {
  test('is told what it shares: a short shelf life that is taken does not join another station unsaid', () => {
    const floor = warehouse();
    for (const [index, station] of ['station-1', 'station-2'].entries()) floor.apply([{ kind: 'station.enrolled', body: { station, name: station, number: index + 1 } }]);
    const mug = floor.world.get('product', { sku: sku('MUG') });
    floor.product('MUG', { ...mug, needs: { lot: false, expiry: true, serial: false, shelfLifeDays: 400 } });
    floor.station = 'station-2';
    floor.scan(PLAIN);
    floor.station = 'station-1';
    const code = `(01)${codes.mugCase}(17)260930`;
    const named = { task: 'pick', po: poNumber(PLAIN) } as const;
    expect(floor.scan(code, named)).toMatchObject({ confirm: expect.any(String) as string, message: { key: 'scanning.label.askShelfLife' }, details: [{ key: 'scanning.claim.held' }] });
    expect(floor.scan(code, named).result).toBe('accepted');
    expect(floor.world.get('claim', { subject: `order:${PLAIN}` })?.sharedWith).toEqual(['station-1']);
  });

  test('is not the yes to work that another station took in between: that is asked for first', () => {
    const floor = warehouse();
    for (const [index, station] of ['station-1', 'station-2'].entries()) floor.apply([{ kind: 'station.enrolled', body: { station, name: station, number: index + 1 } }]);
    const mug = floor.world.get('product', { sku: sku('MUG') });
    floor.product('MUG', { ...mug, needs: { lot: false, expiry: true, serial: false, shelfLifeDays: 400 } });
    const code = `(01)${codes.mugCase}(17)260930`;
    const input = { code, task: 'pick', po: poNumber(PLAIN), quantity: null } as const;
    const before = beforeNext(decideAfter(floor.world, input, NOTHING_BEFORE, floor.context()).result, NOTHING_BEFORE, floor.now);
    expect(before.asked).toMatchObject({ message: { key: 'scanning.label.askShelfLife' }, details: [] });
    floor.station = 'station-2';
    floor.scan(PLAIN);
    floor.station = 'station-1';
    const { operations, result } = decideAfter(floor.world, { ...input, code: command.yes }, before, floor.context());
    expect(operations).toEqual([]);
    expect(result.result).toBe('info');
    const again = decideAfter(floor.world, input, before, floor.context());
    expect(again.operations).toEqual([]);
    expect(again.result).toMatchObject({ message: { key: 'scanning.label.askShelfLife' }, details: [{ key: 'scanning.claim.held' }] });
    expect(decideAfter(floor.world, input, beforeNext(again.result, before, floor.now), floor.context()).operations.map(({ kind }) => kind)).toContain('claim.taken');
  });
});

describe('the label of a pallet', () => {
  test('printed before goods came off does not count: not while it is open, and a new one is scanned again', () => {
    const floor = warehouse();
    floor.scans(PLAIN, codes.mugCase, codes.mugCase);
    floor.scan(PLAIN, { task: 'pack' });
    floor.scan(codes.mugCase);
    const sscc = floor.inHand();
    const confirmed = () => floor.world.get('unit', { sscc })?.labelConfirmedAt ?? null;
    const close = () => floor.perform(decideCloseUnit(floor.world, { sscc, weightGrams: null, heightMm: null }, floor.context()));
    const print = () => floor.perform(decideLabelPrinted(floor.world, { sscc }, floor.context()));
    close();
    print();
    expect(floor.scan(sscc).message.key).toBe('scanning.pack.labelConfirmed');
    expect(confirmed()).not.toBeNull();
    floor.perform(decideReopenUnit(floor.world, { sscc, reason: 'one off' }, floor.context()));
    expect(floor.scan(sscc).message.key, 'the old label').toBe('scanning.pack.inHand');
    expect(confirmed()).toBeNull();
    close();
    expect(floor.scan(sscc).message.key).toBe('scanning.pack.labelConfirmed');
    print();
    expect(confirmed(), 'another label is on it now').toBeNull();
    expect(floor.scan(sscc).message.key).toBe('scanning.pack.labelConfirmed');
  });
});
