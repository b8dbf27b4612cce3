import type { WireOperation } from '../../../shared/contracts/sync.ts';
import { occurrenceOf } from '../../../shared/domain/sync/acting-station.ts';
import { applyOperation } from '../../../shared/domain/sync/apply.ts';
import { understand, type JournalEntry } from '../journal.ts';
import type { SyncParts } from './pages.ts';

/** What people do at this station, on top of the site as it is known here. Every method is called inside the store's own transaction. */
export class OwnWork {
  readonly #parts: SyncParts;

  constructor(parts: SyncParts) {
    this.#parts = parts;
  }

  /** Folds an operation just appended to the journal. */
  fold(entry: JournalEntry): void {
    const { membership, outbox, layers, shown } = this.#parts;
    const { state } = membership;
    if (state) outbox.add(entry.seq, entry.operation.stationSeq);
    if (state && !state.shadowed) layers.add(entry);
    else applyOperation(shown, entry.operation, occurrenceOf(entry.operation, null));
  }

  /** Takes in an operation saved from a damaged store: own ones wait, those of others are offered again. */
  adopt(seq: number, operation: WireOperation): void {
    const { membership, outbox, recovered, identity } = this.#parts;
    const { state } = membership;
    if (operation.station !== identity().station) {
      if (state) recovered.take(seq, state.epoch);
      return;
    }
    const read = understand(operation);
    if ('operation' in read) this.fold({ seq, operation: read.operation });
    else if (state) outbox.add(seq, operation.stationSeq);
  }

  /** Writes what `fold` changed. Call before the commit. */
  flush(): void {
    this.#parts.layers.flush();
  }

  /** Lays pending operations on that the last page left owed. */
  catchUp(): void {
    const { membership, layers } = this.#parts;
    const { state } = membership;
    if (!state?.stale) return;
    layers.relay();
    membership.set({ ...state, stale: false });
  }
}
