import { networkInterfaces } from 'node:os';
import { HOUR, MINUTE, SECOND, later, type Instant } from '../../shared/lib/time.ts';
import { keepBallast } from '../store/ballast.ts';
import type { Store } from '../store/store.ts';
import { diskState } from './queries/status.ts';
import { watchFolder, type WatchedFolder } from '../documents/watched-folder.ts';
import { importFiles } from './imports.ts';
import { unreachable } from './folders.ts';
import { logger } from './log.ts';
import { noticeTakenDocuments } from './outgoing.ts';
import { updatePace } from './pace.ts';
import type { Station } from './station.ts';

/** Short enough that a machine waking from sleep is caught soon: long timers do not count the time slept. */
const TICK = 15 * SECOND;
/** A tick this late: the machine was asleep. */
const SLEPT = 2 * MINUTE;
const BACKUP_EVERY = 4 * HOUR;
const FIRST_BACKUP = 10 * MINUTE;
const PACE_EVERY = 15 * MINUTE;
const TIDY_EVERY = 5 * MINUTE;

/**
 * Comes due once in a while. Also where the clock was set back: what was reckoned from the time before may lie years ahead, and would
 * not come in the life of this process.
 */
class Recurring {
  readonly #every: number;
  #since: Instant;
  #next: Instant;

  constructor(every: number, now: Instant, first = every) {
    this.#every = every;
    this.#since = now;
    this.#next = later(now, first);
  }

  /** True when it is to be done now; the next time is counted from here. */
  isDue(now: Instant): boolean {
    if (now >= this.#since && now < this.#next) return false;
    this.#since = now;
    this.#next = later(now, this.#every);
    return true;
  }
}

/** What the station does by the clock: backups, the pace of work, the watched folder, the outbox. */
export class Scheduler {
  readonly #station: Station;
  #timer: ReturnType<typeof setInterval> | undefined;
  #watched: { readonly folder: string; readonly store: Store; readonly watcher: WatchedFolder } | undefined;
  /** The watched folder that went away while it was watched. */
  #lost: string | undefined;
  readonly #backup: Recurring;
  readonly #pace: Recurring;
  readonly #tidy: Recurring;
  #seenRisk = '';
  #seenNetwork: { readonly addresses: string; readonly at: Instant } | undefined;
  #closed = false;
  #busy: Promise<void> = Promise.resolve();

  constructor(station: Station) {
    this.#station = station;
    const now = station.now();
    this.#backup = new Recurring(BACKUP_EVERY, now, FIRST_BACKUP);
    this.#pace = new Recurring(PACE_EVERY, now);
    this.#tidy = new Recurring(TIDY_EVERY, now);
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), TICK);
    this.wake();
  }

  /** Looks at the clock now: called by the timer, and after the machine slept. */
  wake(): void {
    if (this.#closed) return;
    this.#busy = this.#busy.then(() => this.#work());
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#busy;
    await this.#watched?.watcher.close();
  }

  async #work(): Promise<void> {
    const now = this.#station.now();
    await attempt('network', () => this.#noticeNetwork());
    await attempt('watched folder', () => this.#followFolder());
    await attempt('outbox', () => noticeTakenDocuments(this.#station));
    await attempt('risk', () => this.#noticeTime());
    await attempt('ballast', () => this.#keepRoom());
    if (this.#tidy.isDue(now)) await attempt('tidy', () => this.#station.tidy());
    if (this.#pace.isDue(now)) await attempt('pace', () => updatePace(this.#station));
    if (this.#backup.isDue(now)) await attempt('backup', () => this.#station.backUp());
  }

  /** Nobody tells a process that the cable is back or that the machine slept: its addresses and its clock do, also one that was set back. */
  #noticeNetwork(): void {
    const addresses = JSON.stringify(Object.values(networkInterfaces()).flatMap((each = []) => each.map(({ address, internal }) => (internal ? '' : address))));
    const now = this.#station.now();
    const before = this.#seenNetwork;
    this.#seenNetwork = { addresses, at: now };
    if (before !== undefined && (before.addresses !== addresses || Math.abs(now - before.at) > SLEPT)) this.#station.sync.networkUp();
  }

  /** Time alone can put an order at risk or past its deadline: screens hear of it without a scan. */
  #noticeTime(): void {
    const { atRisk, overdue } = this.#station.queue.counts(this.#station.now());
    const risk = `${atRisk} ${overdue}`;
    if (risk === this.#seenRisk) return;
    const first = this.#seenRisk === '';
    this.#seenRisk = risk;
    if (!first) this.#station.publisher.publish('event', { type: 'changed', pos: [], subjects: ['orders'] });
  }

  #keepRoom(): void {
    const { folder } = this.#station;
    if (diskState(folder.root).level === 'ok') keepBallast(folder.ballast);
  }

  async #followFolder(): Promise<void> {
    const station = this.#station;
    const { store } = station;
    const folder = station.settings.watchedFolder;
    const wasThere = folder !== '' && (folder === this.#watched?.folder || folder === this.#lost);
    const fault = wasThere ? unreachable(folder) : undefined;
    // A share that is away is not made anew as an empty folder of this machine: it is waited for.
    this.#lost = fault === undefined ? undefined : folder;
    if (fault !== undefined) {
      station.folders.failed('watched', folder, fault);
      await this.#watched?.watcher.close();
      this.#watched = undefined;
      return;
    }
    if (folder === (this.#watched?.folder ?? '') && (folder === '' || this.#watched?.store === store)) return;
    await this.#watched?.watcher.close();
    this.#watched = undefined;
    if (folder === '') {
      station.folders.works('watched');
      return;
    }
    const watcher = this.#watch(folder, store);
    station.folders.works('watched');
    this.#watched = { folder, store, watcher };
  }

  /** A folder that cannot be watched is told, and tried again at the next tick. */
  #watch(folder: string, store: Store): WatchedFolder {
    try {
      return this.#watchFiles(folder, store);
    } catch (error) {
      this.#station.folders.failed('watched', folder, error);
      throw error;
    }
  }

  #watchFiles(folder: string, store: Store): WatchedFolder {
    const station = this.#station;
    return watchFolder(
      folder,
      (fileName, bytes) => {
        // A document for the site must not end in the demo that was opened a moment ago, nor the other way round.
        if (station.store !== store) return 'leave';
        const [answer] = importFiles(station, [{ name: fileName, bytes }], 'folder').files;
        const refused = answer === undefined || answer.error !== null || answer.orders.some(({ result }) => result === 'refused');
        return refused ? 'problem' : 'done';
      },
      (error, file) => {
        logger.error({ error: String(error), file }, 'watched folder');
      },
    );
  }
}

/** One thing that cannot be done, such as a folder out of reach, must not keep the others from being done. */
async function attempt(what: string, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger.error({ error: String(error), what }, 'scheduled work failed');
  }
}
