import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideScan } from '../../../shared/domain/scanning/scan.ts';
import { decideStartTask } from '../../../shared/domain/scanning/start.ts';
import { decideShipmentCreate } from '../../../shared/domain/shipment/decide.ts';
import { orderPaperCode } from '../../../shared/lib/barcode/house-code.ts';
import { location, poNumber, sku } from '../../../shared/lib/ids.ts';
import { orderDocument, refusalOf } from '../../support/domain.ts';
import { codes, command, foreignCarton, HOT, PLAIN, warehouse, type ScanFloor } from './floor.ts';

function at(task: 'receive' | 'lookup'): ScanFloor {
  const floor = warehouse();
  floor.perform(decideStartTask(floor.world, { kind: task, po: null, shipmentId: null }, floor.context('picker')));
  return floor;
}

const boxed = (floor: ScanFloor, product: string, bin: string): number => floor.world.get('bin', { sku: sku(product), location: location(bin) })?.boxed ?? 0;

describe('receiving boxed goods', () => {
  test('a case counts its case, a piece one, and it adds to what lies in the bin; undo takes off exactly that', () => {
    const floor = at('receive');
    floor.scan('A-01-02');
    const before = floor.quantities();
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'accepted', undoable: true, message: { key: 'scanning.receive.received', params: { eaches: 6, boxed: 66 } } });
    floor.scan(codes.mugEach);
    expect([boxed(floor, 'MUG', 'A-01-02'), floor.stock('MUG').boxed]).toEqual([67, 67]);
    floor.scans(command.undo, command.undo);
    expect(floor.quantities()).toEqual(before);
  });

  test('a SKU only names the product: its quantity is keyed, and zero is none', () => {
    const floor = at('receive');
    expect(floor.scans('C-01-01', 'PLATE', '0', '30')).toEqual(['accepted', 'accepted', 'wrong', 'accepted']);
    expect(boxed(floor, 'PLATE', 'C-01-01')).toBe(38);
    floor.scan(codes.mugEach, { quantity: 4 });
    expect(boxed(floor, 'MUG', 'C-01-01')).toBe(4);
  });

  test('more than anybody brings at once is asked for, and what no label means is refused: nothing is on the books unasked', () => {
    const floor = at('receive');
    floor.scan('A-01-02');
    const before = floor.quantities();
    const label = (pieces: number): string => `(01)${codes.mugEach.padStart(14, '0')}(30)${pieces}`;
    expect(floor.scan(label(99_999_999))).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.receiveTooMany' } });
    expect(floor.scan(`(02)${codes.mugCase}(37)99999999`).result).toBe('wrong');
    expect(floor.scan(label(10_001))).toMatchObject({ result: 'info', message: { key: 'scanning.receive.askMany', params: { eaches: 10_001 } } });
    expect(floor.quantities()).toEqual(before);
    expect(floor.scan(label(10_001))).toMatchObject({ result: 'accepted' });
    expect(floor.scan(label(10_000)), 'a full pallet is not asked for').toMatchObject({ result: 'accepted' });
    expect(boxed(floor, 'MUG', 'A-01-02')).toBe(60 + 20_001);
  });

  test('a code that two products share is asked of the SKU, unless one of them lies or belongs in the bin', () => {
    const floor = at('receive');
    floor.product('BOWL', { gtinCase: codes.mugCase });
    floor.scan('C-01-01');
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.whichProduct', params: { skus: 'BOWL, MUG' } } });
    expect(floor.scan('BOWL', { quantity: 6 }).result).toBe('accepted');
    expect(floor.scan(codes.mugCase), 'bowls lie there now').toMatchObject({ result: 'accepted', message: { params: { sku: 'BOWL' } } });
    floor.scan('A-01-02');
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'accepted', message: { params: { sku: 'MUG' } } });
  });

  test('the bin comes first', () => {
    const floor = at('receive');
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.binFirstToReceive' } });
  });

  test('a hot order that waits for the product is named: what it lacks, what was reported missing, what is on back order', () => {
    const floor = warehouse();
    floor.received(orderDocument('HOT00002', [{ vendorSku: 'PLATE', quantity: 20 }], { hpo: true, rush: true }));
    floor.apply([{ kind: 'order.acknowledged', body: { po: poNumber('HOT00002'), version: 1, lines: [{ line: '1', accepted: 15, rejected: 0, backordered: 5, rejectionReason: null, shipDate: null }], override: null } }]);
    floor.perform(decideStartTask(floor.world, { kind: 'receive', po: null, shipmentId: null }, floor.context('picker')));
    floor.scan('C-01-01');
    // 15 accepted of which 8 lie there, 5 on back order.
    expect(floor.scan('PLATE', { quantity: 4 }).details).toEqual([{ key: 'scanning.receive.waits', params: { po: 'HOT00002', eaches: 12, sku: 'PLATE' } }]);
    expect(floor.scan(codes.mugCase).details, 'nobody waits for mugs').toEqual([]);
  });

  test('goods that have another home are received all the same, and the answer says where they belong', () => {
    const floor = at('receive');
    floor.scan('C-01-01');
    expect(floor.scan(codes.grinderCase)).toMatchObject({ result: 'accepted', details: [{ key: 'scanning.receive.home', params: { home: 'A-01-01' } }] });
  });

  test('what two stations receive adds up in any order, and nothing is lost', () => {
    const quantity = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('station-1', 'station-2'), fc.constantFrom('A-01-02', 'C-01-01'), quantity), { minLength: 1, maxLength: 12 }), (receipts) => {
        const floor = warehouse();
        // Both decide by what they saw at the beginning, as stations without a line do.
        const decided = receipts.map(([station, bin, eaches]) => {
          floor.station = station;
          const task = floor.world.get('task', { station });
          if (!task) floor.perform(decideStartTask(floor.world, { kind: 'receive', po: null, shipmentId: null }, floor.context('picker')));
          floor.scan(bin);
          return { station, operations: decideScan(floor.world, { code: 'MUG', task: null, po: null, quantity: eaches, confirming: null }, floor.context('picker')).operations };
        });
        for (const { station, operations } of decided) {
          floor.station = station;
          floor.apply(operations);
        }
        const came = receipts.reduce((sum, [, , eaches]) => sum + eaches, 0);
        expect(floor.stock('MUG').boxed).toBe(60 + came);
        expect(boxed(floor, 'MUG', 'A-01-02') + boxed(floor, 'MUG', 'C-01-01')).toBe(60 + came);
      }),
      { numRuns: 40 },
    );
  });

  test('what has been taken since cannot be un-received', () => {
    const floor = at('receive');
    floor.scans('C-01-01', codes.mugCase);
    floor.station = 'station-2';
    floor.scans(PLAIN, 'C-01-01', codes.mugCase);
    floor.station = 'station-1';
    expect(floor.scan(command.undo)).toMatchObject({ result: 'wrong', message: { key: 'scanning.undo.takenSince' } });
  });
});

describe('looking up', () => {
  test('tells what each code is and writes nothing', () => {
    const floor = warehouse();
    floor.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, foreignCarton(1));
    const pallet = floor.inHand();
    floor.scans(codes.mugCase, command.done);
    floor.perform(decideShipmentCreate(floor.world, { pos: [poNumber(PLAIN)], freightTerm: 'prepaid' }, floor.context()));
    floor.station = 'station-2';
    floor.perform(decideStartTask(floor.world, { kind: 'lookup', po: null, shipmentId: null }, floor.context('picker')));
    const before = floor.everything();
    const said = (code: string) => {
      const { result, message, details, next } = floor.scan(code);
      expect([result, next.state]).toEqual(['info', 'lookup']);
      return [message, ...details];
    };
    expect(said(codes.grinderCase)).toEqual([
      { key: 'scanning.lookup.product', params: { sku: 'GRIND', title: 'Ceramic grinder', boxed: 60, allocated: 40, safety: 0, free: 20, caseSize: 12 } },
      { key: 'scanning.lookup.bins', params: { count: 2, bins: 'A-01-01 (36), B-02-01 (24)' } },
    ]);
    expect(said('A-01-01')).toEqual([{ key: 'scanning.lookup.location', params: { location: 'A-01-01', count: 1, held: 'GRIND (36)' } }]);
    expect(said(pallet)).toMatchObject([
      { key: 'scanning.lookup.unit', params: { po: PLAIN, state: 'closed', eaches: 12, cartons: 2 } },
      { key: 'scanning.lookup.contents', params: { contents: 'MUG (12)', more: 0 } },
      { key: 'scanning.lookup.shipment', params: { state: 'draft' } },
    ]);
    expect(said(foreignCarton(1))).toMatchObject([{ key: 'scanning.lookup.carton', params: { eaches: 6, sku: 'MUG', po: PLAIN } }]);
    expect(said(HOT)).toMatchObject([{ key: 'scanning.lookup.order', params: { po: HOT, hpo: 'yes', accepted: 46, picked: 0 } }, { key: 'scanning.lookup.shipBy' }]);
    expect(floor.everything()).toBe(before);
    floor.apply([{ kind: 'order.changed', body: { ...orderDocument(HOT, [{ vendorSku: 'GRIND', quantity: 30 }]), what: [] } }]);
    expect(said(orderPaperCode(HOT, 1))).toMatchObject([{ key: 'scanning.lookup.order' }, { key: 'scanning.lookup.outdatedList', params: { printed: 1, now: 2 } }, {}]);
    expect(floor.world.find('task', {}).map(({ station, kind }) => [station, kind])).toEqual([['station-1', 'pack'], ['station-2', 'lookup']]);
    expect(floor.scan(command.done)).toMatchObject({ result: 'done', next: { state: 'idle' } });
  });

  test('the command line looks up without beginning anything', () => {
    const floor = warehouse();
    expect(floor.scan(HOT, { task: 'lookup' })).toMatchObject({ result: 'info', message: { key: 'scanning.lookup.order' } });
    expect(floor.world.find('task', {})).toEqual([]);
  });

  test('is about no order: beginning it with one is refused, and a scan that names one prints no list of it', () => {
    const floor = warehouse();
    expect(refusalOf(decideStartTask(floor.world, { kind: 'lookup', po: poNumber(HOT), shipmentId: null }, floor.context()))).toMatchObject({ code: 'scanning.refused.lookupOfOrder', params: { po: HOT } });
    expect(floor.scan(command.print, { task: 'lookup', po: poNumber(HOT) })).toMatchObject({ result: 'wrong', message: { key: 'scanning.command.nothingToPrint' }, next: { po: null } });
  });

  test('an open pallet of a cancelled order is not taken up again', () => {
    const floor = warehouse();
    floor.scans(PLAIN, codes.mugCase);
    floor.scan(PLAIN, { task: 'pack' });
    floor.scan(codes.mugCase);
    const pallet = floor.inHand();
    floor.apply([{ kind: 'order.cancelled', body: { po: poNumber(PLAIN), documentId: null, reason: 'customer', by: 'customer' } }]);
    expect(floor.scan(command.done), 'a cancelled order is left, not loaded').toMatchObject({ message: { key: 'scanning.command.left' }, next: { state: 'idle' } });
    expect(floor.scan(pallet)).toMatchObject({ result: 'wrong', message: { key: 'scanning.order.cancelledPutBack' } });
  });
});
