import { gunzipSync, gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { wireOperation } from '../../shared/contracts/sync.ts';
import type { AnyRow } from '../../shared/domain/state/memory-world.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import { occurrenceOf } from '../../shared/domain/sync/acting-station.ts';
import { applyOperation } from '../../shared/domain/sync/apply.ts';
import { readOperation } from './operation-text.ts';
import type { LogEntry, SiteLog, SiteState, SiteTransaction, StoredSnapshot } from './port.ts';
import { RevertibleWorld } from './revertible-world.ts';

const PAGE = 1_000;
/** Rows in one chunk: small enough that compressing it here, and loading it at a station where people scan, holds up nobody. */
const CHUNK_ROWS = 500;

/** A site's projections at some place in its order: from the newest snapshot and the log after it. */
export class SiteWorld {
  readonly #site: string;
  readonly #log: SiteLog;
  #rows = new RevertibleWorld();
  /** The place of `#rows`; null before it was loaded. */
  #at: { readonly epoch: string; readonly seq: number } | null = null;
  #snapshotSeq = 0;

  constructor(site: string, log: SiteLog) {
    this.#site = site;
    this.#log = log;
  }

  get rows(): RevertibleWorld {
    return this.#rows;
  }

  get reader(): Reader {
    return this.#rows;
  }

  isAt({ epoch, seq }: SiteState): boolean {
    return this.#at?.epoch === epoch && this.#at.seq === seq;
  }

  /** Brings the projections to `state`. What it folds here is committed already and stays, whatever becomes of the transaction. */
  async catchUp(state: SiteState, transaction: SiteTransaction): Promise<void> {
    if (this.#at === null || this.#at.epoch !== state.epoch || this.#at.seq > state.seq) await this.#load(state);
    for (let seq = this.#at?.seq ?? 0; seq < state.seq; ) {
      const page = await transaction.read(seq, Math.min(PAGE, state.seq - seq));
      if (page.length === 0) throw new Error(`the order of site ${this.#site} has a hole after ${seq}`);
      for (const entry of page) this.#fold(entry);
      this.#rows.settle();
      seq += page.length;
      this.#at = { epoch: state.epoch, seq };
    }
  }

  settle({ epoch, seq }: SiteState): void {
    this.#rows.settle();
    this.#at = { epoch, seq };
  }

  revert(): void {
    this.#rows.revertTo(0);
  }

  needsSnapshot(notBefore: number): boolean {
    return this.#at !== null && this.#snapshotSeq < notBefore;
  }

  /** Stores a snapshot when the newest one is older than `notBefore`. */
  async snapshot(notBefore: number): Promise<void> {
    const at = this.#at;
    if (at === null || !this.needsSnapshot(notBefore)) return;
    // Rows are never changed in place, so this list stays what it is while it is being written.
    const rows = [...this.#rows.rows()];
    const chunks: { number: number; bytes: number; sha256: string }[] = [];
    for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
      const bytes = gzipSync(rows.slice(from, from + CHUNK_ROWS).map((row) => `${JSON.stringify(row)}\n`).join(''), { level: 1 });
      const number = chunks.length;
      await this.#log.storeSnapshotChunk(this.#site, at.epoch, at.seq, number, bytes);
      chunks.push({ number, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    }
    await this.#log.storeSnapshot(this.#site, at.epoch, { seq: at.seq, rows: rows.length, chunks });
    this.#snapshotSeq = at.seq;
  }

  async #load({ epoch, seq }: SiteState): Promise<void> {
    const snapshot = await this.#log.newestSnapshot(this.#site, epoch);
    const usable = snapshot && snapshot.seq <= seq ? await this.#rowsOf(epoch, snapshot) : undefined;
    this.#rows = new RevertibleWorld(usable);
    this.#snapshotSeq = usable && snapshot ? snapshot.seq : 0;
    this.#at = { epoch, seq: this.#snapshotSeq };
  }

  /** The rows of a stored snapshot; undefined when it is not whole: the log has everything too. */
  async #rowsOf(epoch: string, { seq, chunks }: StoredSnapshot): Promise<AnyRow[] | undefined> {
    const rows: AnyRow[] = [];
    for (const { number, sha256 } of chunks) {
      const bytes = await this.#log.snapshotChunk(this.#site, epoch, seq, number);
      if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256) return undefined;
      for (const line of gunzipSync(bytes).toString('utf8').split('\n')) if (line !== '') rows.push(JSON.parse(line) as AnyRow);
    }
    return rows;
  }

  /** What this release can read is folded, also where an older one could not: its verdict stays what was answered then. */
  #fold({ siteSeq, envelope, lineage, seen }: LogEntry): void {
    const reading = readOperation(wireOperation.parse(JSON.parse(envelope)));
    if (!reading.ok) return;
    const mark = this.#rows.mark();
    try {
      applyOperation(this.#rows, reading.operation, occurrenceOf(reading.operation, siteSeq, lineage, seen ?? undefined));
    } catch {
      this.#rows.revertTo(mark);
    }
  }
}
