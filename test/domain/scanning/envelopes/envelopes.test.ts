import { describe, expect, test } from 'vitest';
import { commandNames } from '../../../../shared/lib/barcode/scanned-code.ts';
import { badgeCode, paperCode, toteCode } from '../../../../shared/lib/barcode/house-code.ts';
import { markNow } from '../../../../shared/domain/papers/printed.ts';
import type { AnswerRule, ScanEvent } from '../../../../shared/domain/scanning/machine.ts';
import { scenarios } from '../../../../shared/domain/scanning/scenarios/scenarios.ts';
import { stepOf } from '../../../../shared/domain/scanning/start.ts';
import type { StateName } from '../../../../shared/domain/scanning/states.ts';
import { answersOf } from '../../../../shared/domain/scanning/validate.ts';
import { catalogue, type MessageKey } from '../../../../shared/messages/catalogue.ts';
import type { MessageParams } from '../../../../shared/messages/say.ts';
import { codes, command, type ScanFloor } from '../floor.ts';
import { cart } from './cart.ts';
import { count } from './count.ts';
import { envelopeOf, type Gives } from './envelope.ts';
import { idle } from './idle.ts';
import { load } from './load.ts';
import { lookup } from './lookup.ts';
import { meet, type Met } from './meet.ts';
import { move } from './move.ts';
import { pack } from './pack.ts';
import { pick } from './pick.ts';
import { receive } from './receive.ts';
import { scans } from './scans.ts';
import { everyScene, OTHER, scenes } from './scenes.ts';

/*
 * Every declared answer of every scenario, each as the whole envelope that a scan is answered with. The tables say what comes of a scan in a
 * scene; the last tests here say that nothing is declared which no table has seen.
 */

/** What was seen of a declared answer: its words, where it led, what it wrote. */
const seen = new Map<AnswerRule, Set<string>>();
const asked = new Map<StateName, Set<ScanEvent>>();

function note({ from, event, rule, envelope }: Met): void {
  asked.set(from.state, (asked.get(from.state) ?? new Set()).add(event));
  if (!rule) return;
  const facts = seen.get(rule) ?? new Set();
  seen.set(rule, facts);
  for (const fact of [`says ${envelope.message.key}`, `leads to ${envelope.next.state}`, ...envelope.operations.map(({ kind }) => `writes ${kind}`)]) facts.add(fact);
}

function expectEnvelope(floor: ScanFloor, scan: Parameters<typeof meet>[1], gives: Gives): void {
  const met = meet(floor, scan);
  note(met);
  expect(met.envelope, `${met.event} in ${met.from.state}`).toEqual(envelopeOf(met.from, gives));
  expect(met.rule, `${met.event} in ${met.from.state} is declared`).toBeDefined();
}

describe('each scene is the state that it is named for', () => {
  test.each(Object.entries(scenes))('%s', (state, build) => {
    const { world, station } = build();
    expect(stepOf(world, world.get('task', { station })).state).toBe(state);
  });
});

describe.each(Object.entries({ idle, pick, cart, pack, load, count, receive, move, lookup }))('%s', (_scenario, table) => {
  for (const scene of entries(table)) {
    test(`in: ${scene[0]}`, () => {
      const build = everyScene[scene[0]];
      for (const [name, gives] of entries(scene[1] ?? {})) if (gives) expectEnvelope(build(), scans[name], gives);
    });
  }
});

const entries = <Key extends string, Value>(record: Partial<Readonly<Record<Key, Value>>>): [Key, Value | undefined][] => Object.entries(record) as [Key, Value | undefined][];

/** Codes that are none: what is wrong with each. */
const FAULTY: readonly (readonly [code: string, key: MessageKey, params?: MessageParams])[] = [
  ['nonsense', 'scanning.unknown', { code: 'nonsense' }],
  ['HD:PO:NOPE:1', 'scanning.unknownOrder', { po: 'NOPE' }],
  ['A'.repeat(5_000), 'scanning.fault.tooLong', { length: 5_000, max: 600 }],
  ['AB\u0001C', 'scanning.fault.controlCharacters', { code: 1 }],
  ['061414100029', 'scanning.fault.checkDigit', { digits: '061414100029', expected: 1, found: 9 }],
  ['(8013)1987654Ad4X4bL5ttr2310c2L', 'scanning.fault.checkCharacters', { ai: '8013', expected: '2K', found: '2L' }],
  ['(01)123', 'scanning.fault.incompletePart', { ai: '01', found: 3, needed: 14 }],
  ['(05)123', 'scanning.fault.unknownIdentifier', { ai: '05' }],
  [']C1ABC', 'scanning.fault.notElements', { place: 1 }],
  ['(10)A^B', 'scanning.fault.characters', { ai: '10' }],
  [`(10)${'A'.repeat(21)}`, 'scanning.fault.valueTooLong', { ai: '10', found: 21, max: 20 }],
  ['(17)251301', 'scanning.fault.date', { ai: '17', value: '251301' }],
  ['(8008)25010125', 'scanning.fault.time', { ai: '8008', value: '25' }],
  ['(421)000123', 'scanning.fault.value', { ai: '421', value: '000', wanted: 'country' }],
  ['https://id.gs1.org/01/09521234543213/17/251231', 'scanning.fault.link', { ai: '17' }],
  ['(01)09521234543213(10)A(10)B', 'scanning.fault.contradiction', { ai: '10' }],
  ['HD:CMD:fly', 'scanning.fault.command', { name: 'fly' }],
  ['HD:QTY:0', 'scanning.fault.quantity', { value: '0' }],
  [`(02)${codes.mugCase}(37)0`, 'scanning.fault.countsNothing', { ai: '37' }],
  [`(01)${codes.mugCase}(30)0`, 'scanning.fault.countsNothing', { ai: '30' }],
];

const isMoving = (state: string): boolean => state.startsWith('move.');
const takesLabels = (state: string): boolean => (state.startsWith('pack.') && state !== 'pack.stopped') || isMoving(state);

describe('answered alike in every state', () => {
  test.each(Object.entries(scenes))('%s', (state, build) => {
    const floor = build();
    const task = floor.world.get('task', { station: floor.station })?.kind ?? null;
    for (const [code, key, params = {}] of FAULTY) {
      expectEnvelope(floor, { code }, { is: 'unknown', says: [key, params], writes: [{ kind: 'scan.unknown', body: { code: code.replace(']C1', '').slice(0, 200), task } }] });
    }
    expectEnvelope(floor, { code: ' ' }, { is: 'wrong', says: ['scanning.fault.empty'] });
    expectEnvelope(floor, { code: ']C1' }, { is: 'wrong', says: ['scanning.fault.incomplete'] });
    // It may be the lot of what is packed (`tracing.test.ts`) or moved.
    if (!takesLabels(state)) expectEnvelope(floor, { code: '(10)LOT7' }, { is: 'wrong', says: ['scanning.wrong.secondBarcode'] });
    expectEnvelope(floor, { code: badgeCode('B-100') }, { is: 'info', says: ['scanning.badge', { name: 'B-100', known: 'no', working: task === null ? 'no' : 'yes' }], followUp: { kind: 'sign-in', badge: 'B-100', staffId: null } });
    expectEnvelope(floor, { code: command.yes }, { is: 'info', says: ['scanning.command.nothingAsked'] });
    expectEnvelope(floor, { code: command.no }, { is: 'info', says: ['scanning.command.notDone'] });
    if (!isMoving(state)) expectEnvelope(floor, { code: command.new }, { is: 'wrong', says: ['scanning.move.onlyMoving'] });
    const tote = { code: toteCode('T-009') };
    if (state.startsWith('cart.')) note(meet(floor, tote));
    else expectEnvelope(floor, tote, { is: 'wrong', says: ['tote.onlyCart', { tote: 'T-009' }] });
    const mark = markNow(floor.world, { paper: 'packing-list', subject: OTHER }) ?? '';
    const words = { paper: 'packingList', subject: OTHER, printedAt: floor.now, now: mark };
    expectEnvelope(floor, { code: paperCode('packing-list', OTHER, floor.now, mark) }, { is: 'info', says: ['scanning.paper.current', { ...words, printed: mark }] });
    const older = mark === 'AAAA' ? 'BBBB' : 'AAAA';
    const outdated = meet(floor, { code: paperCode('packing-list', OTHER, floor.now, older) });
    note(outdated);
    expect(outdated.envelope).toEqual({ ...envelopeOf(outdated.from, { is: 'wrong', says: ['scanning.paper.outdated', { ...words, printed: older }], expected: null }), details: outdated.envelope.details });
    expect(outdated.envelope.details).not.toEqual([]);
    expectEnvelope(floor, { code: paperCode('packing-list', 'NOPE', floor.now, older) }, { is: 'wrong', says: ['scanning.paper.unknown', { ...words, subject: 'NOPE', printed: older, now: '' }] });
    expectEnvelope(floor, { code: paperCode('cart-list', 'NOPE', floor.now, older) }, { is: 'wrong', says: ['cartList.over', { ...words, paper: 'cartList', subject: 'NOPE', printed: older, now: '' }] });
  });
});

/** MOVE goes on top of every task: from the pallet in hand, where goods stand on one. */
describe('a move ends where it began', () => {
  test.each(Object.entries(scenes).filter(([state]) => !isMoving(state) && state !== 'idle'))('%s', (_state, build) => {
    const floor = build();
    const { from } = meet(floor, { code: command.no });
    const begun = meet(floor, { code: command.move });
    note(begun);
    expect(begun.envelope).toMatchObject({ result: 'accepted', undoable: true, message: { key: 'scanning.move.begun' } });
    expect(begun.rule).toBeDefined();
    floor.scan(command.move);
    const ended = meet(floor, { code: command.done });
    note(ended);
    expect(ended.envelope).toMatchObject({ result: 'accepted', message: { key: 'scanning.move.ended' }, next: from });
    expect(ended.rule).toBeDefined();
  });
});

const EVENTS: readonly ScanEvent[] = ['product', 'location', 'quantity', 'unit', 'carton', 'sscc', 'order', 'paper', 'badge', 'tote', 'attributes', 'unknown', ...commandNames];
/**
 * What is proven elsewhere, answer by answer: several orders on a cart (`cart.test.ts`) and totes (`totes.test.ts`), lots, expiries and serial numbers (`tracing.test.ts`),
 * goods moved and written off (`test/domain/handling-units`).
 */
const ELSEWHERE = /^cart\.|^tote\.stands$|^scanning\.(label\.|undo\.(move|damage)$|wrong\.(expired|serialOneEach|labelSaysNothing|otherLabel)$|duplicate\.serial$|step\.trace$)/;
const isElsewhere = (state: StateName): boolean => state === 'pack.trace' || state.startsWith('cart.');
const isOfLabel = (state: StateName, event: ScanEvent): boolean => event === 'attributes' && state.startsWith('pack.');

const declaredStates = Object.values(scenarios).flatMap((groups) => groups.flatMap(({ states }) => states));
const declaredAnswers = (): ReadonlyMap<AnswerRule, string> =>
  new Map(declaredStates.filter((state) => !isElsewhere(state)).flatMap((state) => EVENTS.filter((event) => !isOfLabel(state, event)).flatMap((event) => answersOf(state, event).map((rule) => [rule, `${state}, ${event}: ${rule.result} ${rule.says.join(' ')}`] as const))));

describe('nothing is declared that does not happen', () => {
  test('every state is met with every kind of scan', () => {
    const unmet = declaredStates.flatMap((state) => EVENTS.filter((event) => asked.get(state)?.has(event) !== true && !isOfLabel(state, event)).map((event) => `${state}: ${event}`));
    expect(unmet).toEqual([]);
  });

  test('every declared answer is given: each of its words, each state it leads to, each operation it writes', () => {
    const unseen = [...declaredAnswers()].flatMap(([rule, name]) => {
      if (rule.says.every((key) => ELSEWHERE.test(key)) || rule.says.includes('scanning.duplicate.serial')) return [];
      const facts = [...rule.says.filter((key) => !ELSEWHERE.test(key)).map((key) => `says ${key}`), ...(rule.next === 'same' ? [] : rule.next.map((state) => `leads to ${state}`)), ...(rule.writes ?? []).map((kind) => `writes ${kind}`)];
      return facts.filter((fact) => seen.get(rule)?.has(fact) !== true).map((fact) => `${name}: never ${fact}`);
    });
    expect(unseen).toEqual([]);
  });

  test('every declared text is there in both languages', () => {
    const keys = [...declaredAnswers().keys()].flatMap(({ says }) => says);
    expect(keys.filter((key) => !catalogue.en[key] || !catalogue.es[key])).toEqual([]);
  });
});
