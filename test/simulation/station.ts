import Database from 'better-sqlite3';
import { step } from '../../electron/sync/engine.ts';
import type { Failure, SyncEffect, SyncEvent, TimerName } from '../../electron/sync/events.ts';
import { initialState, type SyncState } from '../../electron/sync/state.ts';
import type { Answer } from '../../electron/sync/transport.ts';
import { Store } from '../../electron/store/store.ts';
import { PULL_LIMIT, type PullReply, type PushReply, type SnapshotManifest, type TokenReply } from '../../shared/contracts/sync.ts';
import { instant, type Instant } from '../../shared/lib/time.ts';
import type { NamedStep } from '../domain/scanning/steps.ts';
import type { Agenda } from './agenda.ts';
import { BEGIN } from './central.ts';
import { StoreFloor } from './floor.ts';
import type { Mutation } from './mutation.ts';
import { Way, type Network } from './network.ts';
import type { Random } from './random.ts';

export interface StationOptions {
  readonly name: string;
  readonly image: Buffer;
  readonly agenda: Agenda;
  readonly random: Random;
  readonly network: Network;
  readonly newId: () => string;
  readonly trace: (text: string) => void;
  readonly written: (ids: readonly string[]) => void;
  readonly mutation: Mutation;
}

type Effect<Type extends SyncEffect['type']> = Extract<SyncEffect, { type: Type }>;
type Request = Effect<'token' | 'push' | 'pull' | 'manifest' | 'chunk' | 'install'>;

const SLICE = 20;

export function openStore(name: string, image: Buffer): Store {
  const database = image.length === 0 ? new Database(':memory:') : new Database(image);
  return new Store({ file: name, database, newIdentity: () => ({ site: 'its own', station: name, incarnation: 1, demo: false }), beforeMigration: () => undefined });
}

/** A station: its real store and engine; what the driver does with real time and a real line is done here with virtual ones. */
export class SimulatedStation {
  readonly name: string;
  readonly way = new Way();
  /** How far its clock is from the true time. */
  skew = 0;
  store: Store;
  readonly #options: StationOptions;
  #floor: StoreFloor;
  #state: SyncState = initialState;
  #up = false;
  /** Counts its processes: what comes for a dead one is nobody's. */
  #process = 0;
  #open = new Map<number, (failure: Failure) => void>();
  #timers = new Map<TimerName, number>();
  #lastTimer = 0;
  #copySeq = 0;
  #events: SyncEvent[] = [];
  #stepping = false;

  constructor(options: StationOptions) {
    this.name = options.name;
    this.#options = options;
    this.store = openStore(options.name, options.image);
    this.#floor = this.#openFloor();
  }

  get up(): boolean {
    return this.#up;
  }

  get state(): SyncState {
    return this.#state;
  }

  get isDrained(): boolean {
    const { count, recovered } = this.store.sync.backlog();
    return count === 0 && recovered === 0 && this.store.sync.pending === 0 && !this.store.sync.awaitsCopy;
  }

  /** What its disk would hold if the power went now: a transaction that returned is on it. */
  image(): Buffer {
    return this.store.database.serialize();
  }

  begin(): void {
    const { sync } = this.store;
    this.#up = true;
    const copy = sync.awaitsCopy ? (sync.parts.membership.state?.manifest ? 'begun' : 'owed') : 'none';
    this.#tell({ type: 'started', backlog: sync.backlog(), cursor: sync.cursor(), copy });
  }

  /** The process ends at once, without a word. What it had not saved is gone; the disk is as it was, or an older one is put in. */
  crash(image = this.image()): void {
    this.#up = false;
    this.#process += 1;
    this.#open = new Map();
    this.#timers = new Map();
    this.#events = [];
    this.#state = initialState;
    this.store.database.close();
    this.store = openStore(this.name, image);
    this.#floor = this.#openFloor();
  }

  /** Ends for good. */
  end(): void {
    this.#up = false;
    this.#process += 1;
    this.store.database.close();
  }

  work({ name, run }: NamedStep): void {
    if (!this.#up) return;
    const before = this.store.journalLength();
    run(this.#floor.at(this.#clock()));
    const saved = this.store.journalLength() - before;
    this.#options.trace(`${this.name} works: ${name}: ${saved} saved`);
    if (saved > 0) this.#tell({ type: 'written', backlog: this.store.sync.backlog() });
  }

  networkUp(): void {
    if (this.#up) this.#tell({ type: 'network-up' });
  }

  #openFloor(): StoreFloor {
    return new StoreFloor(this.store, this.#options.newId, this.#options.written);
  }

  #clock(): Instant {
    return instant(Math.max(0, BEGIN + this.#options.agenda.now + this.skew));
  }

  #tell(event: SyncEvent): void {
    this.#events.push(event);
    if (this.#stepping) return;
    this.#stepping = true;
    for (let next = this.#events.shift(); next; next = this.#events.shift()) {
      const at = { clock: this.#clock(), steady: this.#options.agenda.now };
      const { state, effects } = step(this.#state, next, at, this.#options.random.next());
      if (next.type !== 'timer' && next.type !== 'written') this.#options.trace(`${this.name} hears ${wordsOf(next)}`);
      this.#state = state;
      for (const effect of effects) this.#execute(effect);
    }
    this.#stepping = false;
  }

  #execute(effect: SyncEffect): void {
    switch (effect.type) {
      case 'timer':
        this.#setTimer(effect);
        return;
      case 'cancel-timer':
        this.#timers.delete(effect.name);
        return;
      case 'abort':
        this.#later(0, () => this.#open.get(effect.request)?.({ kind: 'aborted' }));
        return;
      case 'reconnect':
        return;
      case 'apply':
        this.#later(0, () => this.#apply(effect.page, effect.slice, 0));
        return;
      case 'fork':
      case 'reoffer':
      case 'change-epoch':
        this.#later(0, () => this.#tell(this.#settled(effect)));
        return;
      default:
        this.#begin(effect);
    }
  }

  #setTimer({ name, inMs }: Effect<'timer'>): void {
    const timer = ++this.#lastTimer;
    this.#timers.set(name, timer);
    this.#later(inMs, () => {
      if (this.#timers.get(name) !== timer) return;
      this.#timers.delete(name);
      this.#tell({ type: 'timer', name });
    });
  }

  /** Unless the process has ended by then. */
  #later(milliseconds: number, work: () => void): void {
    const process = this.#process;
    this.#options.agenda.after(milliseconds, () => {
      if (process === this.#process) work();
    });
  }

  #begin(effect: Request): void {
    const { request } = effect;
    this.#open.set(request, (failure) => this.#end({ type: 'failed', request, failure }));
    this.#later(0, () => this.#guarded(request, () => this.#request(effect)));
  }

  #end(event: Extract<SyncEvent, { request: number }>): void {
    if (this.#open.delete(event.request)) this.#tell(event);
  }

  /** A fault of the store's is the driver's `store` failure. */
  #guarded(request: number, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#fault(error);
      this.#end({ type: 'failed', request, failure: { kind: 'store' } });
    }
  }

  #fault(error: unknown): void {
    this.#options.trace(`${this.name} FAULT ${String(error)}`);
  }

  /** Hears an answer in the same process that asked, unless the engine has given the request up. */
  #hears<Reply>(request: number, take: (reply: Reply) => void): (answer: Answer<Reply>) => void {
    const process = this.#process;
    return (answer) => {
      if (process !== this.#process || !this.#open.has(request)) return;
      if (answer.ok) this.#guarded(request, () => take(answer.reply));
      else this.#end({ type: 'failed', request, failure: answer.failure });
    };
  }

  #request(effect: Request): void {
    const { network } = this.#options;
    const { sync } = this.store;
    const { request } = effect;
    switch (effect.type) {
      case 'token':
        network.ask(this.way, (central, heard) => central.token(heard), this.#hears<TokenReply>(request, ({ rights, expiresIn, ...reply }) => this.#end({ type: 'authorised', request, rights, expiresInMs: expiresIn * 1_000, reply })));
        return;
      case 'push':
        this.#push(effect);
        return;
      case 'pull': {
        const query = { after: effect.after, limit: effect.limit, waitSeconds: effect.waitSeconds, epoch: sync.cursor().epoch, incarnation: sync.incarnation };
        network.ask(this.way, (central, heard) => central.pull(this.name, query, heard), this.#hears<PullReply>(request, (reply) => this.#end({ type: 'pulled', request, reply })));
        return;
      }
      case 'manifest':
        network.ask(this.way, (central, heard) => central.manifest(heard), this.#hears<SnapshotManifest>(request, (reply) => {
          this.#copySeq = reply.seq;
          this.#end({ type: 'manifest', request, reply, missing: sync.copy.begin(reply) });
        }));
        return;
      case 'chunk': {
        const seq = this.#copySeq;
        network.ask(this.way, (central, heard) => central.chunk(seq, effect.number, heard), this.#hears<Uint8Array>(request, (bytes) => {
          sync.copy.keep(effect.number, bytes);
          this.#end({ type: 'chunk', request, number: effect.number });
        }));
        return;
      }
      case 'install':
        this.#install(request);
    }
  }

  #install(request: number): void {
    const process = this.#process;
    const { sync } = this.store;
    sync.copy.install().then(
      () => {
        if (process === this.#process) this.#end({ type: 'installed', request, cursor: sync.cursor(), backlog: sync.backlog() });
      },
      (error: unknown) => {
        if (process === this.#process) this.#guarded(request, () => { throw error; });
      },
    );
  }

  #push({ request, operations: most, bytes }: Effect<'push'>): void {
    const { network, mutation } = this.#options;
    const { sync } = this.store;
    const recovered = sync.recovered({ operations: most, bytes });
    const operations = recovered.operations.length > 0 ? recovered.operations.map(({ op }) => op) : sync.unsent({ operations: most, bytes });
    const backlog = sync.backlog();
    if (operations.length === 0) return this.#end({ type: 'nothing-to-push', request, backlog });
    const heard = this.#hears<PushReply>(request, (reply) => {
      sync.acknowledge(reply);
      this.#end({ type: 'pushed', request, reply, sent: operations.length, backlog: sync.backlog() });
    });
    if (recovered.operations.length > 0) return network.ask(this.way, (central, answer) => central.recover(this.name, recovered, answer), heard);
    const sent = { incarnation: sync.incarnation, operations: [...mutation.pushed(operations, this.#state.push.failures)], backlog: 0, oldestAt: null };
    network.ask(this.way, (central, answer) => central.push(this.name, sent, answer), heard);
  }

  #apply(page: PullReply, most: number, from: number): void {
    const { sync } = this.store;
    const size = most < PULL_LIMIT ? Math.min(most, this.#options.random.between(1, SLICE)) : most;
    try {
      this.#options.mutation.apply(this.store, { ...page, operations: page.operations.slice(from, from + size) });
    } catch (error) {
      this.#fault(error);
      return this.#tell({ type: 'not-applied', cursor: sync.cursor() });
    }
    if (from + size < page.operations.length) this.#later(1, () => this.#apply(page, most, from + size));
    else this.#tell({ type: 'applied', cursor: sync.cursor(), backlog: sync.backlog() });
  }

  #settled(effect: Effect<'fork' | 'reoffer' | 'change-epoch'>): SyncEvent {
    const { sync } = this.store;
    try {
      if (effect.type === 'fork') {
        sync.fork(effect.incarnation);
        return { type: 'forked', backlog: sync.backlog() };
      }
      if (effect.type === 'reoffer') {
        sync.reoffer(effect.have);
        return { type: 'reoffered', backlog: sync.backlog() };
      }
      const outcome = sync.changeEpoch({ epoch: effect.epoch, common: effect.common });
      return { type: 'epoch-changed', outcome, cursor: sync.cursor(), backlog: sync.backlog() };
    } catch (error) {
      this.#fault(error);
      return { type: 'not-settled' };
    }
  }
}

function wordsOf(event: SyncEvent): string {
  switch (event.type) {
    case 'failed':
      return `failed ${event.request}: ${event.failure.kind === 'refused' ? `${event.failure.status} ${event.failure.problem}` : event.failure.kind}`;
    case 'pushed':
      return `pushed ${event.request}: ${event.sent} of ${event.backlog.count + event.sent}, head ${event.reply.head}`;
    case 'pulled':
      return `pulled ${event.request}: ${event.reply.operations.length} to ${event.reply.head}`;
    case 'applied':
    case 'epoch-changed':
      return `${event.type}: at ${event.cursor.after} of ${String(event.cursor.epoch)}, ${event.backlog.count}+${event.backlog.recovered} wait`;
    default:
      return event.type;
  }
}
