import { describe, expect, test } from 'vitest';
import { decideCloseUnit } from '../../../shared/domain/handling-units/decide.ts';
import { decideLeaveTask, decideStartTask } from '../../../shared/domain/scanning/start.ts';
import { decideReleaseClaim } from '../../../shared/domain/sync/claims.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { refusalOf } from '../../support/domain.ts';
import { codes, command, HOT, PLAIN, warehouse } from '../scanning/floor.ts';
import { twoStations, type Station } from './site.ts';

const order = `order:${PLAIN}`;
const held = (station: Station, subject = order) => station.world.get('claim', { subject });

/** Both hear of everything at once. */
function hear(left: Station, right: Station): void {
  left.sync();
  right.sync();
  left.pull();
}

describe('work that a station holds', () => {
  test('a station that belongs to no central claims nothing', () => {
    const floor = warehouse();
    floor.scans(PLAIN, 'A-01-02', codes.mugCase);
    expect(floor.world.find('claim', {})).toEqual([]);
    expect(floor.journal.some(({ draft }) => draft.kind === 'claim.taken')).toBe(false);
  });

  test('is asked for twice: the second scan of the order means together', () => {
    const { left, right } = twoStations();
    left.scan(PLAIN);
    hear(left, right);
    expect(held(right)).toMatchObject({ station: 'left', sharedWith: [] });
    expect(right.scan(PLAIN)).toMatchObject({ confirm: PLAIN, message: { key: 'scanning.claim.held', params: { name: PLAIN, station: 'Station left' } } });
    expect(right.world.get('task', { station: 'right' })).toBeUndefined();
    expect(right.scan(PLAIN)).toMatchObject({ result: 'accepted', next: { task: 'pick', po: PLAIN } });
    hear(left, right);
    expect(held(left)).toMatchObject({ station: 'left', sharedWith: ['right'] });
    expect(right.scans('A-01-02', codes.mugCase)).toEqual(['accepted', 'accepted']);
    expect(left.world.find('case', {})).toEqual([]);
  });

  test('from a screen it is refused with who, where and since when, unless it is shared', () => {
    const { left, right } = twoStations();
    left.scan(PLAIN);
    hear(left, right);
    const start = (share: boolean) => decideStartTask(right.world, { kind: 'pack', po: poNumber(PLAIN), shipmentId: null, share }, right.context());
    expect(refusalOf(start(false))).toMatchObject({ code: 'scanning.claim.held', params: { station: 'Station left', sinceAt: left.now }, hint: { key: 'scanning.claim.hint' } });
    expect(start(true)).toMatchObject({ ok: true, operations: [{ kind: 'task.set' }, { kind: 'claim.taken', body: { subject: order, shared: true } }] });
  });

  test('ends with the work: with the task, with another order, with the pallet, with the order; who shared it goes on', () => {
    const { left, right } = twoStations();
    left.scan(PLAIN);
    left.scan(HOT, { task: 'pick' });
    expect([held(left), held(left, `order:${HOT}`)?.station]).toEqual([undefined, 'left']);
    left.scan(PLAIN, { task: 'pick' });
    hear(left, right);
    right.scans(PLAIN, PLAIN);
    hear(left, right);
    left.perform(decideLeaveTask(left.world, left.context()));
    hear(left, right);
    expect(held(left)).toMatchObject({ station: 'right', sharedWith: [] });
    right.scans('A-01-02', codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, codes.mugCase);
    const sscc = right.inHand();
    expect(held(right, `unit:${sscc}`)).toMatchObject({ station: 'right' });
    right.perform(decideCloseUnit(right.world, { sscc, weightGrams: null, heightMm: null }, right.context()));
    expect(held(right, `unit:${sscc}`)).toBeUndefined();
    right.apply([{ kind: 'order.cancelled', body: { po: poNumber(PLAIN), documentId: null, reason: 'x', by: 'person' } }]);
    expect(held(right)).toBeUndefined();
  });

  test('a pallet in hand elsewhere is asked for as well', () => {
    const { left, right } = twoStations();
    left.scans(PLAIN, 'A-01-02', codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, codes.mugCase);
    const sscc = left.inHand();
    hear(left, right);
    expect(right.scan(sscc)).toMatchObject({ message: { key: 'scanning.claim.held' } });
    expect(right.scan(sscc)).toMatchObject({ result: 'accepted', next: { sscc } });
    hear(left, right);
    expect(held(left, `unit:${sscc}`)).toMatchObject({ station: 'left', sharedWith: ['right'] });
  });

  test('taken by two without network, the first in the site’s order holds it, and the other is asked before it goes on', () => {
    const { site, left, right } = twoStations();
    left.scan(PLAIN);
    right.scan(PLAIN);
    left.push();
    right.push();
    left.pull();
    right.pull();
    expect(site.openCases()).toMatchObject([{ type: 'claimed-twice', first: { station: 'left' }, second: { station: 'right' } }]);
    expect(right.scans('A-01-02')).toEqual(['info']);
    expect(right.scan('A-01-02')).toMatchObject({ result: 'accepted' });
    expect(held(right)).toMatchObject({ station: 'left', sharedWith: ['right'] });
  });

  test('a supervisor sets it free, with a reason', () => {
    const { left, right } = twoStations();
    left.scan(PLAIN);
    hear(left, right);
    expect(refusalOf(decideReleaseClaim(right.world, { subject: order, reason: 'gone home' }, right.context('shipping'))).code).toBe('staff.refused.notAllowed');
    expect(refusalOf(decideReleaseClaim(right.world, { subject: order, reason: ' ' }, right.context())).code).toBe('orders.refused.reasonMissing');
    right.perform(decideReleaseClaim(right.world, { subject: order, reason: 'gone home' }, right.context()));
    expect(held(right)).toBeUndefined();
    expect(right.scan(PLAIN)).toMatchObject({ result: 'accepted', confirm: null });
  });
});
