import type { OperationDraft } from '../../shared/contracts/operations.ts';
import type { WireOperation } from '../../shared/contracts/sync.ts';
import type { Actor, Context, Decision, Refusal } from '../../shared/domain/decision.ts';
import { actingStation } from '../../shared/domain/sync/acting-station.ts';
import { nextStationNumber } from '../../shared/domain/sync/serials.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import { staffId } from '../../shared/lib/ids.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { admitPush, admitRecovered, type Admitted, type Push, type Recovery } from './admit.ts';
import { Batch, CENTRAL } from './batch.ts';
import { FormerLives, HERE } from './former-lives.ts';
import { job, JobQueue, type Job } from './job.ts';
import { Lineages } from './lineages.ts';
import type { KnownOperation, Lineage, SiteLog, SiteState, SiteTransaction } from './port.ts';
import { SiteWorld } from './site-world.ts';

export interface SiteOrderOptions {
  readonly site: string;
  readonly log: SiteLog;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Heard after every commit that moved the order: who waits for news is woken. */
  readonly onOrdered?: (state: SiteState) => void;
  /** Operations between snapshots. */
  readonly snapshotEvery?: number;
}

export interface Ordered<Result> {
  readonly state: SiteState;
  readonly result: Result;
}

export type Decided<Result> =
  | { readonly ok: true; readonly result: Result; readonly operations: number }
  | { readonly ok: false; readonly refusal: Refusal };

/** Central acts by itself here; what may be asked of it is decided before. */
const CENTRAL_ACTOR: Actor = { staffId: staffId(CENTRAL), name: 'Central', role: 'supervisor' };

/** Operations in one transaction. */
const BATCH = 1_000;
const SNAPSHOT_EVERY = 10_000;

/** A job that threw: the rest of its batch goes on without it. */
class JobFault extends Error {
  readonly job: Job;

  constructor(faulty: Job, cause: unknown) {
    super('a job failed', { cause });
    this.job = faulty;
  }
}

/**
 * The one gap-free order of a site. Work that waits is done together in one transaction under the lock of the site's counter row, so any
 * number of these, in any number of processes, may write to one log. Nothing is answered before it is durable.
 */
export class SiteOrder {
  readonly #options: SiteOrderOptions;
  readonly #world: SiteWorld;
  readonly #queue = new JobQueue();
  #running: Promise<void> | undefined;
  #snapshotting: Promise<void> | undefined;
  /** How far behind the head a snapshot may be that somebody waits for. */
  #snapshotWanted: number | null = null;

  constructor(options: SiteOrderOptions) {
    this.#options = options;
    this.#world = new SiteWorld(options.site, options.log);
  }

  get isIdle(): boolean {
    return this.#running === undefined && this.#queue.isEmpty;
  }

  /** Settled when nothing waits any longer. */
  async idle(): Promise<void> {
    await this.#running;
    await this.#snapshotting;
  }

  push(push: Push): Promise<Ordered<Admitted>> {
    return this.#do({ station: push.station, opIds: idsOf(push.operations), stations: [push.station], weight: push.operations.length, written: push.written ?? HERE }, (batch) => admitPush(batch, push));
  }

  recover(push: Recovery): Promise<Ordered<Admitted>> {
    const operations = push.operations.map(({ op }) => op);
    const stations = [...new Set([push.station, ...operations.map(({ station }) => station)])];
    return this.#do({ station: push.station, opIds: idsOf(operations), stations, weight: push.operations.length, written: push.written }, (batch) => admitRecovered(batch, push));
  }

  /** Writes operations of central's own. */
  async write(...drafts: readonly OperationDraft[]): Promise<SiteState> {
    const { state } = await this.#do({ station: CENTRAL, opIds: [], stations: [], weight: drafts.length }, (batch) => {
      for (const draft of drafts) batch.write(draft);
    });
    return state;
  }

  /** The number that a station has in the site, given to it now if it is new; its name as people know it is noted with it. */
  numbered(station: string, name: string): Promise<Ordered<number>> {
    return this.#do({ station: CENTRAL, opIds: [], stations: [], weight: 1 }, (batch) => {
      const known = batch.world.get('peer', { station });
      const number = known?.number ?? nextStationNumber(batch.world);
      if (known?.state !== 'active' || known.name !== name) batch.write({ kind: 'station.enrolled', body: { station, name, number } });
      return number;
    });
  }

  /** The newest lineage of a station; 1 for one that has none. */
  async newestIncarnation(station: string): Promise<number> {
    const { result } = await this.#do({ station: CENTRAL, opIds: [], stations: [station], weight: 0 }, ({ lineages }) => lineages.nextIncarnation(station) - 1);
    return result;
  }

  /** Decides against the site as it is at this place in its order and, when the decision stands, orders what follows from it. */
  decide<Result>(decision: (reader: Reader, context: Context) => Decision<Result>): Promise<Ordered<Decided<Result>>> {
    return this.#do({ station: CENTRAL, opIds: [], stations: [], weight: 1 }, (batch): Decided<Result> => {
      const made = decision(batch.world, { now: batch.now, actor: CENTRAL_ACTOR, station: actingStation(CENTRAL, batch.state.life), newId: batch.newId });
      if (!made.ok) return made;
      for (const draft of made.operations) batch.write(draft);
      return { ok: true, result: made.result, operations: made.operations.length };
    });
  }

  /** The projections at the head of the order. */
  async read<Result>(question: (reader: Reader) => Result): Promise<Ordered<Result>> {
    const head = await this.#options.log.state(this.#options.site);
    if (head && this.#world.isAt(head) && this.#running === undefined) return { state: head, result: question(this.#world.reader) };
    return this.#do({ station: CENTRAL, opIds: [], stations: [], weight: 0 }, (batch) => question(batch.world));
  }

  /** Stores a snapshot of the head unless there is one that is new enough. */
  async snapshot(notOlderThan: number): Promise<void> {
    this.#snapshotWanted = notOlderThan;
    await this.#do({ station: CENTRAL, opIds: [], stations: [], weight: 0 }, () => undefined);
    await this.#snapshotting;
  }

  /**
   * Called between two batches, when the projections hold what is committed and nothing else; the rest happens beside the ordering. One
   * that fails is tried again after the next batch: the log has everything too.
   */
  #snapshotSoon(seq: number): void {
    const notBefore = this.#snapshotWanted === null ? seq - (this.#options.snapshotEvery ?? SNAPSHOT_EVERY) + 1 : Math.max(1, seq - this.#snapshotWanted);
    if (this.#snapshotting || !this.#world.needsSnapshot(notBefore)) return;
    this.#snapshotWanted = null;
    this.#snapshotting = this.#world
      .snapshot(notBefore)
      .catch(() => undefined)
      .finally(() => {
        this.#snapshotting = undefined;
      });
  }

  #do<Result>(about: Pick<Job, 'station' | 'opIds' | 'stations' | 'weight' | 'written'>, run: (batch: Batch) => Result): Promise<Ordered<Result>> {
    const made = job(about, run);
    this.#queue.add(made.job);
    // After this turn of the loop: what arrives together is ordered together.
    this.#running ??= Promise.resolve().then(() => this.#drain());
    return made.result;
  }

  async #drain(): Promise<void> {
    while (!this.#queue.isEmpty) await this.#runBatch(this.#queue.take(BATCH));
    this.#running = undefined;
  }

  async #runBatch(jobs: readonly Job[]): Promise<void> {
    if (jobs.length === 0) return;
    try {
      const state = await this.#options.log.write(this.#options.site, (transaction) => this.#order(transaction, jobs));
      this.#world.settle(state);
      for (const each of jobs) each.committed(state);
      this.#options.onOrdered?.(state);
      this.#snapshotSoon(state.seq);
    } catch (error) {
      this.#world.revert();
      if (!(error instanceof JobFault)) return jobs.forEach((each) => each.failed(error));
      error.job.failed(error.cause);
      await this.#runBatch(jobs.filter((each) => each !== error.job));
    }
  }

  async #order(transaction: SiteTransaction, jobs: readonly Job[]): Promise<SiteState> {
    const { state } = transaction;
    this.#world.revert();
    await this.#world.catchUp(state, transaction);
    const opIds = jobs.flatMap((each) => each.opIds);
    const [known, lineages, formerLives] = await Promise.all([
      opIds.length === 0 ? new Map<string, KnownOperation>() : transaction.known(opIds),
      lineagesOf(transaction, [...new Set([CENTRAL, ...jobs.flatMap(({ stations }) => stations)])]),
      FormerLives.of(transaction, jobs.flatMap(({ written }) => written ?? [])),
    ]);
    const batch = new Batch({
      state, known, lineages, formerLives,
      world: this.#world.rows,
      now: this.#options.now(),
      newId: this.#options.newId,
    });
    for (const each of jobs) runOne(each, batch);
    const changed = batch.lineages.changed();
    if (batch.entries.length > 0 || changed.length > 0) await transaction.append(batch.entries, changed);
    return { ...state, seq: batch.head };
  }
}

const idsOf = (operations: readonly WireOperation[]): string[] => operations.map(({ opId }) => opId);

function runOne(one: Job, batch: Batch): void {
  try {
    one.run(batch);
  } catch (error) {
    throw new JobFault(one, error);
  }
}

async function lineagesOf(transaction: SiteTransaction, stations: readonly string[]): Promise<Lineages> {
  const lineages = await transaction.lineages(stations);
  const above = new Map<Lineage, readonly number[]>();
  for (const each of lineages) if (each.highest > each.have) above.set(each, await transaction.numbersAbove(each.station, each.incarnation, each.have));
  return new Lineages(lineages, above);
}
