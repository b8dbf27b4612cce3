import type { LogEntry, SiteState } from '../../central/sync/port.ts';
import type { Admitted } from '../../central/sync/admit.ts';
import { SiteOrder, type Ordered } from '../../central/sync/site-order.ts';
import type { OperationDraft } from '../../shared/contracts/operations.ts';
import { problems, wireOperation, type PullReply, type PushReply, type PushRequest, type SnapshotManifest, type TokenReply } from '../../shared/contracts/sync.ts';
import { instant, type Instant } from '../../shared/lib/time.ts';
import type { Recovered } from '../../electron/sync/port.ts';
import type { Answer, PullQuery } from '../../electron/sync/transport.ts';
import { refusal } from '../sync/engine-world.ts';
import type { Agenda } from './agenda.ts';
import { MemoryLog, PowerCut, type LogImage } from './memory-log.ts';

export const SITE = 'site';
/** 2026-11-24T14:00Z. */
export const BEGIN = Date.UTC(2026, 10, 24, 14);
const SNAPSHOT_BEHIND = 5_000;

/** Whoever asks central; called with the answer, or never when central has gone down meanwhile. */
export type Heard<Reply> = (answer: Answer<Reply>) => void;

export interface CentralOptions {
  readonly agenda: Agenda;
  readonly image: LogImage;
  readonly newId: () => string;
  readonly cutAt: () => 'before' | 'after' | null;
  readonly onPowerCut: (why: string) => void;
}

/** Central with its own sequencer over a log in memory; what its HTTP handlers do, without HTTP. */
export class SimulatedCentral {
  readonly log: MemoryLog;
  readonly #options: CentralOptions;
  #order: SiteOrder;
  #waiting: (() => void)[] = [];
  /** Counts its processes: what a dead one began is answered to nobody. */
  #process = 1;
  #up = true;

  constructor(options: CentralOptions) {
    this.#options = options;
    this.log = new MemoryLog(options.image, options.cutAt);
    this.#order = this.#start();
  }

  get up(): boolean {
    return this.#up;
  }

  get order(): SiteOrder {
    return this.#order;
  }

  stop(): void {
    this.#up = false;
    this.#process += 1;
    this.#waiting = [];
  }

  begin(): void {
    this.#up = true;
    this.#order = this.#start();
  }

  write(...drafts: readonly OperationDraft[]): void {
    this.#do(this.#order.write(...drafts), () => undefined);
  }

  token(heard: Heard<TokenReply>): void {
    heard({ ok: true, reply: { ...this.#head(), accessToken: 'access', refreshToken: 'refresh', expiresIn: 600, rights: 'full' } });
  }

  push(station: string, { incarnation, operations }: PushRequest, heard: Heard<PushReply>): void {
    this.#do(this.#order.push({ station, incarnation, operations: operations.map((op) => wireOperation.parse(op)) }), (ordered) => heard(this.#replyTo(ordered)));
  }

  recover(station: string, { epoch, operations }: Recovered, heard: Heard<PushReply>): void {
    if (epoch === this.log.image.state.epoch) return heard({ ok: false, failure: refusal(400, problems.invalid) });
    const ops = operations.map(({ op }) => op);
    const incarnation = Math.max(1, ...ops.filter((op) => op.station === station).map((op) => op.incarnation));
    this.#do(this.#order.recover({ station, incarnation, operations: ops }), (ordered) => heard(this.#replyTo(ordered)));
  }

  pull(station: string, query: PullQuery, heard: Heard<PullReply>): void {
    const { state, entries, lineages } = this.log.image;
    const { after, limit, epoch, incarnation, waitSeconds } = query;
    if ((epoch !== null && epoch !== state.epoch) || after > state.seq) {
      const common = epoch === null || epoch === state.epoch ? 0 : this.log.common(epoch);
      return heard({ ok: false, failure: refusal(409, problems.epoch, { epoch: state.epoch, common: Math.min(common, after) }) });
    }
    if (state.seq <= after && waitSeconds > 0) return this.#wait(waitSeconds, () => this.pull(station, { ...query, waitSeconds: 0 }, heard));
    const have = { incarnation, stationSeq: lineages.get(`${station} ${incarnation}`)?.have ?? 0 };
    heard({ ok: true, reply: { ...this.#head(), have, operations: entries.slice(after, after + limit).map(confirmedOf) } });
  }

  manifest(heard: Heard<SnapshotManifest>): void {
    this.#do(this.#manifest(), (reply) => heard({ ok: true, reply }));
  }

  chunk(seq: number, number: number, heard: Heard<Uint8Array>): void {
    const { epoch } = this.log.image.state;
    this.#do(this.log.snapshotChunk(SITE, epoch, seq, number), (bytes) => heard(bytes ? { ok: true, reply: bytes } : { ok: false, failure: refusal(404, problems.notFound) }));
  }

  async #manifest(): Promise<SnapshotManifest> {
    const { epoch, seq } = this.log.image.state;
    let found = await this.log.newestSnapshot(SITE, epoch);
    if (seq > 0 && (!found || found.seq < seq - SNAPSHOT_BEHIND)) {
      await this.#order.snapshot(SNAPSHOT_BEHIND);
      found = await this.log.newestSnapshot(SITE, epoch);
    }
    return { ...this.#head(), seq: found?.seq ?? 0, rows: found?.rows ?? 0, chunks: [...(found?.chunks ?? [])] };
  }

  #start(): SiteOrder {
    const { newId } = this.#options;
    return new SiteOrder({ site: SITE, log: this.log, now: () => this.#now(), newId, onOrdered: () => this.#wake() });
  }

  #do<Result>(work: Promise<Result>, then: (result: Result) => void): void {
    const process = this.#process;
    work.then(
      (result) => {
        if (process === this.#process) then(result);
      },
      (error: unknown) => {
        if (process !== this.#process) return;
        if (!(error instanceof PowerCut)) throw error;
        this.#options.onPowerCut(error.message);
      },
    );
  }

  #wait(seconds: number, then: () => void): void {
    const process = this.#process;
    let waits = true;
    const once = (): void => {
      if (waits && process === this.#process) then();
      waits = false;
    };
    this.#waiting.push(once);
    this.#options.agenda.after(seconds * 1_000, once);
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const once of waiting) this.#options.agenda.after(0, once);
  }

  #replyTo({ state, result }: Ordered<Admitted>): Answer<PushReply> {
    if (result.ok) return { ok: true, reply: { ...this.#head(state), have: result.have, results: result.results } };
    const more = 'have' in result ? { have: result.have } : 'incarnation' in result ? { incarnation: result.incarnation } : {};
    return { ok: false, failure: refusal(result.problem === 'invalid' ? 400 : 409, problems[result.problem], more) };
  }

  #head({ epoch, seq }: SiteState = this.log.image.state): { epoch: string; head: number; now: Instant } {
    return { epoch, head: seq, now: this.#now() };
  }

  #now(): Instant {
    return instant(BEGIN + this.#options.agenda.now);
  }
}

export const confirmedOf = ({ siteSeq, verdict, caseIds, lineage, envelope }: LogEntry): PullReply['operations'][number] => ({
  siteSeq, verdict, caseIds: [...caseIds], lineage, op: wireOperation.parse(JSON.parse(envelope)),
});
