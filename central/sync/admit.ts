import type { Have, PushReply, WireOperation } from '../../shared/contracts/sync.ts';
import { nextStationNumber } from '../../shared/domain/sync/serials.ts';
import type { Batch } from './batch.ts';
import { HERE, type Written } from './former-lives.ts';
import type { KnownOperation, Lineage } from './port.ts';

/** Why a push is not taken. Nothing of it has been ordered. */
export type PushProblem =
  | { readonly problem: 'gap'; readonly have: Have }
  | { readonly problem: 'fork'; readonly incarnation: number }
  | { readonly problem: 'opFork'; readonly opId: string }
  | { readonly problem: 'epoch'; readonly epoch: string; readonly head: number; readonly common: number }
  | { readonly problem: 'otherSite' | 'invalid'; readonly detail: string };

export type Admitted = { readonly ok: true; readonly have: Have; readonly results: PushReply['results'] } | ({ readonly ok: false } & PushProblem);

export interface Push {
  readonly station: string;
  readonly incarnation: number;
  readonly operations: readonly WireOperation[];
  /** In this life, unless it says another. */
  readonly written?: Written;
}

/** What central lost with its former life, as a station offers it. */
export interface Recovery {
  readonly station: string;
  readonly incarnation: number;
  readonly operations: readonly RecoveredOperation[];
  readonly written: Written;
}

interface RecoveredOperation {
  /** Its number in that life. */
  readonly siteSeq: number;
  /** Under which it was filed, where the station knows; else the envelope's incarnation. */
  readonly lineage?: number | undefined;
  /** What its person had seen of that life's order, where central had said so; else the envelope's `baseSeq`. */
  readonly seen?: number | undefined;
  readonly op: WireOperation;
}

const haveOf = ({ incarnation, have }: Lineage): Have => ({ incarnation, stationSeq: have });
const duplicate = ({ opId, siteSeq, caseIds }: KnownOperation): PushReply['results'][number] => ({ opId, siteSeq, verdict: 'duplicate', caseIds: [...caseIds] });
const fresh = ({ opId, siteSeq, verdict, caseIds }: KnownOperation): PushReply['results'][number] => ({ opId, siteSeq, verdict, caseIds: [...caseIds] });

/** Orders a station's own operations: each known one is a duplicate, each new one must follow the lineage without a gap. */
export function admitPush(batch: Batch, push: Push): Admitted {
  const { station, incarnation, written = HERE } = push;
  const { epoch, seq } = batch.state;
  // What others had done, and the station's people knew of, goes before what they did upon it: first the station has to hear of this life.
  if (written.epoch !== null && written.epoch !== epoch) return { ok: false, problem: 'epoch', epoch, head: seq, common: batch.formerLives.common(written.epoch) };
  rootLineage(batch, push);
  const refused = firstProblem(batch, push);
  if (refused) return { ok: false, ...refused };
  const results = push.operations.map((op) => {
    const known = batch.known(op.opId);
    if (!known) return fresh(batch.order(op, { lineage: incarnation, written, former: null }));
    // Held under the lineage that it was first filed under: for the newer one that is as good as its own.
    if (op.stationSeq === batch.lineages.of(station, incarnation).have + 1) batch.lineages.hold(station, incarnation, op.stationSeq);
    return duplicate(known);
  });
  return { ok: true, have: haveOf(batch.lineages.of(station, incarnation)), results };
}

/** The beginning of a forked lineage may be lost in a restore: its station goes on with the oldest that it still has to send. */
function rootLineage({ lineages }: Batch, { station, incarnation, operations }: Push): void {
  const [first] = operations;
  if (first && lineages.isRootless(lineages.of(station, incarnation))) lineages.root(station, incarnation, first.stationSeq);
}

function firstProblem(batch: Batch, { station, incarnation, operations }: Push): PushProblem | undefined {
  const lineage = batch.lineages.of(station, incarnation);
  const ids = new Set<string>();
  let next = lineage.have + 1;
  for (const op of operations) {
    if (op.site !== batch.state.site) return { problem: 'otherSite', detail: `Operation ${op.opId} is of site ${op.site}.` };
    if (op.station !== station) return { problem: 'invalid', detail: `Operation ${op.opId} is of station ${op.station}.` };
    if (ids.has(op.opId)) return { problem: 'invalid', detail: `Operation ${op.opId} is in the push twice.` };
    ids.add(op.opId);
    const known = batch.known(op.opId);
    if (known && known.hash !== op.hash) return { problem: 'opFork', opId: op.opId };
    if (!known && op.stationSeq < next) return fork(batch, op);
    if (!known && op.stationSeq > next) return { problem: 'gap', have: haveOf(lineage) };
    if (op.stationSeq === next) next += 1;
    while (batch.lineages.holds(lineage, next)) next += 1;
  }
  return undefined;
}

/** Two histories under one name: the one that comes second goes on as a lineage of its own. */
function fork(batch: Batch, op: WireOperation): PushProblem {
  const before = batch.lineages.forkedBy(op.station, op.opId);
  return { problem: 'fork', incarnation: before ? before.incarnation : forkLineage(batch, op) };
}

function forkLineage(batch: Batch, { station, stationSeq: at, opId }: WireOperation): number {
  const incarnation = batch.lineages.nextIncarnation(station);
  batch.lineages.put({ station, incarnation, base: at - 1, have: at - 1, highest: at - 1, forkedBy: opId });
  batch.write({ kind: 'station.forked', body: { station, incarnation, at, number: nextStationNumber(batch.world) } });
  return incarnation;
}

/**
 * Takes back what central lost with its former life, whoever wrote it. An operation whose number another one has meanwhile goes into a
 * lineage of its own: both stay.
 */
export function admitRecovered(batch: Batch, push: Recovery): Admitted {
  const operations = push.operations.map(({ op }) => op);
  const stranger = operations.find(({ site }) => site !== batch.state.site);
  if (stranger) return { ok: false, problem: 'otherSite', detail: `Operation ${stranger.opId} is of site ${stranger.site}.` };
  const changed = operations.find(({ opId, hash }) => (batch.known(opId)?.hash ?? hash) !== hash);
  if (changed) return { ok: false, problem: 'opFork', opId: changed.opId };
  const results = push.operations.map((former) => {
    const { op, lineage } = former;
    const known = batch.known(op.opId);
    return known ? duplicate(known) : fresh(batch.order(op, { lineage: lineageFor(batch, op, lineage ?? op.incarnation), written: push.written, former }));
  });
  return { ok: true, have: haveOf(batch.lineages.of(push.station, push.incarnation)), results };
}

function lineageFor(batch: Batch, op: WireOperation, before: number): number {
  const { station, stationSeq } = op;
  if (!batch.lineages.holds(batch.lineages.of(station, before), stationSeq)) return before;
  return batch.lineages.continuedBy(station, stationSeq)?.incarnation ?? forkLineage(batch, op);
}
