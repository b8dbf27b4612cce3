import { eventOf, type AnswerRule, type ScanEvent } from '../../../../shared/domain/scanning/machine.ts';
import { decideScan, readScan, type ScanInput } from '../../../../shared/domain/scanning/scan.ts';
import type { Step } from '../../../../shared/domain/scanning/answer.ts';
import { stepOf } from '../../../../shared/domain/scanning/start.ts';
import { ruleOf } from '../../../../shared/domain/scanning/validate.ts';
import type { ScanFloor } from '../floor.ts';
import type { Envelope } from './envelope.ts';

export interface Met {
  readonly from: Step;
  readonly event: ScanEvent;
  readonly envelope: Envelope;
  /** The declared answer that it is; undefined when there is none. */
  readonly rule: AnswerRule | undefined;
}

/** Ids that count up with whatever was done before stand as what they are. */
const named = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value).replaceAll(/"id-\d{6}"/g, '"an operation"').replaceAll(/"SH\d{6}-\d{6}"/g, '"the shipment"')) as Value;

/** Scans once at a floor: the state that the scan meets and the whole answer. */
export function meet(floor: ScanFloor, scan: Partial<ScanInput> & { readonly code: string }): Met {
  const input: ScanInput = { task: null, po: null, quantity: null, confirming: null, ...scan };
  const context = floor.context(floor.role);
  const { incoming, resolved } = readScan(floor.world, input, context);
  const from = stepOf(floor.world, incoming.task);
  const decision = decideScan(floor.world, input, context);
  const event = eventOf(resolved);
  return { event, from: named(from), envelope: named({ ...decision.result, operations: decision.operations }), rule: ruleOf(from.state, event, decision) };
}
