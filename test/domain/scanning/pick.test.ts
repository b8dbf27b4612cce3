import { describe, expect, test } from 'vitest';
import { orderPaperCode } from '../../../shared/lib/barcode/house-code.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { orderDocument } from '../../support/domain.ts';
import { codes, command, foreignCarton, HOT, PLAIN, warehouse } from './floor.ts';

describe('picking by scan', () => {
  test('the order begins the task, the bin comes first, a case adds its eaches and stock goes down', () => {
    const floor = warehouse();
    expect(floor.scan(HOT)).toMatchObject({ result: 'accepted', next: { task: 'pick', po: HOT, instruction: { key: 'scanning.step.goToBin', params: { location: 'A-01-01' } } } });
    expect(floor.scan('A-01-01')).toMatchObject({ result: 'accepted', undoable: true, next: { location: 'A-01-01', sku: 'GRIND' } });
    expect(floor.scan(codes.grinderCase)).toMatchObject({ result: 'accepted', progress: { done: 12, of: 46, unit: 'eaches' }, next: { instruction: { params: { left: 28 } } } });
    expect(floor.line(HOT, '1').picked).toBe(12);
    expect(floor.stock('GRIND')).toMatchObject({ boxed: 48, allocated: 28 });
    expect(floor.world.get('bin', { sku: 'GRIND' as never, location: 'A-01-01' as never })?.boxed).toBe(24);
  });

  test('lines that share a product fill in the order of the document, and one undo takes the whole scan back', () => {
    const floor = warehouse();
    floor.scans(HOT, 'A-01-01', codes.grinderCase, codes.grinderCase);
    const before = floor.quantities();
    floor.scan(codes.grinderCase);
    expect([floor.line(HOT, '1').picked, floor.line(HOT, '3').picked]).toEqual([30, 6]);
    expect(floor.scan(command.undo)).toMatchObject({ result: 'accepted', message: { key: 'scanning.undo.pick', params: { eaches: 12 } } });
    expect(floor.quantities()).toEqual(before);
  });

  test('a wrong bin says which bin, a wrong product says what was expected, and neither changes anything', () => {
    const floor = warehouse();
    floor.scan(HOT);
    const before = floor.everything();
    expect(floor.scan('C-01-01')).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.bin' }, expected: { key: 'scanning.step.goToBin', params: { location: 'A-01-01' } } });
    expect(floor.scan(codes.plateEach)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.notOnOrder' }, expected: { params: { sku: 'GRIND' } } });
    expect(floor.scan('0614141000999')).toMatchObject({ result: 'unknown' });
    expect(floor.everything()).not.toBe(before);
    expect(floor.world.find('unknownCode', {})).toHaveLength(1);
  });

  test('a product of the order from another bin is wrong here, and the answer names its bin', () => {
    const floor = warehouse();
    floor.scans(HOT, 'A-01-01');
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.otherBin', params: { bins: 'A-01-02' } } });
  });

  test('a product that lies in one place only needs no bin scan; one that lies in two does', () => {
    const floor = warehouse();
    floor.scan(HOT);
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'accepted' });
    expect(floor.scan(codes.grinderCase)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.binFirst', params: { bins: 'A-01-01, B-02-01' } } });
    expect(floor.stock('MUG').boxed).toBe(54);
  });

  test('never beyond accepted: a case too many is wrong, and when all is picked it goes back', () => {
    const floor = warehouse();
    floor.scans(PLAIN, 'A-01-02', codes.mugCase, codes.mugCase, codes.mugCase);
    floor.scan(codes.mugEach);
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.tooMany', params: { left: 5 } } });
    expect(floor.scan('MUG', { quantity: 5 })).toMatchObject({ result: 'done', next: { instruction: { key: 'scanning.step.allPicked' } } });
    expect(floor.scan(codes.mugEach)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.allPicked', params: { of: 24 } } });
    expect(floor.journal.at(-1)?.draft).toMatchObject({ kind: 'pick.confirmed', body: { eaches: 5, keyed: true } });
  });

  test('a SKU or ASIN means a whole case while one is wanted, then single pieces', () => {
    const floor = warehouse();
    floor.scans(PLAIN, 'MUG', 'B0MUGMUG01', codes.mugCase, codes.mugEach);
    expect(floor.line(PLAIN, '1').picked).toBe(19);
    floor.scan('mug');
    expect(floor.line(PLAIN, '1').picked).toBe(20);
  });

  test('a GS1 count speaks for itself: AI 30 pieces, AI 02 with 37 items', () => {
    const floor = warehouse();
    floor.scan(PLAIN);
    floor.scan(`(01)${codes.mugEach.padStart(14, '0')}(30)7`);
    expect(floor.line(PLAIN, '1').picked).toBe(7);
    floor.scan(`(02)${codes.mugCase.padStart(14, '0')}(37)2`);
    expect(floor.line(PLAIN, '1').picked).toBe(19);
  });

  test('goods that the books do not know are picked: the bin stops at zero, a count is suggested, undo is exact', () => {
    const floor = warehouse();
    floor.stocked('MUG', 3, 'A-01-02');
    floor.scans(PLAIN, 'A-01-02');
    const before = floor.quantities();
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'accepted', details: [{ key: 'scanning.pick.countSuggested', params: { boxed: 3 } }] });
    expect(floor.stock('MUG').boxed).toBe(0);
    floor.scan(command.undo);
    expect(floor.quantities()).toEqual(before);
  });

  test('pallets are not wanted while picking', () => {
    const floor = warehouse();
    floor.scan(HOT);
    expect(floor.scan(foreignCarton(1))).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.unitWhilePicking' } });
  });

  test('an order that is not acknowledged, cancelled or shipped is not picked', () => {
    const floor = warehouse();
    floor.received(orderDocument('NEW00001', [{ vendorSku: 'MUG' }]));
    expect(floor.scan('NEW00001')).toMatchObject({ result: 'wrong', message: { key: 'scanning.order.notAcknowledged' } });
    floor.scans(HOT, 'A-01-01', codes.grinderCase);
    floor.apply([{ kind: 'order.cancelled', body: { po: poNumber(HOT), documentId: null, reason: 'customer', by: 'customer' } }]);
    expect(floor.scan(codes.grinderCase)).toMatchObject({ result: 'wrong', message: { key: 'scanning.order.cancelledPutBack' } });
  });

  test('an outdated list says what changed and goes on only when scanned again', () => {
    const floor = warehouse();
    const document = orderDocument(PLAIN, [{ vendorSku: 'MUG', quantity: 18 }]);
    floor.apply([{ kind: 'order.changed', body: { ...document, what: [{ key: 'scanning.badge', params: {} }] } }]);
    const first = floor.scan(orderPaperCode(PLAIN, 1));
    expect(first).toMatchObject({ result: 'wrong', message: { key: 'scanning.order.outdatedList', params: { printed: 1, now: 2 } }, details: [{ key: 'scanning.badge' }] });
    expect(first.confirm).not.toBeNull();
    expect(floor.scan(orderPaperCode(PLAIN, 1))).toMatchObject({ result: 'accepted', next: { task: 'pick' } });
  });

  test('what was picked before the customer cut it does not make the rest of the order done', () => {
    const floor = warehouse();
    floor.scans(HOT, 'A-01-01', codes.grinderCase, codes.grinderCase, codes.grinderCase);
    const document = orderDocument(HOT, [{ vendorSku: 'GRIND', quantity: 6 }, { vendorSku: 'MUG', quantity: 6 }, { vendorSku: 'GRIND', quantity: 6 }], { hpo: true, rush: true });
    floor.apply([{ kind: 'order.changed', body: { ...document, what: [] } }]);
    floor.scan('A-01-02');
    expect(floor.scan('MUG', { quantity: 3 })).toMatchObject({ result: 'accepted', next: { instruction: { key: 'scanning.step.pickProduct', params: { left: 3 } } } });
    expect(floor.scan(command.next)).toMatchObject({ next: { task: 'pick' } });
    floor.scan('A-01-02');
    expect(floor.scan('MUG', { quantity: 3 })).toMatchObject({ result: 'done', next: { instruction: { key: 'scanning.step.allPicked' } } });
  });

  test('another scan in between forgets the question', () => {
    const floor = warehouse();
    floor.scans(HOT, command.done);
    floor.scan('A-01-01');
    expect(floor.scan(command.done)).toMatchObject({ confirm: command.done });
    expect(floor.scan(command.yes)).toMatchObject({ result: 'accepted', message: { key: 'scanning.command.left' } });
    expect(floor.world.get('task', { station: floor.station })).toBeUndefined();
  });

  test('SHORT is asked twice, reports what is missing here and proposes another bin', () => {
    const floor = warehouse();
    floor.scans(HOT, 'A-01-01', codes.grinderCase);
    expect(floor.scan(command.short)).toMatchObject({ confirm: command.short, message: { params: { eaches: 18 } } });
    expect(floor.scan(command.short)).toMatchObject({ result: 'accepted', details: [{ key: 'scanning.short.otherBin', params: { location: 'B-02-01' } }] });
    expect(floor.line(HOT, '1').short).toBe(18);
    floor.scan(command.undo);
    expect(floor.line(HOT, '1').short).toBe(0);
  });

  test('who else works on the order is said', () => {
    const floor = warehouse();
    floor.scan(HOT);
    floor.station = 'station-2';
    expect(floor.scan(HOT).details).toMatchObject([{ key: 'scanning.order.alsoWorking', params: { station: 'station-1' } }]);
  });

  test('the command line names order and task itself; the task is kept with the first scan that counts', () => {
    const floor = warehouse();
    const named = { task: 'pick', po: poNumber(PLAIN) } as const;
    expect(floor.scan(codes.plateEach, named).result).toBe('wrong');
    expect(floor.world.get('task', { station: floor.station })).toBeUndefined();
    expect(floor.scan(codes.mugCase, named).result).toBe('accepted');
    expect(floor.world.get('task', { station: floor.station })).toMatchObject({ kind: 'pick', po: PLAIN });
  });

  test('quantity bar codes count where the bin leaves no choice', () => {
    const floor = warehouse();
    floor.scans(PLAIN, 'A-01-02');
    floor.scan('HD:QTY:24');
    expect(floor.line(PLAIN, '1').picked).toBe(24);
  });
});
