import type { Instant } from '../../shared/lib/time.ts';
import type { SiteLog, SiteState } from './port.ts';
import { SiteOrder } from './site-order.ts';

export interface SiteOrdersOptions {
  readonly log: SiteLog;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly onOrdered: (state: SiteState) => void;
  readonly snapshotEvery?: number;
  /** Sites whose projections stay in memory. */
  readonly most?: number;
}

const MOST = 200;

/** The sites that this process works on; those not asked for longest are let go. */
export class SiteOrders {
  readonly #options: SiteOrdersOptions;
  readonly #orders = new Map<string, SiteOrder>();

  constructor(options: SiteOrdersOptions) {
    this.#options = options;
  }

  get loaded(): number {
    return this.#orders.size;
  }

  of(site: string): SiteOrder {
    const { log, now, newId, onOrdered, snapshotEvery } = this.#options;
    const order = this.#orders.get(site) ?? new SiteOrder({ site, log, now, newId, onOrdered, ...(snapshotEvery === undefined ? {} : { snapshotEvery }) });
    this.#orders.delete(site);
    this.#orders.set(site, order);
    this.#letGo();
    return order;
  }

  async idle(): Promise<void> {
    await Promise.all([...this.#orders.values()].map((order) => order.idle()));
  }

  #letGo(): void {
    for (const [site, order] of this.#orders) {
      if (this.#orders.size <= (this.#options.most ?? MOST)) return;
      if (order.isIdle) this.#orders.delete(site);
    }
  }
}
