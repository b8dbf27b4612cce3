import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import type { SnapshotManifest } from '../../../shared/contracts/sync.ts';
import { loadChunk } from './fold-order.ts';
import type { MembershipState } from './membership.ts';
import type { Pages, SyncParts } from './pages.ts';
import { CopyRefused, JoinRefused } from './refusals.ts';

/**
 * A copy of the site on its way in: each chunk is loaded into the shadow tables as it arrives, together with the note that it has, so
 * that a kill costs no more than the chunk under way. Nothing that people see changes until all of it is there.
 */
export class Copy {
  readonly #parts: SyncParts;
  readonly #pages: Pages;
  readonly #database: Database.Database;

  constructor(parts: SyncParts, pages: Pages) {
    this.#parts = parts;
    this.#pages = pages;
    this.#database = parts.database;
  }

  /** Begins, or goes on with the same copy; what was kept of another one is dropped. Answers the numbers of the chunks still missing. */
  begin(manifest: SnapshotManifest): readonly number[] {
    const state = this.#state();
    if (manifest.epoch !== state.epoch) throw new CopyRefused(`the copy is of another life of central: ${manifest.epoch}`);
    if (state.manifest === null || !isSame(state.manifest, manifest)) this.#start({ ...state, manifest });
    const have = new Set(this.#database.prepare('SELECT number FROM snapshot_chunk WHERE incoming = 1').pluck().all().map(Number));
    return manifest.chunks.map(({ number }) => number).filter((number) => !have.has(number));
  }

  keep(number: number, bytes: Uint8Array): void {
    const { manifest } = this.#state();
    const wanted = manifest?.chunks.find((each) => each.number === number);
    if (!wanted) throw new CopyRefused(`chunk ${number} is not part of the copy`);
    if (createHash('sha256').update(bytes).digest('hex') !== wanted.sha256) throw new CopyRefused(`chunk ${number} is not what its digest says`);
    if (this.#database.prepare('SELECT 1 FROM snapshot_chunk WHERE incoming = 1 AND number = ?').get(number) !== undefined) return;
    const rows = loadChunk(this.#parts.shadow.world, bytes);
    this.#database.prepare('INSERT INTO snapshot_chunk (incoming, number, rows, bytes) VALUES (1, ?, ?, ?)').run(number, rows, bytes);
  }

  /** The copy becomes the confirmed version; what is pending is laid on it. */
  install(): void {
    const state = this.#state();
    const { manifest } = state;
    if (manifest === null) throw new CopyRefused('no copy has begun');
    this.#verify(manifest);
    const { seq } = manifest;
    const { outbox, recovered, needsUpdate, membership } = this.#parts;
    this.#database.prepare('DELETE FROM snapshot_chunk WHERE incoming = 0').run();
    this.#database.prepare('UPDATE snapshot_chunk SET incoming = 0').run();
    this.#database.prepare('DELETE FROM confirmed WHERE site_seq > ?').run(seq);
    // Their places are kept, what was recovered too: should central be restored once more, they are offered once more.
    for (const placed of [...outbox.placedUpTo(seq), ...recovered.placedUpTo(seq)]) this.#pages.place(placed, placed.caseIds.length > 0 ? 'case' : 'ok');
    outbox.reofferUnplaced();
    recovered.confirmUpTo(seq);
    needsUpdate.clearUpTo(seq);
    const next: MembershipState = { ...state, after: seq, base: seq, awaitsCopy: false, manifest: null };
    membership.set(next);
    this.#pages.arrive(next);
  }

  #start(state: MembershipState): void {
    this.#database.prepare('DELETE FROM snapshot_chunk WHERE incoming = 1').run();
    if (!state.shadowed) this.#parts.layers.leave();
    this.#parts.shadow.begin();
    this.#parts.membership.set({ ...state, shadowed: true, stale: false, awaitsCopy: true });
  }

  #verify({ chunks, rows }: SnapshotManifest): void {
    const have = this.#database.prepare<[], { chunks: number; rows: number | null }>('SELECT count(*) AS chunks, sum(rows) AS rows FROM snapshot_chunk WHERE incoming = 1').get();
    if (have?.chunks !== chunks.length) throw new CopyRefused(`${have?.chunks ?? 0} of ${chunks.length} chunks are here`);
    if ((have.rows ?? 0) !== rows) throw new CopyRefused(`${have.rows ?? 0} rows instead of ${rows}`);
  }

  #state(): MembershipState {
    const { state } = this.#parts.membership;
    if (!state) throw new JoinRefused('unpaired', 'only a paired station copies its site');
    return state;
  }
}

const isSame = (left: SnapshotManifest, right: SnapshotManifest): boolean =>
  left.epoch === right.epoch && left.seq === right.seq && JSON.stringify(left.chunks) === JSON.stringify(right.chunks);
