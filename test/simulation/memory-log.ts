import type { KnownOperation, Lineage, LogEntry, SiteLog, SiteState, SiteTransaction, StoredSnapshot } from '../../central/sync/port.ts';

/** What may be put wrong about a log on purpose. */
export interface LogFaults {
  readonly known: (known: ReadonlyMap<string, KnownOperation>) => ReadonlyMap<string, KnownOperation>;
  readonly lineage: (lineage: Lineage) => Lineage;
  readonly entry: (entry: LogEntry) => LogEntry;
  readonly refusesDoubles: boolean;
}

const NO_FAULTS: LogFaults = { known: (known) => known, lineage: (lineage) => lineage, entry: (entry) => entry, refusesDoubles: true };

/** Central's power went at a commit: nobody is answered. */
export class PowerCut extends Error {}

/** A site's log as it stands on a disk. Never changed, only replaced. */
export interface LogImage {
  readonly state: SiteState;
  readonly entries: readonly LogEntry[];
  readonly lineages: ReadonlyMap<string, Lineage>;
  /** Former lives, and how far the order of each is that of the next. */
  readonly ended: readonly { readonly epoch: string; readonly common: number }[];
  readonly snapshots: ReadonlyMap<string, StoredSnapshot>;
  readonly chunks: ReadonlyMap<string, Uint8Array>;
}

const keyOf = (station: string, incarnation: number): string => `${station} ${incarnation}`;

export const emptyLog = (site: string): LogImage => ({ state: { site, epoch: 'life-1', life: 1, seq: 0 }, entries: [], lineages: new Map(), ended: [], snapshots: new Map(), chunks: new Map() });

/** The log of one site in memory: a transaction replaces the image as a whole, or a power cut leaves the one before. */
export class MemoryLog implements SiteLog {
  #image: LogImage;
  #before: LogImage;
  readonly #orders = new Map<string, readonly LogEntry[]>();
  readonly #cutAt: () => 'before' | 'after' | null;
  readonly #faults: LogFaults;

  /** `cutAt` is asked at every commit. */
  constructor(image: LogImage, cutAt: () => 'before' | 'after' | null = () => null, faults = NO_FAULTS) {
    this.#image = image;
    this.#before = image;
    this.#cutAt = cutAt;
    this.#faults = faults;
  }

  get image(): LogImage {
    return this.#image;
  }

  /** The last commit turns out not to have reached the disk, as if it had been answered before. */
  loseLastCommit(): void {
    this.#image = this.#before;
  }

  /** A backup is put in place: a new life that remembers where the one of the backup ended. */
  restore(backup: LogImage, epoch: string): void {
    this.#orders.set(this.#image.state.epoch, this.#image.entries);
    const { state, ended } = backup;
    this.#image = { ...backup, state: { ...state, epoch, life: state.life + 1 }, ended: [...ended, { epoch: state.epoch, common: state.seq }] };
    this.#before = this.#image;
  }

  /** The order as it was when a life ended; that of the present one as it is. */
  orderOf(epoch: string): readonly LogEntry[] {
    return this.#orders.get(epoch) ?? this.#image.entries;
  }

  /** How much of the order a former life shares with this one. */
  common(epoch: string): number {
    const { ended } = this.#image;
    const from = ended.findIndex((each) => each.epoch === epoch);
    return from === -1 ? 0 : Math.min(...ended.slice(from).map(({ common }) => common));
  }

  state(): Promise<SiteState> {
    return Promise.resolve(this.#image.state);
  }

  read(_site: string, after: number, limit: number): Promise<readonly LogEntry[]> {
    return Promise.resolve(this.#image.entries.slice(after, after + limit));
  }

  lineage(_site: string, station: string, incarnation: number): Promise<Lineage | undefined> {
    return Promise.resolve(this.#image.lineages.get(keyOf(station, incarnation)));
  }

  async write<Result>(site: string, work: (transaction: SiteTransaction) => Promise<Result>): Promise<Result> {
    const before = this.#image;
    let after = before;
    const result = await work({
      state: before.state,
      read: (from, limit) => this.read(site, from, limit),
      known: (opIds) => Promise.resolve(this.#faults.known(knownOf(before, new Set(opIds)))),
      lineages: (stations) => Promise.resolve([...before.lineages.values()].filter(({ station }) => stations.includes(station)).map(this.#faults.lineage)),
      numbersAbove: (station, lineage, above) =>
        Promise.resolve(before.entries.filter((each) => each.station === station && each.lineage === lineage && each.stationSeq > above).map(({ stationSeq }) => stationSeq).sort((left, right) => left - right)),
      common: (epoch) => Promise.resolve(this.common(epoch)),
      firstOther: (epoch, common) => Promise.resolve(before.entries.find(({ siteSeq, again }) => siteSeq > common && again !== epoch)?.siteSeq ?? null),
      append: (entries, lineages) => {
        after = appended(after, entries.map(this.#faults.entry), lineages, this.#faults.refusesDoubles);
        return Promise.resolve();
      },
    });
    const cut = after === before ? null : this.#cutAt();
    if (cut !== 'before' && after !== before) {
      this.#before = before;
      // Snapshots are stored beside the ordering.
      this.#image = { ...after, snapshots: this.#image.snapshots, chunks: this.#image.chunks };
    }
    if (cut !== null) throw new PowerCut(`at a commit, ${cut} it was on the disk`);
    return result;
  }

  newestSnapshot(_site: string, epoch: string): Promise<StoredSnapshot | undefined> {
    return Promise.resolve(this.#image.snapshots.get(epoch));
  }

  snapshotChunk(_site: string, epoch: string, seq: number, number: number): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.#image.chunks.get(`${epoch} ${seq} ${number}`));
  }

  storeSnapshotChunk(_site: string, epoch: string, seq: number, number: number, bytes: Uint8Array): Promise<void> {
    this.#image = { ...this.#image, chunks: new Map(this.#image.chunks).set(`${epoch} ${seq} ${number}`, bytes) };
    return Promise.resolve();
  }

  storeSnapshot(_site: string, epoch: string, snapshot: StoredSnapshot): Promise<void> {
    this.#image = { ...this.#image, snapshots: new Map(this.#image.snapshots).set(epoch, snapshot) };
    return Promise.resolve();
  }
}

const knownOf = ({ entries }: LogImage, wanted: ReadonlySet<string>): ReadonlyMap<string, KnownOperation> =>
  new Map(entries.filter(({ opId }) => wanted.has(opId)).map((each) => [each.opId, each]));

function appended(image: LogImage, entries: readonly LogEntry[], changed: readonly Lineage[], refusesDoubles: boolean): LogImage {
  const ids = new Set(image.entries.map(({ opId }) => opId));
  for (const [index, { siteSeq, opId }] of entries.entries()) {
    if (siteSeq !== image.state.seq + index + 1) throw new Error(`a hole in the order before ${siteSeq}`);
    if (refusesDoubles && ids.has(opId)) throw new Error(`${opId} is in the order already`);
    ids.add(opId);
  }
  const lineages = new Map(image.lineages);
  for (const each of changed) lineages.set(keyOf(each.station, each.incarnation), each);
  return { ...image, state: { ...image.state, seq: image.state.seq + entries.length }, entries: [...image.entries, ...entries], lineages };
}
