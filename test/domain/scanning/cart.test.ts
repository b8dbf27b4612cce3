import { beforeEach, describe, expect, test } from 'vitest';
import { decideJoinWalk, decideStartWalk } from '../../../shared/domain/scanning/join.ts';
import { decideStartTask, stepOf } from '../../../shared/domain/scanning/start.ts';
import type { Task } from '../../../shared/domain/state/entities.ts';
import { orderPaperCode } from '../../../shared/lib/barcode/house-code.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { MINUTE } from '../../../shared/lib/time.ts';
import { orderDocument } from '../../support/domain.ts';
import { codes, command, HOT, PLAIN, warehouse, type ScanFloor } from './floor.ts';

/* Several orders on one cart: HOT (30 + 10 grinders, 6 mugs), PLAIN (24 mugs) and NEXT (5 mugs, 8 plates). */

const NEXT = 'NXT00001';
let floor: ScanFloor;

beforeEach(() => {
  floor = warehouse();
  floor.received(orderDocument(NEXT, [{ vendorSku: 'MUG', quantity: 5 }, { vendorSku: 'PLATE', quantity: 8 }]));
  floor.accept(NEXT);
});

const walk = (...pos: readonly string[]): void => void floor.perform(decideStartWalk(floor.world, { pos: pos.map(poNumber), share: false }, floor.context()));

function task(): Task {
  const found = floor.world.get('task', { station: floor.station });
  if (!found) throw new Error('no task');
  return found;
}

/* A cart that is half picked is not put aside by the way (finding L9 of the domain review): its letters would mean other orders. */
describe('a half-picked cart', () => {
  const again = (pos: readonly string[], leave = false) => decideStartWalk(floor.world, { pos: pos.map(poNumber), share: false, leave }, floor.context());
  const other = (kind: 'pick' | 'pack' | 'count', po: string | null, leave = false) => decideStartTask(floor.world, { kind, po: po === null ? null : poNumber(po), shipmentId: null, leave }, floor.context());
  const refused = { ok: false, refusal: { code: 'cart.goesOn', params: { places: `A ${PLAIN}` }, hint: { key: 'cart.goesOn.hint' } } };

  beforeEach(() => {
    walk(PLAIN, NEXT);
    floor.scan('A-01-02');
    floor.scan(codes.mugCase, { task: 'pick', po: poNumber(PLAIN) });
  });

  test('another walk or task in its place is refused, with what lies on it, unless the person knows', () => {
    const before = floor.everything();
    for (const decision of [again([NEXT, HOT]), other('pick', HOT), other('pack', PLAIN), other('count', null)]) expect(decision).toMatchObject(refused);
    expect(floor.everything()).toBe(before);
    for (const decision of [again([NEXT, HOT], true), other('pick', HOT, true), other('count', null, true)]) expect(decision).toMatchObject({ ok: true });
  });

  test('a walk with all of its orders and more goes on: the letters stay, the new ones come behind, whatever the order they were chosen in', () => {
    const startedAt = task().startedAt;
    floor.pass(MINUTE);
    floor.perform(again([HOT, NEXT, PLAIN]));
    expect(task()).toMatchObject({ cart: [PLAIN, NEXT, HOT], location: 'A-01-02', startedAt });
    expect(floor.order(PLAIN).picked).toBe(6);
    const before = floor.everything();
    expect(again([NEXT, PLAIN, HOT])).toMatchObject({ ok: true });
    floor.perform(other('pick', NEXT));
    expect(floor.everything()).toBe(before);
  });

  test('nothing is asked while nothing is picked, and none once there is nothing left to look for', () => {
    floor.scan(command.undo);
    expect(again([NEXT, HOT])).toMatchObject({ ok: true });
    floor.scan('MUG', { quantity: 24, task: 'pick', po: poNumber(PLAIN) });
    floor.scan('MUG', { quantity: 5, task: 'pick', po: poNumber(NEXT) });
    floor.scans('C-01-01', command.short, command.short);
    expect(other('pack', PLAIN)).toMatchObject({ ok: true });
  });
});

describe('a walk for several orders', () => {
  test('the HPO is in front though it was chosen last, and every answer says to which place and order it goes', () => {
    walk(PLAIN, NEXT, HOT);
    expect(stepOf(floor.world, task()).instruction).toMatchObject({ key: 'cart.goToBin', params: { location: 'A-01-01', sku: 'GRIND', place: 'C', po: HOT, hpo: 'yes' } });
    floor.scan('A-01-01');
    expect(floor.scan(codes.grinderCase)).toMatchObject({ result: 'accepted', message: { key: 'cart.picked', params: { eaches: 12, place: 'C', po: HOT, hpo: 'yes', left: 28 } } });
    expect(floor.scan('A-01-02').next).toMatchObject({ po: HOT, instruction: { key: 'cart.pickProduct', params: { sku: 'MUG', left: 6, place: 'C' } } });
    expect(floor.scan(codes.mugCase)).toMatchObject({ message: { params: { place: 'C', left: 0 } }, next: { po: PLAIN, instruction: { params: { place: 'A', left: 24 } } } });
    expect(floor.scan(codes.mugEach)).toMatchObject({ message: { params: { place: 'A', po: PLAIN, hpo: 'no' } }, progress: { done: 19, of: 83 } });
  });

  test('a case that two orders share is one scan: each gets its part, the words say who, one undo takes all of it back', () => {
    walk(NEXT, PLAIN);
    floor.scan('A-01-02');
    const before = floor.quantities();
    expect(floor.scan(codes.mugCase)).toMatchObject({
      message: { key: 'cart.split', params: { eaches: 6, shares: 'A\u00a05 + B\u00a01' } },
      details: [{ key: 'cart.share', params: { eaches: 5, place: 'A', po: NEXT } }, { key: 'cart.share', params: { eaches: 1, place: 'B', po: PLAIN } }],
    });
    expect([floor.line(NEXT, '1').picked, floor.line(PLAIN, '1').picked]).toEqual([5, 1]);
    expect(floor.scan(command.undo)).toMatchObject({ result: 'accepted', message: { key: 'scanning.undo.pick', params: { eaches: 6, po: `${NEXT}, ${PLAIN}` } } });
    expect(floor.quantities()).toEqual(before);
  });

  test('a SKU means one piece while the order in front wants less than a case', () => {
    walk(NEXT, PLAIN);
    floor.scan('A-01-02');
    expect(floor.scan('MUG')).toMatchObject({ message: { key: 'cart.picked', params: { eaches: 1, place: 'A' } } });
  });

  test('what no order of the cart wants is wrong, as is a bin that holds nothing for them, and nothing changes', () => {
    walk(PLAIN, HOT);
    const before = floor.everything();
    expect(floor.scan(codes.plateEach)).toMatchObject({ result: 'wrong', message: { key: 'cart.notOnCart' }, expected: { key: 'cart.goToBin' } });
    expect(floor.scan('C-01-01')).toMatchObject({ result: 'wrong', message: { key: 'cart.wrongBin' } });
    expect(floor.everything()).toBe(before);
  });

  test('an order that is complete is told, and so is the end of the walk; DONE packs the HPO while the others wait', () => {
    walk(PLAIN, HOT);
    floor.scans('A-01-01', codes.grinderCase, codes.grinderCase, codes.grinderCase, 'B-02-01');
    floor.scan('GRIND', { quantity: 4 });
    floor.scan('A-01-02');
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'accepted', details: [{ key: 'cart.complete', params: { place: 'B', po: HOT } }] });
    expect(floor.scan('MUG', { quantity: 24 })).toMatchObject({ result: 'done', next: { instruction: { key: 'cart.allPicked', params: { po: HOT, place: 'B' } } } });
    expect(floor.scan(command.done)).toMatchObject({ result: 'done', next: { task: 'pack', po: HOT }, details: [{ key: 'cart.waits', params: { place: 'A', po: PLAIN } }] });
    expect(task()).toMatchObject({ kind: 'pack', po: HOT, cart: [] });
    expect(floor.order(PLAIN).picked).toBe(24);
  });

  test('DONE in the middle is asked twice, and leaves what was picked', () => {
    walk(PLAIN, HOT);
    floor.scans('A-01-02', codes.mugCase);
    expect(floor.scan(command.done)).toMatchObject({ confirm: command.done, message: { key: 'cart.askLeave', params: { left: 64, count: 2 } } });
    expect(floor.scan(command.done).message.key).toBe('scanning.command.left');
    expect(floor.order(HOT).picked).toBe(6);
  });

  test('SHORT names the place, and reports the line of the order in front only', () => {
    walk(PLAIN, HOT);
    floor.scan('A-01-02');
    expect(floor.scan(command.short)).toMatchObject({ message: { key: 'cart.askShort', params: { eaches: 6, place: 'B', po: HOT } } });
    floor.scan(command.short);
    expect([floor.line(HOT, '2').short, floor.line(PLAIN, '1').short]).toEqual([6, 0]);
  });

  test('an order that is cancelled drops out with its own word; the others go on and keep their places', () => {
    walk(HOT, NEXT, PLAIN);
    floor.scans('A-01-01', codes.grinderCase);
    floor.apply([{ kind: 'order.cancelled', body: { po: poNumber(HOT), documentId: null, reason: 'customer', by: 'customer' } }]);
    expect(floor.scan(codes.grinderCase)).toMatchObject({ result: 'wrong', message: { key: 'scanning.order.cancelledPutBack', params: { po: HOT } }, expected: { params: { place: 'B', po: NEXT } } });
    expect(floor.scans('A-01-02', codes.mugEach)).toEqual(['accepted', 'accepted']);
    expect(floor.line(NEXT, '1').picked).toBe(1);
    for (const po of [NEXT, PLAIN]) floor.apply([{ kind: 'order.cancelled', body: { po: poNumber(po), documentId: null, reason: 'customer', by: 'customer' } }]);
    expect(floor.scan(codes.mugEach)).toMatchObject({ result: 'wrong', message: { key: 'scanning.order.cancelledPutBack' } });
    expect(floor.scan(command.done).message.key).toBe('scanning.command.left');
  });

  test('an order that the caller names is picked for, whoever is in front; what it does not want is refused in its name', () => {
    walk(HOT, PLAIN, NEXT);
    floor.scan('A-01-02');
    const po = poNumber(PLAIN);
    expect(floor.scan(codes.mugCase, { task: 'pick', po })).toMatchObject({ result: 'accepted', message: { key: 'cart.picked', params: { place: 'B', po: PLAIN, eaches: 6, left: 18 } }, next: { po: HOT } });
    expect([floor.line(HOT, '2').picked, floor.line(PLAIN, '1').picked]).toEqual([0, 6]);
    const before = floor.everything();
    expect(floor.scan(codes.grinderCase, { task: 'pick', po })).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.notOnOrder', params: { po: PLAIN } } });
    expect(floor.scan('C-01-01', { task: 'pick', po })).toMatchObject({ result: 'wrong', message: { key: 'cart.wrongBin' } });
    expect(floor.scan(command.short, { task: 'pick', po })).toMatchObject({ message: { key: 'cart.askShort', params: { place: 'B', po: PLAIN, eaches: 18 } } });
    expect(floor.everything()).toBe(before);
    floor.apply([{ kind: 'order.cancelled', body: { po, documentId: null, reason: 'customer', by: 'customer' } }]);
    expect(floor.scan(codes.mugCase, { task: 'pick', po })).toMatchObject({ result: 'wrong', message: { key: 'scanning.order.cancelledPutBack', params: { po: PLAIN } } });
    expect(floor.line(HOT, '2').picked).toBe(0);
  });

  test('PRINT prints the list of the cart, whoever is next or over; where the caller names an order, that order’s', () => {
    walk(PLAIN, HOT, NEXT);
    const printed = (po: string | null = null) => floor.scan(command.print, po === null ? {} : { task: 'pick', po: poNumber(po) }).followUp;
    expect(printed()).toEqual({ kind: 'print-cart-list', po: PLAIN });
    expect(printed(NEXT)).toEqual({ kind: 'print-list', po: NEXT });
    for (const po of [HOT, PLAIN]) floor.apply([{ kind: 'order.cancelled', body: { po: poNumber(po), documentId: null, reason: 'customer', by: 'customer' } }]);
    expect(printed()).toEqual({ kind: 'print-cart-list', po: PLAIN });
  });

  test('goods of an order that was cancelled in the middle are named when the walk ends, with their place', () => {
    const cancel = (po: string) => floor.apply([{ kind: 'order.cancelled', body: { po: poNumber(po), documentId: null, reason: 'customer', by: 'customer' } }]);
    const putBack = { key: 'cart.putBack', params: { place: 'A', po: HOT, hpo: 'yes', eaches: 12 } };
    for (const others of [[PLAIN], []]) {
      floor = warehouse();
      floor.received(orderDocument(NEXT, [{ vendorSku: 'MUG', quantity: 5 }]));
      floor.accept(NEXT);
      walk(HOT, NEXT, ...others);
      floor.scans('A-01-01', codes.grinderCase, 'A-01-02');
      cancel(HOT);
      floor.scan('MUG', { quantity: 5 });
      for (const po of others) floor.scan('MUG', { quantity: 24, po: poNumber(po) });
      const done = floor.scan(command.done);
      expect(done).toMatchObject({ result: 'done', next: { task: 'pack', po: NEXT } });
      expect(done.details).toContainEqual(putBack);
    }
    floor = warehouse();
    walk(HOT, PLAIN);
    floor.scans('A-01-01', codes.grinderCase);
    cancel(HOT);
    floor.scan(command.done);
    expect(floor.scan(command.done).details, 'left before its end').toEqual([putBack]);
    floor = warehouse();
    walk(HOT, PLAIN);
    floor.scans('A-01-01', codes.grinderCase);
    for (const po of [HOT, PLAIN]) cancel(po);
    expect(floor.scan(command.done).details, 'all of it is over').toEqual([putBack]);
  });

  test('scanning the list of an order that is on the cart changes nothing', () => {
    walk(PLAIN, HOT);
    const before = floor.everything();
    expect(floor.scan(PLAIN)).toMatchObject({ result: 'info', message: { key: 'scanning.order.already' } });
    expect(floor.everything()).toBe(before);
  });
});

describe('an HPO that comes while somebody walks', () => {
  test('its list is asked for once and taken to the front when scanned again: bin and picked quantities stay', () => {
    floor.scans(PLAIN, 'A-01-02', codes.mugCase);
    const began = task().startedAt;
    floor.pass(60_000);
    expect(floor.scan(HOT)).toMatchObject({ result: 'info', confirm: HOT, message: { key: 'cart.askJoin', params: { po: HOT, hpo: 'yes', place: 'B' } }, details: [{ key: 'cart.alone' }] });
    expect(task().cart).toEqual([]);
    expect(floor.scan(HOT)).toMatchObject({ result: 'accepted', message: { key: 'cart.joined', params: { place: 'B', hpo: 'yes' } }, next: { instruction: { params: { place: 'B', sku: 'MUG', location: 'A-01-02' } } } });
    expect(task()).toMatchObject({ po: PLAIN, cart: [PLAIN, HOT], location: 'A-01-02', startedAt: began });
    expect(floor.line(PLAIN, '1').picked).toBe(6);
    expect(floor.scan(codes.mugCase)).toMatchObject({ message: { params: { place: 'B', po: HOT } } });
  });

  test('the bin in hand is finished first; after NEXT the bins of the HPO come', () => {
    walk(NEXT, PLAIN);
    floor.scans('C-01-01', codes.plateEach);
    floor.scan(HOT);
    floor.scan(HOT);
    expect(stepOf(floor.world, task())).toMatchObject({ location: 'C-01-01', po: NEXT });
    floor.scan(command.next);
    expect(stepOf(floor.world, task())).toMatchObject({ po: HOT, instruction: { key: 'cart.goToBin', params: { location: 'A-01-01' } } });
  });

  test('an outdated list of it is told and asked for in one question', () => {
    floor.scan(PLAIN);
    floor.apply([{ kind: 'order.changed', body: { ...orderDocument(HOT, [{ vendorSku: 'GRIND', quantity: 30 }, { vendorSku: 'MUG', quantity: 6 }, { vendorSku: 'GRIND', quantity: 9 }], { hpo: true, rush: true }), what: [{ key: 'scanning.badge', params: {} }] } }]);
    expect(floor.scan(orderPaperCode(HOT, 1))).toMatchObject({ result: 'wrong', message: { key: 'scanning.order.outdatedList' }, details: [{ key: 'scanning.badge' }, { key: 'cart.askJoin' }] });
    expect(floor.scan(orderPaperCode(HOT, 1))).toMatchObject({ result: 'accepted', message: { key: 'cart.joined' } });
  });

  test('by touch it joins at once, and a second time changes nothing', () => {
    walk(PLAIN, NEXT);
    const join = () => decideJoinWalk(floor.world, { po: poNumber(HOT), share: false }, floor.context('picker'));
    floor.perform(join());
    expect(task().cart).toEqual([PLAIN, NEXT, HOT]);
    expect(join()).toMatchObject({ ok: true, operations: [] });
  });

  test('it joins no station that does not pick, and nothing joins of which nothing is left', () => {
    expect(decideJoinWalk(floor.world, { po: poNumber(HOT), share: false }, floor.context())).toMatchObject({ ok: false, refusal: { code: 'cart.noWalk' } });
    floor.scans(PLAIN, 'A-01-02');
    floor.scan('MUG', { quantity: 24 });
    floor.scan(NEXT);
    expect(decideJoinWalk(floor.world, { po: poNumber(PLAIN), share: false }, floor.context())).toMatchObject({ ok: false, refusal: { code: 'cart.nothingToPick' } });
  });

  test('a walk that is finished is left by the next list at once, as a single pick is', () => {
    floor.scans(PLAIN, 'A-01-02');
    floor.scan('MUG', { quantity: 24 });
    expect(floor.scan(HOT)).toMatchObject({ result: 'accepted', message: { key: 'scanning.order.started' } });
    expect(task()).toMatchObject({ po: HOT, cart: [] });
  });

  test('a walk with several orders is not left for packing by one scan', () => {
    floor.scans(PLAIN, 'A-01-02');
    floor.scan('MUG', { quantity: 24 });
    walk(HOT, NEXT);
    expect(floor.scan(PLAIN)).toMatchObject({ confirm: PLAIN, message: { key: 'cart.askLeaveFor', params: { po: PLAIN, task: 'pack' } } });
    expect(floor.scan(PLAIN)).toMatchObject({ result: 'accepted', next: { task: 'pack', po: PLAIN } });
  });
});

describe('claims of a walk', () => {
  const held = (po: string): string | undefined => floor.world.get('claim', { subject: `order:${po}` })?.station;

  beforeEach(() => {
    for (const [number, station] of ['station-1', 'station-2'].entries()) floor.apply([{ kind: 'station.enrolled', body: { station, name: station, number: number + 1 } }]);
  });

  test('every order is claimed, and every one is free when the walk ends', () => {
    walk(PLAIN, HOT);
    expect([held(PLAIN), held(HOT), held(NEXT)]).toEqual(['station-1', 'station-1', undefined]);
    floor.scan(NEXT);
    floor.scan(NEXT);
    expect(held(NEXT)).toBe('station-1');
    floor.scan(command.done);
    floor.scan(command.done);
    expect([held(PLAIN), held(HOT), held(NEXT)]).toEqual([undefined, undefined, undefined]);
  });

  test('packing the first keeps its claim and frees the others', () => {
    walk(PLAIN, NEXT);
    floor.scan('A-01-02');
    floor.scan('MUG', { quantity: 29 });
    floor.scan('C-01-01');
    floor.scan('PLATE', { quantity: 8 });
    floor.scan(command.done);
    expect([held(PLAIN), held(NEXT)]).toEqual(['station-1', undefined]);
  });

  test('an order that another station holds is refused by name, by scan it asks', () => {
    floor.scan(HOT);
    floor.station = 'station-2';
    expect(decideStartWalk(floor.world, { pos: [HOT, PLAIN].map(poNumber), share: false }, floor.context())).toMatchObject({ ok: false, refusal: { code: 'scanning.claim.held' } });
    expect(held(PLAIN)).toBeUndefined();
    floor.scan(PLAIN);
    expect(floor.scan(HOT)).toMatchObject({ message: { key: 'cart.askJoin' }, details: [{ key: 'scanning.claim.held' }, { key: 'scanning.order.alsoWorking' }, { key: 'cart.alone' }] });
    expect(floor.scan(HOT)).toMatchObject({ result: 'accepted' });
    expect(floor.world.get('claim', { subject: `order:${HOT}` })?.sharedWith).toEqual(['station-2']);
  });
});
