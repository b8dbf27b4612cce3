import { message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { BodyOf } from '../../folds.ts';
import type { CaseDecision } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';
import { isUnseen } from '../act.ts';
import type { Finding } from './finding.ts';

/** Decisions that leave things as they are: taken twice alike they are one. */
const WITHOUT_EFFECT: ReadonlySet<CaseDecision> = new Set(['noted', 'keep-both', 'tell-customer', 'let-in', 'keep-out']);

/** One case decided by two supervisors who did not know of each other: both decisions have been carried out. */
export function judgeResolution(reader: Reader, { caseId, decision }: BodyOf<'case.resolved'>, occurrence: Occurrence): readonly Finding[] {
  const found = reader.get('case', { caseId });
  const before = found?.resolvedBy ?? null;
  if (!found || before === null || found.decision === null || !isUnseen(before, occurrence)) return [];
  if (found.decision === decision && WITHOUT_EFFECT.has(decision)) return [];
  const { type, po, line, sku, sscc, location, units, detail } = found;
  return [{
    type,
    what: message('cases.decidedTwice.what', { po: po ?? '–', first: wordOf(found.decision), second: wordOf(decision) }),
    first: { act: before, what: message('cases.side.decided', { decision: wordOf(found.decision) }) },
    second: message('cases.side.decided', { decision: wordOf(decision) }),
    stakes: [{ po, line, sku, units }],
    about: { po, line, sku, sscc, location },
    detail,
  }];
}

/** Words of a message's choice have no hyphens. */
const wordOf = (decision: CaseDecision): string => decision.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
