import type { OperationDraft } from '../../contracts/operations.ts';
import type { Location, OperationId, PoNumber, ShipmentId, Sku, StaffId } from '../../lib/ids.ts';
import { message, type Message } from '../../messages/say.ts';
import type { Decision, Refusal } from '../decision.ts';
import type { TaskKind } from '../state/entities.ts';
import type { Accepts, StateName } from './states.ts';

/**
 * `accepted`: it counted. `done`: it counted and finished the order's pick, pack or load. `wrong`: known, but not wanted
 * here; `duplicate`: this very carton or pallet is there already; `info`: something to read. Those three change nothing
 * in any quantity. `unknown`: nothing here has that code; it is kept in the list of unknown codes.
 */
export type ScanResult = 'accepted' | 'wrong' | 'duplicate' | 'done' | 'info' | 'unknown';

export type Sound = 'accepted' | 'wrong' | 'duplicate' | 'done' | 'info';

/** Taken in, and nothing has counted: the other half is scanned next. */
const HALVES: readonly string[] = ['scanning.label.wanted', 'scanning.label.noted', 'scanning.pack.cartonNoted'];

/** Whether an accepted scan is the first half of something: at three metres it must not look or sound like what counted. */
export const countsNothingYet = ({ result, message: { key } }: Pick<ScanAnswer, 'result' | 'message'>): boolean => result === 'accepted' && HALVES.includes(key);

/** Where the task stands: its state, the one instruction, and what may be scanned. */
export interface Step {
  readonly state: StateName;
  readonly task: TaskKind | null;
  readonly po: PoNumber | null;
  readonly instruction: Message;
  readonly accepts: readonly Accepts[];
  readonly location: Location | null;
  readonly sku: Sku | null;
  readonly sscc: string | null;
  readonly shipmentId: ShipmentId | null;
}

/** What the station must see to besides the answer. */
export type FollowUp =
  | { readonly kind: 'sign-in'; readonly badge: string; readonly staffId: StaffId | null }
  | { readonly kind: 'print-list'; readonly po: PoNumber }
  /** `po`: the order in place A. */
  | { readonly kind: 'print-cart-list'; readonly po: PoNumber }
  | { readonly kind: 'print-label'; readonly sscc: string }
  | { readonly kind: 'departed'; readonly shipmentId: ShipmentId };

export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly unit: 'eaches' | 'pallets';
}

/** What every scan answers with. Sound and colour follow from it, words are in it. */
export interface ScanAnswer {
  readonly result: ScanResult;
  readonly message: Message;
  /** What was wanted instead; null unless the scan was wrong. */
  readonly expected: Message | null;
  /** More to read: what changed since the list was printed, a count that is due, who else works on it. */
  readonly details: readonly Message[];
  /** The operation it became, filled in by the station after it is saved; null when nothing changed. */
  readonly opId: OperationId | null;
  /** Whether undo would take this scan back. */
  readonly undoable: boolean;
  /** A risky act waits: scanning this same code again (or YES) does it. The station hands it back as `confirming`. */
  readonly confirm: string | null;
  readonly progress: Progress | null;
  readonly followUp: FollowUp | null;
  readonly next: Step;
}

/** The sound of an answer. A question that waits for the same scan again warns like a wrong scan: nothing has counted. */
export function soundOf(answer: Pick<ScanAnswer, 'result' | 'message' | 'confirm'>): Sound {
  const { result, confirm } = answer;
  if (confirm !== null) return 'wrong';
  if (countsNothingYet(answer)) return 'info';
  switch (result) {
    case 'wrong':
    case 'unknown':
      return 'wrong';
    case 'accepted':
    case 'duplicate':
    case 'done':
    case 'info':
      return result;
  }
}

type Extra = Partial<Pick<ScanAnswer, 'details' | 'undoable' | 'confirm' | 'progress' | 'followUp' | 'expected'>>;

/** What a scan decides: never a refusal, always an answer. */
export type ScanDecision = Extract<Decision<ScanAnswer>, { readonly ok: true }>;

export function answered(result: ScanResult, message: Message, next: Step, operations: readonly OperationDraft[] = [], extra: Extra = {}): ScanDecision {
  const answer: ScanAnswer = {
    result, message, next, expected: null, details: [], opId: null, undoable: false, confirm: null, progress: null, followUp: null, ...extra,
  };
  return { ok: true, operations, result: answer };
}

/** It counted: undo takes it back. */
export const accepted = (message: Message, next: Step, operations: readonly OperationDraft[], extra: Extra = {}): ScanDecision =>
  answered('accepted', message, next, operations, { undoable: true, ...extra });

/** It did not count, and this was wanted. */
export const wrong = (message: Message, next: Step, expected: Message | null = next.instruction, details: readonly Message[] = []): ScanDecision =>
  answered('wrong', message, next, [], { expected, details });

/** A refusal as an answer at the scanner; `expected` where it has no hint of its own. */
export const refusedAs = ({ code, params, hint }: Refusal, next: Step, expected: Message | null = null): ScanDecision => wrong(message(code, params), next, hint ?? expected);

/** Nothing counts until the same code is scanned again. */
export const ask = (code: string, message: Message, next: Step, details: readonly Message[] = []): ScanDecision =>
  answered('info', message, next, [], { confirm: code, details });
