import type { Batch } from './batch.ts';
import type { Written } from './former-lives.ts';
import type { SiteState } from './port.ts';

/** A piece of work that waits for its turn in a site's order. */
export interface Job {
  /** Who asked: turns are fair between stations. */
  readonly station: string;
  /** What must be looked up before it can run. */
  readonly opIds: readonly string[];
  /** The stations whose lineages it needs. */
  readonly stations: readonly string[];
  /** How much it adds at most. */
  readonly weight: number;
  /** Where what it adds was written. */
  readonly written?: Written;
  /** Runs inside the transaction; again from the start when the transaction is retried. */
  run(batch: Batch): void;
  /** The transaction is durable. */
  committed(state: SiteState): void;
  failed(error: unknown): void;
}

/** A job and its promise. */
export function job<Result>(
  about: Pick<Job, 'station' | 'opIds' | 'stations' | 'weight' | 'written'>,
  run: (batch: Batch) => Result,
): { readonly job: Job; readonly result: Promise<{ readonly state: SiteState; readonly result: Result }> } {
  const { promise, resolve, reject } = Promise.withResolvers<{ readonly state: SiteState; readonly result: Result }>();
  let outcome: { readonly result: Result } | undefined;
  return {
    result: promise,
    job: {
      ...about,
      run: (batch) => {
        outcome = { result: run(batch) };
      },
      committed: (state) => {
        if (outcome) resolve({ state, result: outcome.result });
        else reject(new Error('a job was committed without having run'));
      },
      failed: reject,
    },
  };
}

const SMALL = 20;

/**
 * Jobs in the order they get their turn: small ones first, so that the scan of a moment ago never waits behind a day's backlog; but each
 * batch takes the oldest big one too, so that no backlog waits for ever.
 */
export class JobQueue {
  #small: Job[] = [];
  #big: Job[] = [];

  get isEmpty(): boolean {
    return this.#small.length === 0 && this.#big.length === 0;
  }

  add(one: Job): void {
    (one.weight <= SMALL ? this.#small : this.#big).push(one);
  }

  take(most: number): Job[] {
    const [first, ...rest] = this.#big;
    const taken = first ? [first] : [];
    let room = most - (first?.weight ?? 0);
    const fits = (one: Job): boolean => {
      if (taken.length > 0 && one.weight > room) return false;
      room -= one.weight;
      taken.push(one);
      return true;
    };
    this.#small = leftOf(this.#small, fits);
    this.#big = leftOf(rest, fits);
    // In one batch the small ones still go first.
    return taken.sort((left, right) => Number(left.weight > SMALL) - Number(right.weight > SMALL));
  }
}

/** Takes from the front while it fits and answers what is left. */
function leftOf(jobs: readonly Job[], fits: (one: Job) => boolean): Job[] {
  const end = jobs.findIndex((one) => !fits(one));
  return end === -1 ? [] : jobs.slice(end);
}
