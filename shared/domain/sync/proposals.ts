import type { Instant } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import type { Case, CaseDecision } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { remediesOf } from './resolve/remedies.ts';

interface Proposal {
  readonly decision: CaseDecision;
  readonly label: Message;
  /** What it would do, in words. */
  readonly consequence: Message;
}

const LABELS = {
  'keep-first': 'cases.decide.keepFirst',
  'keep-second': 'cases.decide.keepSecond',
  'keep-both': 'cases.decide.keepBoth',
  'reject-difference': 'cases.decide.rejectDifference',
  recount: 'cases.decide.recount',
  'put-back': 'cases.decide.putBack',
  'split-shipment': 'cases.decide.splitShipment',
  'tell-customer': 'cases.decide.tellCustomer',
  'release-claim': 'cases.decide.releaseClaim',
  'let-in': 'cases.decide.letIn',
  'keep-out': 'cases.decide.keepOut',
  noted: 'cases.decide.noted',
} as const satisfies Readonly<Record<CaseDecision, Message['key']>>;

export const decisionLabel = (decision: CaseDecision): Message => message(LABELS[decision]);

/** What can be decided about an open case as things stand now, in the order it is offered; the first is the advice. */
export function proposalsOf(reader: Reader, found: Case, { now }: { readonly now: Instant }): readonly Proposal[] {
  if (found.state === 'resolved') return [];
  return remediesOf(reader, found, now).map(({ decision, consequence }) => ({ decision, label: decisionLabel(decision), consequence }));
}
