import type { OperationDraft } from '../../contracts/operations.ts';
import type { Occurrence } from '../decision.ts';
import { foldOperation } from '../fold.ts';
import type { World } from '../state/world.ts';
import { judge } from './judge/judge.ts';

/** What became of an operation in the site's order. */
export interface Applied {
  readonly verdict: 'ok' | 'case';
  readonly caseIds: readonly string[];
}

const FINE: Applied = { verdict: 'ok', caseIds: [] };

/**
 * Adds one operation to the projections and says which contradictions it opened. Stations and central call this and nothing else,
 * so that equal orders of operations give equal rows, equal cases and equal verdicts everywhere.
 */
export function applyOperation(world: World, draft: OperationDraft, occurrence: Occurrence): Applied {
  const cases = judge(world, draft, occurrence);
  foldOperation(world, draft, occurrence);
  if (cases.length === 0) return FINE;
  for (const each of cases) world.put('case', each);
  return { verdict: 'case', caseIds: cases.map(({ caseId }) => caseId) };
}
