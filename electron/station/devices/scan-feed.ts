import type { DeviceScan } from '../../../shared/contracts/devices.ts';

interface Reader {
  readonly window: string;
  readonly push: (scan: DeviceScan) => void;
}

interface Kept {
  readonly scan: DeviceScan;
  /** The window it was given to; null while no screen is there. */
  taker: string | null;
  /** By the steady clock, in milliseconds. */
  readonly at: number;
}

/** A screen that lost its line makes it anew within seconds; a scan older than this belongs to a moment that is over. */
const KEPT_MS = 10_000;
const KEPT_SCANS = 200;

/**
 * Hands each scan of a device to one screen: the one in front, where several are open. A screen that comes back after its line broke
 * says which scan it had last and gets what came since, so that none is lost and none comes twice.
 */
export class ScanFeed {
  readonly #steady: () => number;
  readonly #readers = new Set<Reader>();
  /** The window that a person looked at last. */
  #front: string | undefined;
  #kept: Kept[] = [];

  constructor(steady: () => number) {
    this.#steady = steady;
  }

  give(scan: DeviceScan): void {
    const reader = this.#reader();
    this.#kept = [...this.#fresh().slice(1 - KEPT_SCANS), { scan, at: this.#steady(), taker: reader?.window ?? null }];
    reader?.push(scan);
  }

  front(window: string): void {
    this.#front = window;
  }

  /** Scans for `window` until `signal`; first those that were lost on the way to it after the scan `after`, and those that nobody took. */
  async *read(window: string, after: string | null, signal: AbortSignal | undefined): AsyncGenerator<DeviceScan, void, void> {
    const queue = this.#missed(window, after);
    let wake: (() => void) | undefined;
    const reader: Reader = {
      window,
      push: (scan) => {
        queue.push(scan);
        wake?.();
      },
    };
    this.#readers.add(reader);
    const end = (): void => wake?.();
    signal?.addEventListener('abort', end);
    try {
      while (signal?.aborted !== true) {
        const scan = queue.shift();
        if (scan) yield scan;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      signal?.removeEventListener('abort', end);
      this.#readers.delete(reader);
    }
  }

  /** The newest line of the window in front; else of whichever came last. */
  #reader(): Reader | undefined {
    const readers = [...this.#readers];
    return readers.findLast(({ window }) => window === this.#front) ?? readers.at(-1);
  }

  #missed(window: string, after: string | null): DeviceScan[] {
    const fresh = this.#fresh();
    const last = fresh.findIndex(({ scan }) => scan.scanId === after);
    const missed = fresh.filter(({ taker }, index) => taker === null || (after !== null && taker === window && index > last));
    for (const kept of missed) kept.taker = window;
    return missed.map(({ scan }) => scan);
  }

  #fresh(): Kept[] {
    const from = this.#steady() - KEPT_MS;
    return this.#kept.filter(({ at }) => at >= from);
  }
}
