import type { RejectionReason } from '../../../shared/documents/outgoing.ts';
import { answersOf, type LineAnswer } from '../../../shared/domain/acknowledgement/answers.ts';
import type { AcknowledgementPlan, PlanLine } from '../../../shared/domain/acknowledgement/plan.ts';
import { parseCalendarDate } from '../../../shared/lib/time.ts';

/** What a person changed on a line; what is absent stays as it was answered, or else as advised. Quantities in eaches. */
export interface Choice {
  readonly accept?: number;
  readonly reason?: RejectionReason;
  /** `YYYY-MM-DD`, or empty. */
  readonly shipDate?: string;
}

export type Choices = ReadonlyMap<string, Choice>;

export const rejectionReasons: readonly RejectionReason[] = ['TemporarilyUnavailable', 'InvalidProductIdentifier', 'ObsoleteProduct'];

/**
 * An answer that was given stands until a person changes it: who corrects one line must not send the advice for the others unseen. What
 * the customer asked for since, or what was back-ordered, is open: there the advice stands.
 */
function standing({ current, requested, advised }: PlanLine): number {
  return current !== null && current.accepted + current.rejected === requested ? current.accepted : advised.accept;
}

export const acceptOf = (line: PlanLine, choice: Choice | undefined): number => choice?.accept ?? standing(line);

/** Of the line, what is neither accepted nor back-ordered. */
export function rejectOf(line: PlanLine, choice: Choice | undefined): number {
  const accept = acceptOf(line, choice);
  return line.requested - accept - (accept === line.advised.accept ? line.advised.backorder : 0);
}

export const reasonOf = (line: PlanLine, choice: Choice | undefined): RejectionReason =>
  choice?.reason ?? line.advised.reason ?? line.current?.reason ?? (line.sku === null ? 'InvalidProductIdentifier' : 'TemporarilyUnavailable');

function isChanged(line: PlanLine, choice: Choice | undefined): boolean {
  const { current } = line;
  const reject = rejectOf(line, choice);
  return current === null || acceptOf(line, choice) !== current.accepted || reject !== current.rejected || (reject > 0 && reasonOf(line, choice) !== current.reason);
}

/** The complete answer to send: every line, none left out. */
export function answersToSend(plan: AcknowledgementPlan, choices: Choices): LineAnswer[] {
  const chosen = { ...plan, lines: plan.lines.map((line) => ({ ...line, chosen: acceptOf(line, choices.get(line.line)) })) };
  const lines = new Map(plan.lines.map((line) => [line.line, line]));
  return answersOf(chosen).map((answer) => {
    const choice = choices.get(answer.line);
    const shipDate = choice?.shipDate === undefined ? undefined : parseCalendarDate(choice.shipDate);
    const line = lines.get(answer.line);
    return { ...answer, ...(line && answer.rejectionReason != null ? { rejectionReason: reasonOf(line, choice) } : {}), ...(shipDate ? { shipDate } : {}) };
  });
}

/** Eaches to accept by line, where they differ from the advice: what a what-if names. */
export function acceptedDifferently(plan: AcknowledgementPlan, choices: Choices): Record<string, number> {
  const accepted = plan.lines.map((line) => [line, acceptOf(line, choices.get(line.line))] as const);
  return Object.fromEntries(accepted.flatMap(([line, accept]) => (accept === line.advised.accept ? [] : [[line.line, accept] as const])));
}

/** The advice on every line, also where another answer stands. */
export const adviceOf = (plan: AcknowledgementPlan): Choices => new Map(plan.lines.map((line) => [line.line, { accept: line.advised.accept }]));

export interface AnswerTotals {
  readonly requested: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly backordered: number;
  /** Lines of which nothing is accepted: at Amazon they stay rejected for ever. */
  readonly linesRejected: number;
  /** Lines whose answer differs from the one that was given. */
  readonly linesChanged: number;
  readonly changedDates: number;
}

export function totalsOf(plan: AcknowledgementPlan, choices: Choices): AnswerTotals {
  const totals = { requested: 0, accepted: 0, rejected: 0, backordered: 0, linesRejected: 0, linesChanged: 0, changedDates: 0 };
  for (const line of plan.lines) {
    const choice = choices.get(line.line);
    const accept = acceptOf(line, choice);
    const reject = rejectOf(line, choice);
    totals.requested += line.requested;
    totals.accepted += accept;
    totals.rejected += reject;
    totals.backordered += line.requested - accept - reject;
    if (reject > 0 && reject === line.requested && !line.finallyRejected) totals.linesRejected += 1;
    if (line.requested > 0 && isChanged(line, choice)) totals.linesChanged += 1;
    if (choice?.shipDate) totals.changedDates += 1;
  }
  return totals;
}

/** What the stepper may count between, in ordered units. Amazon and the picked goods set the limits; the station holds them. */
export function limitsOf(line: PlanLine, phase: AcknowledgementPlan['phase']): { readonly min: number; readonly max: number; readonly size: number } {
  const size = line.unitSize ?? 1;
  const least = Math.max(line.picked, phase === 'dates-only' ? (line.current?.accepted ?? 0) : 0);
  const most =
    line.finallyRejected || line.sku === null || line.unitSize === null
      ? 0
      : line.requested - (phase === 'dates-only' ? (line.current?.rejected ?? 0) + (line.current?.backordered ?? 0) : 0);
  return { min: Math.ceil(least / size), max: Math.max(Math.ceil(least / size), Math.floor(most / size)), size };
}
