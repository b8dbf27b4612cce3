import { beforeEach, expect, test } from 'vitest';
import type { ScanAnswer } from '../../../shared/domain/scanning/answer.ts';
import { beforeNext, decideAfter, NOTHING_BEFORE, type Before } from '../../../shared/domain/scanning/question.ts';
import type { Role } from '../../../shared/domain/state/entities.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { HOUR, MINUTE } from '../../../shared/lib/time.ts';
import { codes, command, HOT, PLAIN, warehouse, type ScanFloor } from './floor.ts';

/* UNDO takes back at once only what the person in front of it knows of: theirs, fresh, of the work in hand. */

let floor: ScanFloor;
let before: Before;

/** As the station does it: the answer before is held against the next scan. */
function scan(code: string, role: Role = 'picker'): ScanAnswer {
  const context = floor.context(role);
  const { operations, result } = decideAfter(floor.world, { code, task: null, po: null, quantity: null }, before, context);
  floor.apply(operations, context.actor.staffId);
  before = beforeNext(result, before, floor.now);
  return result;
}

const picked = (): number => floor.order(PLAIN).picked;

beforeEach(() => {
  floor = warehouse();
  before = NOTHING_BEFORE;
  for (const code of [PLAIN, 'A-01-02', codes.mugCase]) scan(code);
  expect(picked()).toBe(6);
});

const ASKS = { result: 'info', confirm: command.undo, message: { key: 'scanning.undo.ask', params: { kind: 'pick', eaches: 6, sku: 'MUG', po: PLAIN } } };
const TAKEN_BACK = { result: 'accepted', message: { key: 'scanning.undo.pick', params: { eaches: 6, po: PLAIN } } };

test('the picker who goes on picking takes the last case back at once, also after a walk to the next bin', () => {
  floor.pass(9 * MINUTE);
  expect(scan(command.undo)).toMatchObject(TAKEN_BACK);
  expect(picked()).toBe(0);
});

test('what another person did is named and asked for; the second UNDO does it', () => {
  expect(scan(command.undo, 'shipping')).toMatchObject({ ...ASKS, message: { ...ASKS.message, params: { ...ASKS.message.params, person: 'staff-picker', refused: 'no' } } });
  expect(picked(), 'nothing is taken back yet').toBe(6);
  expect(scan(command.undo, 'shipping')).toMatchObject(TAKEN_BACK);
  expect(picked()).toBe(0);
});

test.each([
  ['of another order, minutes ago', () => floor.apply([{ kind: 'task.set', body: { kind: 'pick', po: poNumber(HOT), shipmentId: null, sscc: null, location: null, sku: null, carton: null } }], 'staff-picker')],
  ['after the task was left, minutes ago', () => floor.apply([{ kind: 'task.left', body: {} }], 'staff-picker')],
])('%s: asked', (_name, goOn) => {
  floor.pass(2 * MINUTE);
  goOn();
  expect(scan(command.undo)).toMatchObject(ASKS);
  expect(scan(command.undo)).toMatchObject(TAKEN_BACK);
});

test('an hour later it is asked for in the same work too', () => {
  floor.pass(HOUR);
  expect(scan(command.undo)).toMatchObject(ASKS);
});

test('after a refused scan UNDO says that it did not count, and asks: it means the one before', () => {
  expect(scan(codes.plateEach)).toMatchObject({ result: 'wrong' });
  expect(scan(command.undo)).toMatchObject({ ...ASKS, message: { key: 'scanning.undo.ask', params: { refused: 'yes' } } });
  expect(picked()).toBe(6);
  expect(scan(command.undo)).toMatchObject(TAKEN_BACK);
  expect(scan(command.undo), 'and the one before that, the bin, comes back at once').toMatchObject({ message: { key: 'scanning.undo.locate' } });
});

test('out of a question UNDO is a no: the pick before it stays', () => {
  expect(scan(command.short)).toMatchObject({ confirm: command.short });
  expect(scan(command.undo)).toMatchObject({ result: 'info', message: { key: 'scanning.command.notDone' } });
  expect(picked()).toBe(6);
  expect(scan(command.undo), 'and then it is UNDO again').toMatchObject(TAKEN_BACK);
});

test('a question that has stood over a break is asked anew', () => {
  expect(scan(command.short)).toMatchObject({ confirm: command.short });
  floor.pass(3 * MINUTE);
  expect(scan(command.short)).toMatchObject({ confirm: command.short });
  expect(scan(command.short)).toMatchObject({ result: 'accepted', message: { key: 'scanning.command.short' } });
});

test('between the question and the answer something else counted: it is another question', () => {
  scan(codes.plateEach);
  expect(scan(command.undo)).toMatchObject(ASKS);
  expect(scan(codes.mugCase)).toMatchObject({ result: 'accepted' });
  expect(scan(command.undo), 'the case just counted').toMatchObject(TAKEN_BACK);
  expect(picked()).toBe(6);
});
