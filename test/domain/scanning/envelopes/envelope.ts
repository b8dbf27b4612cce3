import type { OperationDraft, OperationKind } from '../../../../shared/contracts/operations.ts';
import type { ScanAnswer, Step } from '../../../../shared/domain/scanning/answer.ts';
import { states, type StateName } from '../../../../shared/domain/scanning/states.ts';
import type { MessageKey } from '../../../../shared/messages/catalogue.ts';
import { message, type Message, type MessageParams } from '../../../../shared/messages/say.ts';

/** What a scan is answered with and what it writes, whole. */
export type Envelope = ScanAnswer & { readonly operations: readonly OperationDraft[] };

type Said = readonly [key: MessageKey, params?: MessageParams];

/** The step after the scan, where it is another one: its state, the values of its instruction, and which of its fields differ. */
type Next = readonly [state: StateName, params: MessageParams, changes?: Readonly<Partial<Record<keyof Step, string | null>>>];

/** An operation as tables write it: ids are plain texts there. */
interface Written {
  readonly kind: OperationKind;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An expected envelope as tables write it. What is left out is asserted to be as before the scan, empty, or nothing. */
export interface Gives {
  readonly is: ScanAnswer['result'];
  readonly says: Said;
  readonly next?: Next;
  /** What was wanted instead; a wrong or unknown scan says the instruction where this is left out. */
  readonly expected?: Said | null;
  readonly details?: readonly Said[];
  readonly writes?: readonly Written[];
  readonly undoable?: true;
  readonly confirm?: string;
  readonly progress?: ScanAnswer['progress'];
  readonly followUp?: Readonly<Record<string, string | null>> | null;
}

const said = ([key, params]: Said): Message => message(key, params);

/** The whole envelope that a table's row stands for, from the step that the scan met. */
export function envelopeOf(from: Step, gives: Gives) {
  const { is, says, next, expected, details = [], writes = [], undoable = false, confirm = null, progress = null, followUp = null } = gives;
  const wanted = is === 'wrong' || is === 'unknown' ? from.instruction : null;
  return {
    result: is, message: said(says), expected: expected === undefined ? wanted : expected && said(expected), details: details.map(said), opId: null, undoable, confirm, progress, followUp,
    next: next ? stepOf(from, next) : from, operations: writes,
  };
}

function stepOf(from: Step, [state, params, changes = {}]: Next) {
  const { instruction, accepts } = states[state];
  return { ...from, state, instruction: instruction === null ? from.instruction : message(instruction, params), accepts, ...changes };
}
