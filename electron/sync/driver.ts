import { setImmediate } from 'node:timers/promises';
import type { PullReply, PushRequest, WireOperation } from '../../shared/contracts/sync.ts';
import { step } from './engine.ts';
import type { Failure, Moment, SyncEffect, SyncEvent, TimerName } from './events.ts';
import { isFinal } from './failures.ts';
import type { Backlog, Bootstrap, SyncJournal } from './port.ts';
import { initialState, type SyncState } from './state.ts';
import type { Answer, Transport } from './transport.ts';

/** How the driver waits: by the machine's own timers, or in the virtual time of a simulation. */
export interface DriverTime {
  /** Runs `work` once, so many milliseconds from now; the answer calls it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
  /** Settles in a turn of its own: what waits already goes first. */
  readonly nextTurn: () => Promise<void>;
}

export const machineTime: DriverTime = {
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  nextTurn: () => setImmediate(),
};

export interface DriverOptions {
  readonly journal: SyncJournal;
  readonly copy: Bootstrap;
  readonly transport: Transport;
  readonly moment: () => Moment;
  readonly random: () => number;
  /** After every step that changed anything. */
  readonly onState: (state: SyncState) => void;
  /** A fault of this station's own, for the log. */
  readonly onFault: (error: unknown, what: string) => void;
  /** The machine's unless given. */
  readonly time?: DriverTime;
}

type Effect<Type extends SyncEffect['type']> = Extract<SyncEffect, { type: Type }>;

/** What waits longest. */
const FIRST = { operations: 1, bytes: 1 };

/**
 * Scans go first between two slices; a slice grows or shrinks towards this, so that none of them waits 16 ms: not even the first one after
 * a pause, which is why a station where nobody works keeps to it too.
 */
const SLICE_MS = 8;
const FIRST_SLICE = 25;
/** Smaller ones would be all commit on a slow disk (8 ms), and gain nothing: a commit cannot be shortened. */
const SMALLEST_SLICE = 25;

/** Executes what the engine wants with a real store, a real line and real timers, and tells it what came of it. */
export class SyncDriver {
  readonly #options: DriverOptions;
  readonly #time: DriverTime;
  readonly #requests = new Map<number, AbortController>();
  /** How to call each one off. */
  readonly #timers = new Map<TimerName, () => void>();
  /** Documents that central has in its present life. */
  readonly #uploaded = new Set<string>();
  readonly #work = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  #state: SyncState = initialState;
  #events: SyncEvent[] = [];
  #stepping = false;
  #copySeq = 0;
  #slice = FIRST_SLICE;

  constructor(options: DriverOptions) {
    this.#options = options;
    this.#time = options.time ?? machineTime;
  }

  get state(): SyncState {
    return this.#state;
  }

  start(copy: 'none' | 'owed' | 'begun'): void {
    const { journal } = this.#options;
    this.tell({ type: 'started', backlog: journal.backlog(), cursor: journal.cursor(), copy });
  }

  /** Ends all that is under way; afterwards neither the store nor the line is touched. */
  async stop(): Promise<void> {
    this.tell({ type: 'stopped' });
    for (const controller of this.#requests.values()) controller.abort();
    this.#stopping.abort();
    await Promise.all(this.#work);
    this.#options.transport.close();
  }

  /** Operations were saved here. */
  written(): void {
    if (this.#state.running) this.tell({ type: 'written', backlog: this.#options.journal.backlog() });
  }

  /** Takes an event; those that come of its effects at once are taken after it, in their order. */
  tell(event: SyncEvent): void {
    this.#events.push(event);
    if (this.#stepping) return;
    this.#stepping = true;
    try {
      for (let next = this.#events.shift(); next; next = this.#events.shift()) this.#step(next);
    } finally {
      this.#stepping = false;
    }
  }

  #step(event: SyncEvent): void {
    const before = this.#state;
    const { state, effects } = step(before, event, this.#options.moment(), this.#options.random());
    this.#state = state;
    for (const effect of effects) this.#execute(effect);
    if (state !== before) this.#options.onState(state);
  }

  #execute(effect: SyncEffect): void {
    switch (effect.type) {
      case 'timer':
        this.#setTimer(effect.name, effect.inMs);
        return;
      case 'cancel-timer':
        this.#timers.get(effect.name)?.();
        this.#timers.delete(effect.name);
        return;
      case 'abort':
        this.#requests.get(effect.request)?.abort();
        return;
      case 'reconnect':
        this.#options.transport.reconnect();
        return;
      case 'apply':
        this.#run(() => this.#apply(effect));
        return;
      case 'fork':
      case 'reoffer':
      case 'change-epoch':
        this.#run(() => Promise.resolve(this.#settle(effect)));
        return;
      default:
        this.#request(effect);
    }
  }

  #setTimer(name: TimerName, inMs: number): void {
    this.#timers.get(name)?.();
    this.#timers.set(name, this.#time.after(inMs, () => {
      this.#timers.delete(name);
      this.tell({ type: 'timer', name });
    }));
  }

  /** Work begins in a turn of its own: the scan whose commit caused it is answered first. */
  #run(work: () => Promise<void>): void {
    const running = this.#time.nextTurn()
      .then(() => (this.#state.running ? work() : undefined))
      .catch((error: unknown) => this.#options.onFault(error, 'sync'))
      .finally(() => this.#work.delete(running));
    this.#work.add(running);
  }

  #request(effect: Effect<'token' | 'push' | 'pull' | 'manifest' | 'chunk' | 'install'>): void {
    const controller = new AbortController();
    const { request } = effect;
    this.#requests.set(request, controller);
    this.#run(async () => {
      try {
        const event = await this.#outcome(effect, controller.signal);
        if (this.#state.running) this.tell(event);
      } catch (error) {
        this.#options.onFault(error, effect.type);
        if (this.#state.running) this.tell({ type: 'failed', request, failure: { kind: 'store' } });
      } finally {
        this.#requests.delete(request);
      }
    });
  }

  #outcome(effect: Effect<'token' | 'push' | 'pull' | 'manifest' | 'chunk' | 'install'>, signal: AbortSignal): Promise<SyncEvent> {
    switch (effect.type) {
      case 'token':
        return this.#token(effect, signal);
      case 'push':
        return this.#push(effect, signal);
      case 'pull':
        return this.#pull(effect, signal);
      case 'manifest':
        return this.#manifest(effect, signal);
      case 'chunk':
        return this.#chunk(effect, signal);
      case 'install':
        return this.#install(effect);
    }
  }

  async #token({ request }: Effect<'token'>, signal: AbortSignal): Promise<SyncEvent> {
    const answer = await this.#options.transport.token(signal);
    if (!answer.ok) return failed(request, answer.failure);
    const { rights, expiresIn, ...reply } = answer.reply;
    return { type: 'authorised', request, rights, expiresInMs: expiresIn * 1000, reply };
  }

  async #push({ request, operations: most, bytes }: Effect<'push'>, signal: AbortSignal): Promise<SyncEvent> {
    const { journal, transport } = this.#options;
    const recovered = journal.recovered({ operations: most, bytes });
    const operations = recovered.operations.length > 0 ? recovered.operations.map(({ op }) => op) : journal.unsent({ operations: most, bytes });
    const before = journal.backlog();
    if (operations.length === 0) return { type: 'nothing-to-push', request, backlog: before };
    // Said of the life that they were taken in: another may have begun when their documents have gone.
    const push = this.#pushOf(operations, before);
    const uploaded = await this.#uploadDocuments(operations, signal);
    if (!uploaded.ok) return failed(request, uploaded.failure);
    const answer = recovered.operations.length > 0
      ? await transport.recover(recovered, signal)
      : await transport.push(push, signal);
    if (!answer.ok) return failed(request, answer.failure);
    if (!this.#state.running) return failed(request, { kind: 'aborted' });
    journal.acknowledge(answer.reply);
    const [next] = recovered.operations.length > 0 ? journal.recovered(FIRST).operations.map(({ op }) => op) : journal.unsent(FIRST);
    const sent = next?.opId === operations[0]?.opId ? 0 : operations.length;
    return { type: 'pushed', request, reply: answer.reply, sent, backlog: journal.backlog() };
  }

  #pushOf(operations: readonly WireOperation[], { count, oldestAt }: Backlog): PushRequest {
    const { journal } = this.#options;
    const { epoch } = journal.cursor();
    const before = journal.formerLives();
    const isOlder = before !== null && operations.some(({ stationSeq }) => stationSeq <= before.stationSeq);
    const left = Math.max(0, count - operations.length);
    return {
      incarnation: journal.incarnation, operations: [...operations], backlog: left, oldestAt: left === 0 ? null : oldestAt,
      ...(epoch === null ? {} : { epoch }), ...(isOlder ? { before } : {}),
    };
  }

  /** What operations name must be at central before them. A document it refuses for good must not hold the operations back. */
  async #uploadDocuments(operations: readonly WireOperation[], signal: AbortSignal): Promise<Answer<boolean>> {
    const { journal, transport } = this.#options;
    for (const sha256 of journal.documentsOf(operations)) {
      const bytes = this.#uploaded.has(sha256) || !this.#state.running ? undefined : journal.blob(sha256);
      if (!bytes) continue;
      const answer = await transport.putBlob(sha256, bytes, signal);
      if (!answer.ok && !isFinal(answer.failure)) return answer;
      if (!answer.ok) this.#options.onFault(answer.failure, `document ${sha256}`);
      this.#uploaded.add(sha256);
    }
    return { ok: true, reply: true };
  }

  async #pull({ request, after, limit, waitSeconds }: Effect<'pull'>, signal: AbortSignal): Promise<SyncEvent> {
    const { journal, transport } = this.#options;
    const answer = await transport.pull({ after, limit, waitSeconds, epoch: journal.cursor().epoch, incarnation: journal.incarnation }, signal);
    return answer.ok ? { type: 'pulled', request, reply: answer.reply } : failed(request, answer.failure);
  }

  async #manifest({ request }: Effect<'manifest'>, signal: AbortSignal): Promise<SyncEvent> {
    const answer = await this.#options.transport.manifest(signal);
    if (!answer.ok) return failed(request, answer.failure);
    if (!this.#state.running) return failed(request, { kind: 'aborted' });
    this.#copySeq = answer.reply.seq;
    // Of another life than the store's: the engine hears of it and asks what both share before anything is copied.
    const missing = answer.reply.epoch === this.#options.journal.cursor().epoch ? this.#options.copy.begin(answer.reply) : [];
    return { type: 'manifest', request, reply: answer.reply, missing };
  }

  async #chunk({ request, number }: Effect<'chunk'>, signal: AbortSignal): Promise<SyncEvent> {
    const answer = await this.#options.transport.chunk(this.#copySeq, number, signal);
    if (!answer.ok) return failed(request, answer.failure);
    if (!this.#state.running) return failed(request, { kind: 'aborted' });
    this.#options.copy.keep(number, answer.reply);
    return { type: 'chunk', request, number };
  }

  async #install({ request }: Effect<'install'>): Promise<SyncEvent> {
    const { journal, copy } = this.#options;
    await copy.install();
    return { type: 'installed', request, cursor: journal.cursor(), backlog: journal.backlog() };
  }

  async #apply({ page, slice: most }: Effect<'apply'>): Promise<void> {
    const { journal } = this.#options;
    try {
      // Confirmed, they wait no longer: what central lost of their documents in a restore would never be sent.
      const own = page.operations.flatMap(({ op }) => (op.station === journal.station ? [op] : []));
      const uploaded = await this.#uploadDocuments(own, this.#stopping.signal);
      if (!uploaded.ok) return this.#notApplied(uploaded.failure);
      await this.#applySlices(page, most);
      if (this.#state.running) this.tell({ type: 'applied', cursor: journal.cursor(), backlog: journal.backlog() });
    } catch (error) {
      this.#options.onFault(error, 'apply');
      this.#notApplied({ kind: 'store' });
    }
  }

  #notApplied(failure: Failure): void {
    if (this.#state.running) this.tell({ type: 'not-applied', cursor: this.#options.journal.cursor(), failure });
  }

  async #applySlices(page: PullReply, most: number): Promise<void> {
    const { journal, moment } = this.#options;
    let from = 0;
    do {
      if (from > 0 && !(await this.#scansFirst())) return;
      const size = Math.min(most, this.#slice);
      const began = moment().steady;
      journal.apply({ ...page, operations: page.operations.slice(from, from + size) });
      this.#adapt(size, moment().steady - began);
      from += size;
      if (!(await this.#scansFirst())) return;
      journal.tidy();
    } while (from < page.operations.length);
  }

  /** What waits in the event loop has its turn. False when the driver was stopped meanwhile: the store may be closed. */
  async #scansFirst(): Promise<boolean> {
    await this.#time.nextTurn();
    return this.#state.running;
  }

  #adapt(size: number, tookMs: number): void {
    const fits = tookMs <= 0 ? size * 2 : (size * SLICE_MS) / tookMs;
    this.#slice = Math.round(Math.min(size * 2, Math.max(SMALLEST_SLICE, fits)));
  }

  #settle(effect: Effect<'fork' | 'reoffer' | 'change-epoch'>): void {
    let event: SyncEvent = { type: 'not-settled' };
    try {
      event = this.#settled(effect);
    } catch (error) {
      this.#options.onFault(error, effect.type);
    }
    this.tell(event);
  }

  #settled(effect: Effect<'fork' | 'reoffer' | 'change-epoch'>): SyncEvent {
    const { journal } = this.#options;
    if (effect.type === 'fork') {
      journal.fork(effect.incarnation);
      return { type: 'forked', backlog: journal.backlog() };
    }
    if (effect.type === 'reoffer') {
      journal.reoffer(effect.have);
      this.#uploaded.clear();
      return { type: 'reoffered', backlog: journal.backlog() };
    }
    const outcome = journal.changeEpoch({ epoch: effect.epoch, common: effect.common });
    // With operations, as with those of a gap, central may have lost their documents.
    this.#uploaded.clear();
    return { type: 'epoch-changed', outcome, cursor: journal.cursor(), backlog: journal.backlog() };
  }
}

const failed = (request: number, failure: Failure): SyncEvent => ({ type: 'failed', request, failure });
