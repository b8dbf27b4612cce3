import { SyncDriver, type DriverTime } from '../../electron/sync/driver.ts';
import type { SyncState } from '../../electron/sync/state.ts';
import { StoreError } from '../../electron/store/errors.ts';
import type { Store } from '../../electron/store/store.ts';
import { instant, type Instant } from '../../shared/lib/time.ts';
import type { Agenda } from './agenda.ts';
import { BEGIN } from './central.ts';
import { Disk, type DiskImage } from './disk.ts';
import { StoreFloor } from './floor.ts';
import { UndeclaredAnswer } from '../domain/scanning/floor.ts';
import { SimulatedLine } from './line.ts';
import type { Mutation } from './mutation.ts';
import { Way, type Network } from './network.ts';
import type { Random } from './random.ts';
import type { Tally } from './tally.ts';
import { WatchedJournal } from './watched-journal.ts';
import type { Work } from './work.ts';

export interface StationOptions {
  readonly name: string;
  readonly image: DiskImage;
  readonly agenda: Agenda;
  readonly random: Random;
  readonly network: Network;
  readonly tally: Tally;
  readonly newId: () => string;
  readonly trace: (text: string) => void;
  /** In which life of central, as far as the station knows; null before the first contact. */
  readonly saved: (ids: readonly string[], life: string | null) => void;
  /** An error of the store or the driver that nobody put in. */
  readonly onFault: (text: string) => void;
  /** A scan that was answered as its scenario does not declare. */
  readonly onUndeclared: (text: string) => void;
  readonly mutation: Mutation;
  /** A copy of the site is on its way into it: the moment to die in. */
  readonly onCopying: (station: SimulatedStation) => void;
}

/** The longest that applying one slice of a page takes, milliseconds. */
const SLOWEST_SLICE = 20;

/** A station: its real store, engine and driver, with virtual time, a virtual line and a disk that can be taken out. */
export class SimulatedStation {
  readonly name: string;
  readonly way = new Way();
  readonly disk: Disk;
  /** How far its clock is from the true time. */
  skew = 0;
  readonly #options: StationOptions;
  #store: Store;
  #floor: StoreFloor;
  /** The one process that runs, if any does. */
  #process: SyncDriver | undefined;
  /** What work has taken of the time that only grows. */
  #spent = 0;

  constructor(options: StationOptions) {
    this.name = options.name;
    this.#options = options;
    this.disk = new Disk(options.name, options.image);
    this.#store = this.disk.open();
    this.#floor = this.#openFloor();
  }

  get up(): boolean {
    return this.#process !== undefined;
  }

  get store(): Store {
    return this.#store;
  }

  get state(): SyncState | undefined {
    return this.#process?.state;
  }

  get isDrained(): boolean {
    const { sync } = this.#store;
    const { count, recovered } = sync.backlog();
    return count === 0 && recovered === 0 && sync.pending === 0 && !sync.awaitsCopy && this.state?.applying === false;
  }

  begin(): void {
    const { network, trace, mutation, random, tally } = this.#options;
    const { sync } = this.#store;
    const lives = (): boolean => this.#process === driver;
    const driver = new SyncDriver({
      journal: this.#journal(),
      copy: sync.copy,
      transport: new SimulatedLine({ station: this.name, network, way: this.way, lives, trace, mutation, onCopying: () => this.#options.onCopying(this) }),
      moment: () => ({ clock: this.#clock(), steady: this.#options.agenda.now + this.#spent }),
      random: () => random.next(),
      onState: () => undefined,
      onFault: (error, what) => this.#fault(error, what),
      time: this.#time(lives),
    });
    this.#process = driver;
    const copy = sync.awaitsCopy ? (sync.parts.membership.state?.manifest ? 'begun' : 'owed') : 'none';
    if (copy !== 'none') tally.note('began in the middle of a copy');
    driver.start(copy);
  }

  /** The process ends at once, without a word. What it had not saved is gone; the disk is as it was, or another is put in. */
  crash(image?: DiskImage): void {
    this.#process = undefined;
    if (image) this.disk.replace(image);
    this.disk.change(this.#options.mutation.crashed);
    this.#store = this.disk.open();
    this.#floor = this.#openFloor();
  }

  /** Ends for good. */
  end(): void {
    this.#process = undefined;
    this.disk.close();
  }

  work({ name, run }: Work): void {
    if (!this.#process) return;
    const before = this.#store.journalLength();
    try {
      run(this.#floor.at(this.#clock()));
    } catch (error) {
      if (error instanceof UndeclaredAnswer) this.#options.onUndeclared(`${this.name}, ${name}: ${error.message}`);
      else this.#fault(error, name);
    }
    const saved = this.#store.journalLength() - before;
    this.#options.trace(`${this.name} works: ${name}: ${saved} saved`);
    if (saved > 0) this.#process.written();
  }

  /** A line or a disk is as it should be again, and the machine says so. */
  networkUp(): void {
    this.#process?.tell({ type: 'network-up' });
  }

  #openFloor(): StoreFloor {
    this.#options.mutation.opened(this.#store);
    const { mutation, newId, saved, tally } = this.#options;
    return new StoreFloor(this.#store, newId, {
      mutation,
      saved: (ids) => {
        this.disk.hold(ids);
        saved(ids, this.#store.sync.cursor().epoch);
      },
      did: (act) => tally.note(act),
    });
  }

  #clock(): Instant {
    return instant(Math.max(0, BEGIN + this.#options.agenda.now + this.skew));
  }

  #time(lives: () => boolean): DriverTime {
    const { agenda } = this.#options;
    return {
      after: (milliseconds, work) => {
        let wanted = true;
        agenda.after(milliseconds, () => {
          if (wanted && lives()) work();
        });
        return () => {
          wanted = false;
        };
      },
      nextTurn: () => new Promise((resolve) => agenda.after(0, () => {
        if (lives()) resolve();
      })),
    };
  }

  #journal(): WatchedJournal {
    const { mutation, random, tally, trace } = this.#options;
    return new WatchedJournal(this.#store, {
      mutation, tally, trace,
      applied: (ids) => {
        this.disk.hold(ids);
        this.#spent += random.between(0, SLOWEST_SLICE);
      },
    });
  }

  #fault(error: unknown, what: string): void {
    const { tally, trace, onFault } = this.#options;
    trace(`${this.name} cannot: ${what}: ${String(error)}`);
    if (error instanceof StoreError && error.reason === 'disk-full' && this.disk.isFull) tally.note('refused by a full disk');
    else onFault(`${this.name}: ${what}: ${error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)}`);
  }
}
