import type { OperationKind } from '../../contracts/operations.ts';
import type { ScanDecision } from './answer.ts';
import { OF_TASK, type AnswerRule, type Group, type ScanEvent } from './machine.ts';
import { HELD, NOT_BEGUN } from './scenarios/anywhere.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { standsAt, type StateName } from './states.ts';

/*
 * The proof that scans answer as declared. Tests hold every answer against it; the station does not, as what it declares is what it runs.
 */

const groups: ReadonlyMap<StateName, Group> = new Map(Object.values(scenarios).flatMap((all) => all.flatMap((group) => group.states.map((state) => [state, group] as const))));

/** Goes with whatever counts: the task that the caller named begins with it, the work is claimed. */
const WITH_ANY: readonly OperationKind[] = ['task.set', 'claim.taken'];

/** Operations that take up work of an order or a unit, and with it the claim; a task does where it is on an order. */
const TAKES_UP: readonly OperationKind[] = ['pick.confirmed', 'unit.opened', 'unit.packed', 'unit.reopened'];

const isOrderState = (state: StateName): boolean => ORDER_WORK.some((kind) => state.startsWith(`${kind}.`));
const ORDER_WORK = ['pick', 'cart', 'pack', 'load', 'move'] as const;

/** Whether what a rule writes may need a claim that another station holds. A task that the caller only named begins with the first scan that counts in it. */
function takesClaim(from: StateName, event: ScanEvent, { writes = [], next }: AnswerRule): boolean {
  if (writes.some((kind) => TAKES_UP.includes(kind))) return true;
  const stands = next === 'same' ? [from] : next;
  return writes.some((kind) => kind !== 'task.left') && (writes.includes('task.set') || OF_TASK.has(event)) && stands.some(isOrderState);
}

/** The answers that a state may give to a kind of scan. None for a state in which no scan meets a task. */
export function answersOf(from: StateName, event: ScanEvent): readonly AnswerRule[] {
  const rules = (groups.get(from)?.answers(event) ?? []).filter((rule) => rule.from?.includes(from) !== false);
  return [...rules, ...(rules.some((rule) => takesClaim(from, event, rule)) ? [HELD] : []), ...(rules.some(({ writes }) => writes?.includes('task.left')) ? [NOT_BEGUN] : [])];
}

/** The declared answer that a decision is; undefined when there is none. */
export function ruleOf(from: StateName, event: ScanEvent, { operations, result: answer }: ScanDecision): AnswerRule | undefined {
  return answersOf(from, event).find(
    (rule) =>
      rule.result === answer.result && rule.says.includes(answer.message.key) && (rule.asks === true) === (answer.confirm !== null) &&
      (rule.next === 'same' ? standsAt(answer.next.state, from) : rule.next.includes(answer.next.state)) &&
      operations.every(({ kind }) => rule.writes?.includes(kind) === true || (rule.writes && WITH_ANY.includes(kind))),
  );
}

/** What is wrong with an answer to a scan that met a state; nothing when it is one of those declared and keeps the laws of all answers. */
export function validateAnswer(from: StateName, event: ScanEvent, decision: ScanDecision): readonly string[] {
  const { operations, result: answer } = decision;
  const violations: string[] = [];
  if (!ruleOf(from, event, decision)) {
    const written = operations.map(({ kind }) => kind).join(', ');
    violations.push(`${from} declares no answer to ${event} like: ${answer.result} ${answer.message.key}${answer.confirm === null ? '' : ' (asks)'} -> ${answer.next.state}, writes ${written || 'nothing'}`);
  }
  const silent = answer.result === 'wrong' || answer.result === 'duplicate' || answer.result === 'info';
  if (silent && operations.length > 0) violations.push(`${answer.result} writes ${operations.length} operations`);
  if (answer.result === 'unknown' && operations.some(({ kind }) => kind !== 'scan.unknown')) violations.push('an unknown code writes more than that it was unknown');
  if (answer.expected !== null && answer.result !== 'wrong' && answer.result !== 'unknown') violations.push(`${answer.result} says what was expected instead`);
  if (answer.undoable && operations.length === 0) violations.push('undoable, and nothing was written');
  if (answer.confirm !== null && operations.length > 0) violations.push('a question that counts already');
  if (answer.progress !== null && operations.length === 0) violations.push('progress, and nothing was written');
  return violations;
}
