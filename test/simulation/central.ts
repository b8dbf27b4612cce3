import { SiteOrder, type Ordered } from '../../central/sync/site-order.ts';
import type { Admitted } from '../../central/sync/admit.ts';
import type { SiteState } from '../../central/sync/port.ts';
import { problems, wireOperation, type PullReply, type PushReply, type PushRequest, type SnapshotManifest, type TokenReply } from '../../shared/contracts/sync.ts';
import type { Refused } from '../../electron/sync/events.ts';
import type { Recovered } from '../../electron/sync/port.ts';
import type { Answer, PullQuery } from '../../electron/sync/transport.ts';
import { instant, SECOND, type Instant } from '../../shared/lib/time.ts';
import { refusal } from '../sync/engine-world.ts';
import type { Agenda } from './agenda.ts';
import { importOf, type CustomerDocument } from './documents.ts';
import { MemoryLog, PowerCut, type LogImage } from './memory-log.ts';
import type { Mutation } from './mutation.ts';
import type { Random } from './random.ts';
import type { Tally } from './tally.ts';
import { confirmedOf } from './wire.ts';

export const SITE = 'site';
/** 2026-11-24T14:00Z. */
export const BEGIN = Date.UTC(2026, 10, 24, 14);
const SNAPSHOT_BEHIND = 5_000;

/** Whoever asks central; called with the answer, or never when central has gone down meanwhile. */
export type Heard<Reply> = (answer: Answer<Reply>) => void;

/** What a backup of central holds. */
export interface CentralImage {
  readonly log: LogImage;
  /** Digests of the documents that stations sent. */
  readonly documents: ReadonlySet<string>;
}

export interface CentralOptions {
  readonly agenda: Agenda;
  readonly random: Random;
  readonly tally: Tally;
  readonly image: LogImage;
  readonly newId: () => string;
  /** How long its access tokens hold, seconds. */
  readonly tokenSeconds: number;
  /** The most operations that one of its pages has. */
  readonly pageSize: number;
  readonly mutation: Mutation;
  readonly cutAt: () => 'before' | 'after' | null;
  readonly onPowerCut: (why: string) => void;
  readonly onFault: (error: unknown) => void;
}

/** Central with its own sequencer over a log in memory; what its HTTP handlers do, without HTTP. */
export class SimulatedCentral {
  readonly log: MemoryLog;
  /** The places that stations were told of in this life, lost answers too: they must be true for ever. */
  readonly answered = new Map<string, number>();
  readonly #options: CentralOptions;
  #documents = new Set<string>();
  #order: SiteOrder;
  #waiting: (() => void)[] = [];
  /** Counts its processes: what a dead one began is answered to nobody. */
  #process = 1;
  #up = true;
  /** The key that tokens are signed with; a new one makes all that are out worthless. */
  #key = 1;
  #busyUntil = 0;

  constructor(options: CentralOptions) {
    this.#options = options;
    this.log = new MemoryLog(options.image, options.cutAt, options.mutation);
    this.#order = this.#start();
  }

  get up(): boolean {
    return this.#up;
  }

  get order(): SiteOrder {
    return this.#order;
  }

  get documents(): ReadonlySet<string> {
    return this.#documents;
  }

  stop(): void {
    this.#up = false;
    this.#process += 1;
    this.#waiting = [];
    this.#options.mutation.centralCrashed(this.log);
  }

  begin(): void {
    this.#up = true;
    this.#order = this.#start();
  }

  image(): CentralImage {
    return { log: this.log.image, documents: new Set(this.#documents) };
  }

  /** A backup is put in place: a new life. Call while it is stopped. */
  restore({ log, documents }: CentralImage, epoch: string): void {
    this.log.restore(log, epoch);
    this.#documents = new Set(documents);
    for (const [opId, siteSeq] of this.answered) if (siteSeq > log.state.seq) this.answered.delete(opId);
  }

  /** Says for a while that it has too much to do. */
  beBusy(milliseconds: number): void {
    this.#busyUntil = this.#options.agenda.now + milliseconds;
  }

  changeKey(): void {
    this.#key += 1;
  }

  /** A document of the customer's comes to the gateway. */
  receive(document: CustomerDocument): void {
    this.#do(this.#order.decide(importOf(document, 'gateway')), () => undefined);
  }

  token(heard: Heard<TokenReply>): void {
    const { agenda, tokenSeconds } = this.#options;
    if (this.#isBusy(heard)) return;
    const accessToken = `${this.#key} ${agenda.now + tokenSeconds * SECOND}`;
    heard({ ok: true, reply: { ...this.#head(), accessToken, refreshToken: 'refresh', expiresIn: tokenSeconds, rights: 'full' } });
  }

  push(token: string, station: string, { incarnation, operations, epoch, before }: PushRequest, heard: Heard<PushReply>): void {
    if (!this.#admits(token, heard)) return;
    this.#do(this.#order.push({ station, incarnation, operations: operations.map((op) => wireOperation.parse(op)), written: { epoch: epoch ?? null, before: before ?? null } }), (ordered) => heard(this.#replyTo(ordered)));
  }

  recover(token: string, station: string, { epoch, operations }: Recovered, heard: Heard<PushReply>): void {
    if (!this.#admits(token, heard)) return;
    if (epoch === this.log.image.state.epoch) return heard({ ok: false, failure: refusal(400, problems.invalid) });
    const ops = operations.map(({ op }) => op);
    const incarnation = Math.max(1, ...ops.filter((op) => op.station === station).map((op) => op.incarnation));
    this.#do(this.#order.recover({ station, incarnation, operations, written: { epoch, before: null } }), (ordered) => {
      this.#options.tally.note('recovered after a restore', ordered.result.ok ? ordered.result.results.filter(({ verdict }) => verdict !== 'duplicate').length : 0);
      heard(this.#replyTo(ordered));
    });
  }

  pull(token: string, station: string, query: PullQuery, heard: Heard<PullReply>): void {
    if (!this.#admits(token, heard)) return;
    const { state, entries, lineages } = this.log.image;
    const { after, limit, epoch, incarnation, waitSeconds } = query;
    if ((epoch !== null && epoch !== state.epoch) || after > state.seq) {
      const common = epoch === null || epoch === state.epoch ? 0 : this.log.common(epoch);
      return this.#refuse(heard, refusal(409, problems.epoch, { epoch: state.epoch, common: Math.min(common, after) }));
    }
    if (state.seq <= after && waitSeconds > 0) return this.#wait(waitSeconds, () => this.pull(token, station, { ...query, waitSeconds: 0 }, heard));
    const have = { incarnation, stationSeq: lineages.get(`${station} ${incarnation}`)?.have ?? 0 };
    heard({ ok: true, reply: { ...this.#head(), have, operations: entries.slice(after, after + Math.min(limit, this.#options.pageSize)).map(confirmedOf) } });
  }

  manifest(token: string, heard: Heard<SnapshotManifest>): void {
    if (this.#admits(token, heard)) this.#do(this.#manifest(), (reply) => heard({ ok: true, reply }));
  }

  chunk(token: string, seq: number, number: number, heard: Heard<Uint8Array>): void {
    if (!this.#admits(token, heard)) return;
    const { epoch } = this.log.image.state;
    this.#do(this.log.snapshotChunk(SITE, epoch, seq, number), (bytes) => heard(bytes ? { ok: true, reply: bytes } : { ok: false, failure: refusal(404, problems.notFound) }));
  }

  putDocument(token: string, sha256: string, heard: Heard<boolean>): void {
    if (!this.#admits(token, heard)) return;
    this.#options.tally.note('document sent');
    this.#documents.add(sha256);
    heard({ ok: true, reply: true });
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

  #admits(token: string, heard: Heard<never>): boolean {
    const [key, until] = token.split(' ');
    if (Number(key) === this.#key && Number(until) > this.#options.agenda.now) return !this.#isBusy(heard);
    this.#options.tally.note('token no longer good');
    heard({ ok: false, failure: refusal(401) });
    return false;
  }

  #isBusy(heard: Heard<never>): boolean {
    const { agenda, random, tally } = this.#options;
    if (agenda.now >= this.#busyUntil || random.chance(0.3)) return false;
    const status = random.pick([429, 503]);
    tally.note(status === 429 ? 'answered 429' : 'answered 503');
    heard({ ok: false, failure: refusal(status, '', { retryAfterMs: random.pick([null, random.between(1, 15) * SECOND]) }) });
    return true;
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
        else this.#options.tally.note('work of a dead central');
      },
      (error: unknown) => {
        if (process !== this.#process) return;
        if (error instanceof PowerCut) this.#options.onPowerCut(error.message);
        else this.#options.onFault(error);
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
    this.#options.agenda.after(seconds * SECOND, once);
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const once of waiting) this.#options.agenda.after(0, once);
  }

  #replyTo({ state, result }: Ordered<Admitted>): Answer<PushReply> {
    if (result.ok) {
      for (const { opId, siteSeq } of result.results) this.answered.set(opId, siteSeq);
      this.#options.tally.note('answered as a duplicate', result.results.filter(({ verdict }) => verdict === 'duplicate').length);
      return { ok: true, reply: { ...this.#head(state), have: result.have, results: result.results } };
    }
    const more = 'common' in result ? { epoch: result.epoch, common: result.common } : 'have' in result ? { have: result.have } : 'incarnation' in result ? { incarnation: result.incarnation } : {};
    this.#options.tally.note(`refused ${result.problem}`);
    return { ok: false, failure: refusal(result.problem === 'invalid' ? 400 : 409, problems[result.problem], more) };
  }

  #refuse(heard: Heard<never>, failure: Refused): void {
    this.#options.tally.note('refused epoch');
    heard({ ok: false, failure });
  }

  #head({ epoch, seq }: SiteState = this.log.image.state): { epoch: string; head: number; now: Instant } {
    return { epoch, head: seq, now: this.#now() };
  }

  #now(): Instant {
    return instant(BEGIN + this.#options.agenda.now);
  }
}
