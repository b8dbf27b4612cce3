import type Database from 'better-sqlite3';
import type { QueueRow } from '../../../shared/contracts/views.ts';
import { compareQueue } from '../../../shared/domain/queue/compare.ts';
import type { Order } from '../../../shared/domain/state/entities.ts';
import { isFinal } from '../../../shared/domain/state/totals.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';
import type { PoNumber } from '../../../shared/lib/ids.ts';
import { columnName } from '../../store/columns.ts';

const FIELDS = ['po', 'channel', 'hpo', 'state', 'pin', 'latestStart', 'shipBy', 'acknowledgeBy', 'receivedAt', 'acknowledgementVersion', 'needsReview', 'shipped', 'accepted'] as const;

/** The parts of a row that only a change of the order, its units, its shipment or the item master can change. */
export type RowParts = Pick<QueueRow, 'headline' | 'cases' | 'next'> & {
  /** Routing has been asked for: the clash is over. */
  readonly routed: boolean;
};

/** What the queue needs of an order to sort it and to judge its risk. */
export type QueueItem = Pick<Order, (typeof FIELDS)[number]>;

/**
 * The live orders in the queue's order. Kept in memory because the order of the queue is the domain's rule, not the
 * database's; read once in narrow rows, then corrected order by order.
 */
export class QueueIndex {
  readonly #items: QueueItem[];
  readonly #byPo: Map<PoNumber, QueueItem>;
  readonly #parts = new Map<PoNumber, RowParts>();

  constructor(database: Database.Database) {
    const names = FIELDS.map(columnName).join(', ');
    const rows = database.prepare(`SELECT ${names} FROM purchase_order WHERE state NOT IN ('shipped', 'rejected', 'cancelled', 'closed')`).raw().all();
    this.#items = rows.map(itemOf).sort(compareQueue);
    this.#byPo = new Map(this.#items.map((item) => [item.po, item]));
  }

  live(): readonly QueueItem[] {
    return this.#items;
  }

  /** What of an order's row takes several questions to the store; asked again only after the order has changed. */
  partsOf(po: PoNumber, ask: () => RowParts): RowParts {
    const known = this.#parts.get(po);
    if (known) return known;
    const parts = ask();
    this.#parts.set(po, parts);
    return parts;
  }

  /** Puts an order where it now belongs, or takes it out when it has ended. */
  update(reader: Reader, po: PoNumber): void {
    const known = this.#byPo.get(po);
    if (known) this.#items.splice(this.#positionOf(known), 1);
    this.#byPo.delete(po);
    this.#parts.delete(po);
    const order = reader.get('order', { po });
    if (!order || isFinal(order.state)) return;
    this.#items.splice(this.#positionOf(order), 0, order);
    this.#byPo.set(po, order);
  }

  /** The first position whose item does not sort before `item`. */
  #positionOf(item: QueueItem): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#items[middle];
      if (other && compareQueue(other, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function itemOf(raw: unknown): QueueItem {
  if (!Array.isArray(raw)) throw new Error('the store answered with no row');
  const values: readonly unknown[] = raw;
  const row: Record<string, unknown> = {};
  for (const [index, field] of FIELDS.entries()) row[field] = values[index];
  return { ...row, hpo: row['hpo'] === 1, needsReview: row['needsReview'] === 1 } as QueueItem;
}
