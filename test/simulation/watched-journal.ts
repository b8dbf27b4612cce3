import type { Applied, Backlog, Cursor, FormerLives, Recovered, SyncJournal } from '../../electron/sync/port.ts';
import type { Store } from '../../electron/store/store.ts';
import type { Have, PullReply, PushReply, WireOperation } from '../../shared/contracts/sync.ts';
import type { Mutation } from './mutation.ts';
import type { Tally } from './tally.ts';

interface Limit {
  readonly operations: number;
  readonly bytes: number;
}

export interface Watcher {
  readonly tally: Tally;
  readonly trace: (text: string) => void;
  readonly mutation: Mutation;
  /** These are on the disk now. */
  readonly applied: (ids: readonly string[]) => void;
}

/** A store's part in sync, with a note of what sync did to it. */
export class WatchedJournal implements SyncJournal {
  readonly #store: Store;
  readonly #watcher: Watcher;

  constructor(store: Store, watcher: Watcher) {
    this.#store = store;
    this.#watcher = watcher;
  }

  get site(): string {
    return this.#store.sync.site;
  }

  get station(): string {
    return this.#store.sync.station;
  }

  get incarnation(): number {
    return this.#store.sync.incarnation;
  }

  cursor(): Cursor {
    return this.#store.sync.cursor();
  }

  formerLives(): FormerLives | null {
    return this.#store.sync.formerLives();
  }

  unsent(limit: Limit): readonly WireOperation[] {
    return this.#store.sync.unsent(limit);
  }

  recovered(limit: Limit): Recovered {
    return this.#store.sync.recovered(limit);
  }

  backlog(): Backlog {
    return this.#store.sync.backlog();
  }

  acknowledge(reply: PushReply): void {
    this.#store.sync.acknowledge(reply);
  }

  apply(page: PullReply): Applied {
    const { mutation, applied, tally, trace } = this.#watcher;
    const outcome = mutation.apply(this.#store, page);
    applied(page.operations.map(({ op }) => op.opId));
    if (outcome.refolded > 0) tally.note('pending laid on again');
    trace(`${this.station} applies ${outcome.operations} to ${outcome.after}, ${outcome.refolded} laid on again`);
    return outcome;
  }

  tidy(): void {
    this.#store.sync.tidy();
  }

  fork(incarnation: number): void {
    this.#store.sync.fork(incarnation);
    this.#note('forked', `as ${incarnation}`);
  }

  reoffer(have: Have): void {
    this.#store.sync.reoffer(have);
    this.#note('offered anew after a gap', `from ${have.stationSeq}`);
  }

  changeEpoch(change: { readonly epoch: string; readonly common: number }): 'continue' | 'bootstrap' {
    const outcome = this.#store.sync.changeEpoch(change);
    this.#note(outcome === 'continue' ? 'new life continued' : 'new life from the beginning', `${change.epoch}, ${change.common} in common`);
    return outcome;
  }

  documentsOf(operations: readonly WireOperation[]): readonly string[] {
    return this.#watcher.mutation.documentsOf(this.#store, operations);
  }

  blob(sha256: string): Uint8Array | undefined {
    return this.#store.sync.blob(sha256);
  }

  keepBlob(bytes: Uint8Array): void {
    this.#store.sync.keepBlob(bytes);
  }

  #note(event: 'forked' | 'offered anew after a gap' | 'new life continued' | 'new life from the beginning', detail: string): void {
    this.#watcher.tally.note(event);
    this.#watcher.trace(`${this.station} ${event}: ${detail}`);
  }
}
