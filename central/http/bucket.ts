import { SECOND, type Instant } from '../../shared/lib/time.ts';

export interface BucketSize {
  /** Operations that may come at once. */
  readonly burst: number;
  /** Operations a second that may go on coming. */
  readonly perSecond: number;
}

/** How much each station may send: counted in operations, because one request may carry one or five hundred. */
export class Buckets {
  readonly #size: BucketSize;
  readonly #now: () => Instant;
  readonly #levels = new Map<string, { level: number; at: Instant }>();

  constructor(size: BucketSize, now: () => Instant) {
    this.#size = size;
    this.#now = now;
  }

  /** Seconds to wait before `amount` may come; 0 when it may now. */
  take(key: string, amount: number): number {
    const { burst, perSecond } = this.#size;
    const now = this.#now();
    const before = this.#levels.get(key) ?? { level: burst, at: now };
    const level = Math.min(burst, before.level + (Math.max(0, now - before.at) / SECOND) * perSecond);
    const wanted = Math.min(amount, burst);
    this.#levels.set(key, { level: level >= wanted ? level - wanted : level, at: now });
    return level >= wanted ? 0 : Math.ceil((wanted - level) / perSecond);
  }
}
