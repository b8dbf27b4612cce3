import { PUSH_LIMIT, type WireOperation } from '../../shared/contracts/sync.ts';
import type { Case, CaseDecision } from '../../shared/domain/state/entities.ts';
import { decided } from '../../shared/domain/decision.ts';
import { heldLines } from '../../shared/domain/sync/held-lines.ts';
import { decideResolve } from '../../shared/domain/sync/resolve/decide-resolve.ts';
import type { Central } from '../central.ts';
import { readOperation } from '../sync/operation-text.ts';

/*
 * What a station has sent since its rights were taken: told to the site as a case, and let into its order where that was decided. The
 * decision is an operation like any other, made at a station or on the operations page; the first one in the site's order holds.
 */

/** Says in the site's order what is held of a lineage by now. */
export async function tellHeld(central: Central, site: string, station: string, incarnation: number): Promise<void> {
  const waiting = await central.held.waiting(site, station, incarnation);
  const last = waiting.at(-1);
  if (!last) return;
  const readable = waiting.flatMap((operation) => {
    const reading = readOperation(operation);
    return reading.ok ? [reading.operation] : [];
  });
  await central.orders.of(site).write({ kind: 'operations.held', body: { station, incarnation, through: last.stationSeq, count: waiting.length, lines: heldLines(readable) } });
}

/**
 * Lets in what the decisions among these operations let in. Done before they are answered, and done again when they come again, so that
 * a decision that central has taken is carried out whatever happens in between.
 */
export async function carryOutDecisions(central: Central, site: string, operations: readonly WireOperation[]): Promise<void> {
  for (const { kind, body } of operations) {
    if (kind === 'case.resolved' && body['decision'] === 'let-in' && typeof body['caseId'] === 'string') await letIn(central, site, body['caseId']);
  }
}

/** An administrator of central decides about a station; false where nothing waits for a decision. */
export async function decideHeld(central: Central, site: string, station: string, decision: Extract<CaseDecision, 'let-in' | 'keep-out'>, note: string | null): Promise<boolean> {
  const { result } = await central.orders.of(site).decide((reader, context) => {
    const open = reader.find('case', { state: 'open' }).find((each) => isHeldOf(each, station));
    if (!open) return decided([], null);
    const made = decideResolve(reader, { caseId: open.caseId, decision, note }, context);
    return made.ok ? decided(made.operations, open.caseId) : made;
  });
  if (!result.ok || result.result === null) return false;
  await letIn(central, site, result.result);
  return true;
}

const isHeldOf = ({ what, detail }: Case, station: string): boolean => what.key === 'cases.quarantined.held' && detail.firstPlace === station;

async function letIn(central: Central, site: string, caseId: string): Promise<void> {
  const order = central.orders.of(site);
  const { result: found } = await order.read((reader) => reader.get('case', { caseId }));
  if (found?.decision !== 'let-in' || found.detail.firstPlace === null) return;
  const { firstPlace: station } = found.detail;
  const through = Number(found.what.params['through']);
  const filed = Number(found.what.params['incarnation']);
  const operations = await central.held.waiting(site, station, filed, through);
  let incarnation = filed;
  let entered = 0;
  for (let from = 0; from < operations.length; from += PUSH_LIMIT.operations) {
    const part = operations.slice(from, from + PUSH_LIMIT.operations);
    let { result } = await order.push({ station, incarnation, operations: part });
    if (!result.ok && result.problem === 'fork') {
      ({ incarnation } = result);
      ({ result } = await order.push({ station, incarnation, operations: part }));
    }
    if (!result.ok) {
      // Something before them is missing that only the station has: they stay held.
      central.logger.error({ site, station, caseId, problem: result.problem }, 'held operations cannot be let in');
      break;
    }
    entered += part.length;
  }
  if (entered > 0) await central.audit.note({ who: 'central', what: 'operations.letIn', site, station, detail: `${entered} of ${operations.length}` });
}
