import type { OperationKind } from '../../contracts/operations.ts';
import type { CommandName } from '../../lib/barcode/scanned-code.ts';
import type { MessageKey } from '../../messages/catalogue.ts';
import type { ScanDecision, ScanResult } from './answer.ts';
import type { Meanings, Resolved } from './resolve.ts';
import type { StateName } from './states.ts';
import type { Incoming } from './task.ts';

/*
 * A scenario (pick, pack, ...) is declared, not programmed: for each of its states and each kind of scan the handler that runs and the
 * closed list of answers it may give. The dispatch looks the handler up here and the validator the answers, so neither can drift from what
 * `docs/scan-scenarios.md` says, which is written from the same tables.
 */

type CodeEvent = Exclude<keyof Meanings, 'command'>;

/** What a scan is to a state: what its code means here, or the command it is. */
export type ScanEvent = CodeEvent | CommandName;

/** Scans that begin a task which the caller named and which the station has not begun. */
export const OF_TASK: ReadonlySet<ScanEvent> = new Set(['product', 'location', 'quantity', 'unit', 'carton', 'sscc', 'next', 'done', 'short']);

/** One kind of answer that a row may give. */
export interface AnswerRule {
  readonly result: ScanResult;
  /** The texts it may say. */
  readonly says: readonly MessageKey[];
  /** `same`: the state the scan met. */
  readonly next: 'same' | readonly StateName[];
  /** It waits for the same scan again before anything counts. */
  readonly asks?: true;
  /** What it may write; nothing where absent. */
  readonly writes?: readonly OperationKind[];
  /** The states it is given in; all of the group where absent. */
  readonly from?: readonly StateName[];
}

export interface Row<Scan, Code = Resolved> {
  readonly run: (scanned: Scan, resolved: Code) => ScanDecision;
  readonly answers: readonly AnswerRule[];
}

type CodeRows<Scan> = { readonly [Event in CodeEvent]: Row<Scan, Meanings[Event]> };

/** Every kind of scan has its row: none can be forgotten. */
export type Rows<Scan> = CodeRows<Scan> & Readonly<Record<CommandName, Row<Scan>>>;

/** States that answer alike (a superstate): told apart from others by what reads no more than a key. */
export interface Group {
  readonly states: readonly StateName[];
  readonly answers: (event: ScanEvent) => readonly AnswerRule[];
  /** Runs the handler; undefined where the scan meets none of the group's states. */
  readonly take: (incoming: Incoming, resolved: Resolved) => ScanDecision | undefined;
}

/** `meets`: what the group's handlers need of a scan, where it meets one of its states. */
export function group<Scan>(states: readonly StateName[], meets: (incoming: Incoming) => Scan | undefined, rows: Rows<Scan>): Group {
  return {
    states,
    answers: (event) => rows[event].answers,
    take: (incoming, resolved) => {
      const scanned = meets(incoming);
      return scanned && (resolved.kind === 'command' ? rows[resolved.command].run(scanned, resolved) : runRow(rows, scanned, resolved));
    },
  };
}

function runRow<Scan, Event extends CodeEvent>(rows: CodeRows<Scan>, scanned: Scan, resolved: Meanings[Event] & { readonly kind: Event }): ScanDecision {
  return rows[resolved.kind].run(scanned, resolved);
}

export const eventOf = (resolved: Resolved): ScanEvent => (resolved.kind === 'command' ? resolved.command : resolved.kind);

type Extra = Pick<AnswerRule, 'writes' | 'from'>;

/** It counts, or takes the work on. */
export const counts = (says: MessageKey | readonly MessageKey[], next: AnswerRule['next'], writes: readonly OperationKind[], extra: Extra = {}): AnswerRule => ({ result: 'accepted', says: [says].flat(), next, writes, ...extra });

/** It counts, and the order's pick, pack or load is finished by it. */
export const finishes = (says: MessageKey | readonly MessageKey[], next: AnswerRule['next'], writes: readonly OperationKind[], extra: Extra = {}): AnswerRule => ({ result: 'done', says: [says].flat(), next, writes, ...extra });

/** Not wanted here; the state stays. */
export const refuses = (...says: readonly MessageKey[]): AnswerRule => ({ result: 'wrong', says, next: 'same' });

/** Something to read; the state stays. */
export const informs = (...says: readonly MessageKey[]): AnswerRule => ({ result: 'info', says, next: 'same' });

/** A question: the same scan again does it. The state stays. */
export const asks = (...says: readonly MessageKey[]): AnswerRule => ({ result: 'info', says, next: 'same', asks: true });

/** There already; the state stays. */
export const repeats = (...says: readonly MessageKey[]): AnswerRule => ({ result: 'duplicate', says, next: 'same' });

export const only = (rule: AnswerRule, ...from: readonly StateName[]): AnswerRule => ({ ...rule, from });
