import type { SiteState } from './port.ts';

interface Waiter {
  readonly after: number;
  readonly wake: () => void;
}

const POLL = 250;

/**
 * Wakes who waits for news of a site: at once for what this process has ordered, within a quarter of a second for what another one has.
 * The wake-up carries nothing; who is woken asks again.
 */
export class Heads {
  readonly #heads: (sites: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  readonly #waiters = new Map<string, Set<Waiter>>();
  #timer: NodeJS.Timeout | undefined;
  #polling = false;
  #closed = false;

  constructor(heads: (sites: readonly string[]) => Promise<ReadonlyMap<string, number>>) {
    this.#heads = heads;
  }

  get waiting(): number {
    return [...this.#waiters.values()].reduce((sum, set) => sum + set.size, 0);
  }

  /** Resolves when the site's order has moved beyond `after`, after `milliseconds`, or when the caller has gone. */
  wait(site: string, after: number, milliseconds: number, gone: AbortSignal): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      const waiters = this.#waiters.get(site) ?? new Set<Waiter>();
      const wake = (): void => {
        clearTimeout(limit);
        gone.removeEventListener('abort', wake);
        waiters.delete(waiter);
        if (waiters.size === 0) this.#waiters.delete(site);
        resolve();
      };
      const waiter: Waiter = { after, wake };
      const limit = setTimeout(wake, milliseconds);
      gone.addEventListener('abort', wake);
      waiters.add(waiter);
      this.#waiters.set(site, waiters);
      this.#timer ??= setInterval(() => void this.#poll(), POLL);
    });
  }

  moved({ site, seq }: Pick<SiteState, 'site' | 'seq'>): void {
    for (const waiter of [...(this.#waiters.get(site) ?? [])]) if (seq > waiter.after) waiter.wake();
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    for (const waiters of [...this.#waiters.values()]) for (const { wake } of [...waiters]) wake();
  }

  async #poll(): Promise<void> {
    const sites = [...this.#waiters.keys()];
    if (this.#polling || sites.length === 0) return;
    this.#polling = true;
    try {
      for (const [site, seq] of await this.#heads(sites)) this.moved({ site, seq });
    } catch {
      // The database is away: those who wait are answered when it is back, or when their time is over.
    } finally {
      this.#polling = false;
    }
  }
}
