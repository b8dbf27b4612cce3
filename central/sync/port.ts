import type { SnapshotManifest, Verdict } from '../../shared/contracts/sync.ts';

/** Which life of central the site's order belongs to, and how long the order is. */
export interface SiteState {
  readonly site: string;
  readonly epoch: string;
  /** Counts the lives: central's own operations of each are a lineage of their own. */
  readonly life: number;
  readonly seq: number;
}

/** An operation in the site's order as the log keeps it. */
export interface LogEntry {
  readonly siteSeq: number;
  readonly opId: string;
  readonly station: string;
  /** The lineage it is filed under, which after a fork is another than the envelope's. */
  readonly lineage: number;
  readonly stationSeq: number;
  readonly kind: string;
  readonly hash: string;
  /** The whole operation as JSON text, as it came. */
  readonly envelope: string;
  readonly verdict: Verdict;
  readonly caseIds: readonly string[];
  /** Offered again by a station after central was restored. */
  readonly recovered: boolean;
  /** The former life in whose order it stood at this same number; null for what is new or came back to another. */
  readonly again: string | null;
  /** What its person had seen of this order; null where the envelope says it. */
  readonly seen: number | null;
}

/** What is already known of an operation id. */
export type KnownOperation = Pick<LogEntry, 'opId' | 'hash' | 'siteSeq' | 'verdict' | 'caseIds'>;

/** One history under a station's name. */
export interface Lineage {
  readonly station: string;
  readonly incarnation: number;
  /** Numbers up to here belong to the lineage that it forked from. */
  readonly base: number;
  /** The newest number held without a gap from `base`. */
  readonly have: number;
  /** The highest number held; above `have` while recovered operations arrived before older ones. */
  readonly highest: number;
  /** The operation that did not fit and so began this lineage; the same one is answered the same when it comes again. */
  readonly forkedBy: string | null;
}

/** One write to a site's log: the site's counter row is locked, so nobody else orders anything until it ends. */
export interface SiteTransaction {
  readonly state: SiteState;
  read(after: number, limit: number): Promise<readonly LogEntry[]>;
  known(opIds: readonly string[]): Promise<ReadonlyMap<string, KnownOperation>>;
  lineages(stations: readonly string[]): Promise<readonly Lineage[]>;
  /** The numbers that a lineage holds above `after`, ascending. */
  numbersAbove(station: string, lineage: number, after: number): Promise<readonly number[]>;
  /** How far the order of a former life is that of this one; 0 for one that is not known. */
  common(epoch: string): Promise<number>;
  /** The first number after `common` where this order has not what that of the former life had there; null when there is none. */
  firstOther(epoch: string, common: number): Promise<number | null>;
  /** Adds entries numbered from `state.seq + 1` without a gap, moves the counter, and stores the lineages as they now are. */
  append(entries: readonly LogEntry[], lineages: readonly Lineage[]): Promise<void>;
}

export interface StoredSnapshot {
  readonly seq: number;
  readonly rows: number;
  readonly chunks: SnapshotManifest['chunks'];
}

/**
 * The durable log of sites that the sequencer writes. PostgreSQL in production; the simulation gives another that can crash. What
 * `write` has resolved is durable.
 */
export interface SiteLog {
  state(site: string): Promise<SiteState | undefined>;
  read(site: string, after: number, limit: number): Promise<readonly LogEntry[]>;
  lineage(site: string, station: string, incarnation: number): Promise<Lineage | undefined>;
  /** Runs `work` as one transaction. `work` is run again from its beginning when the database asks for a retry. */
  write<Result>(site: string, work: (transaction: SiteTransaction) => Promise<Result>): Promise<Result>;
  newestSnapshot(site: string, epoch: string): Promise<StoredSnapshot | undefined>;
  snapshotChunk(site: string, epoch: string, seq: number, number: number): Promise<Uint8Array | undefined>;
  storeSnapshotChunk(site: string, epoch: string, seq: number, number: number, bytes: Uint8Array): Promise<void>;
  /** Makes the stored chunks the site's newest snapshot; older ones may go. */
  storeSnapshot(site: string, epoch: string, snapshot: StoredSnapshot): Promise<void>;
}
