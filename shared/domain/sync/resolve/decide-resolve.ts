import { decided, refuse, type Context, type Decision } from '../../decision.ts';
import { requireRight } from '../../staffing/rights.ts';
import type { CaseDecision } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';
import { remediesOf } from './remedies.ts';
import type { Carried } from './remedy.ts';

export interface ResolveInput {
  readonly caseId: string;
  readonly decision: CaseDecision;
  readonly note: string | null;
}

/** A supervisor decides a case: the operations that carry the decision out, and the decision itself, are one act. */
export function decideResolve(reader: Reader, { caseId, decision, note }: ResolveInput, context: Context): Decision<Carried> {
  const found = reader.get('case', { caseId });
  const where = found?.po == null ? caseId : `PO ${found.po}`;
  const refused = requireRight(context, 'cases', where);
  if (refused) return refused;
  if (!found) return refuse('cases.refused.unknown', where, {}, 'cases.hint.unknown');
  if (found.state === 'resolved') return refuse('cases.refused.resolved', where, {}, 'cases.hint.resolved');
  const remedy = remediesOf(reader, found, context.now).find((each) => each.decision === decision);
  if (!remedy) return refuse('cases.refused.notOffered', where, {}, 'cases.hint.notOffered');
  const words = note === null || note.trim() === '' ? null : note.trim();
  const carried = remedy.carryOut(context, words);
  if (!carried.ok) return carried;
  return decided([...carried.operations, { kind: 'case.resolved', body: { caseId, decision, note: words } }], carried.result);
}
