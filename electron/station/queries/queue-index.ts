import type { QueueCounts } from '../../../shared/contracts/views.ts';
import { compareQueue } from '../../../shared/domain/queue/compare.ts';
import { riskTimes, type RiskTimes } from '../../../shared/domain/queue/risk.ts';
import type { Settings } from '../../../shared/domain/settings/settings.ts';
import { earliestPickup } from '../../../shared/domain/shipment/routing-rule.ts';
import type { Order } from '../../../shared/domain/state/entities.ts';
import { isFinal } from '../../../shared/domain/state/totals.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';
import type { PoNumber } from '../../../shared/lib/ids.ts';
import { dayIn, type CalendarDate, type Day, type Instant } from '../../../shared/lib/time.ts';
import { RowReader } from '../../store/row-codec.ts';
import type { Statements } from '../../store/statements.ts';
import { SortedList } from './sorted-list.ts';

const FIELDS = ['po', 'channel', 'hpo', 'state', 'pin', 'latestStart', 'shipBy', 'acknowledgeBy', 'receivedAt', 'acknowledgementVersion', 'assigned'] as const;

type Narrow = Pick<Order, (typeof FIELDS)[number]>;

/** What the queue needs of a live order to sort it, to count it and to choose it. */
export type QueueItem = Narrow & { readonly risk: RiskTimes };

/** The clock of a hot order that runs out first. */
export interface HotClock {
  readonly po: PoNumber;
  readonly at: Instant;
  readonly what: 'acknowledge' | 'ship';
}

/** What of an order's row only its lines and the item master can change. */
export interface LineParts {
  readonly headline: string;
  /** Eaches in a case of the first line, where it is known and more than one. */
  readonly caseSize: number | null;
  /** A line is picked as far as it can be and something is missing. */
  readonly openShort: boolean;
}

/** What the site's calendar says of a moment. */
export interface Calendar {
  readonly today: Day;
  /** The first day for which Amazon's carrier can be asked. */
  readonly pickupDay: CalendarDate;
}

/** Parts of orders kept at a time: about as many as are alive on a busy site. */
const KEPT_PARTS = 20_000;

/**
 * The live orders in the queue's order, with what is counted over all of them. Kept in memory because the order of the queue is the
 * domain's rule, not the database's; read once in narrow rows, then corrected order by order, so that a page and its counts cost no
 * more with ten thousand orders than with ten. Deadlines stand in order of time: which of them have passed is found, not counted.
 * Holds for the settings it was made with.
 */
export class QueueIndex {
  readonly #settings: Settings;
  readonly #byPo = new Map<PoNumber, QueueItem>();
  readonly #queue: SortedList<QueueItem>;
  /** Standard orders by their cut-off. */
  readonly #cutoffs: SortedList<Dated>;
  readonly #hotClocks: SortedList<Clocked>;
  /** Moments from which on an order is no longer on track, and from which on it is overdue. */
  readonly #troubles: SortedList<number>;
  readonly #overdues: SortedList<number>;
  readonly #parts = new Map<PoNumber, LineParts>();
  #calendar: Calendar | undefined;

  constructor(statements: Statements, settings: Settings) {
    this.#settings = settings;
    const reader = new RowReader('order', FIELDS);
    const items = statements
      .rows(`SELECT ${reader.columns} FROM purchase_order WHERE state NOT IN ('shipped', 'rejected', 'cancelled', 'closed')`)
      .all()
      .map((row) => this.#itemOf(reader.decode(row)));
    for (const item of items) this.#byPo.set(item.po, item);
    this.#queue = new SortedList(compareQueue, items);
    this.#cutoffs = new SortedList(byCutoff, items.filter(hasCutoff));
    this.#hotClocks = new SortedList(byClock, items.flatMap((item) => clockOf(item) ?? []));
    this.#troubles = new SortedList(byTime, items.map(troubleOf).filter(Number.isFinite));
    this.#overdues = new SortedList(byTime, items.map(({ risk }) => risk.overdue).filter(Number.isFinite));
  }

  /** Every live order, hot ones first. */
  live(): readonly QueueItem[] {
    return this.#queue.items;
  }

  get hot(): number {
    return this.#queue.countWhile(({ hpo }) => hpo);
  }

  counts(now: Instant): QueueCounts {
    const { hot } = this;
    const passed = (times: SortedList<number>): number => times.countWhile((time) => time <= now);
    const overdue = passed(this.#overdues);
    return { hot, standard: this.#queue.items.length - hot, atRisk: passed(this.#troubles) - overdue, overdue };
  }

  /** The nearest ship-by cut-off still to come among the standard orders. */
  nextCutoff(now: Instant): { readonly po: PoNumber; readonly at: Instant } | null {
    const next = this.#cutoffs.items[this.#cutoffs.countWhile(({ shipBy }) => shipBy <= now)];
    return next === undefined ? null : { po: next.po, at: next.shipBy };
  }

  /** The earliest clock among the hot orders: what the top bar always shows. */
  nearestHot(): HotClock | null {
    return this.#hotClocks.items[0]?.clock ?? null;
  }

  /** Looked up once a day: a calendar takes longer than many rows. */
  calendar(now: Instant): Calendar {
    const known = this.#calendar;
    if (known && now >= known.today.start && now < known.today.end) return known;
    this.#calendar = { today: dayIn(this.#settings.zone, now), pickupDay: earliestPickup(now, this.#settings) };
    return this.#calendar;
  }

  parts(po: PoNumber): LineParts | undefined {
    return this.#parts.get(po);
  }

  keepParts(po: PoNumber, parts: LineParts): void {
    if (this.#parts.size >= KEPT_PARTS) this.#parts.clear();
    this.#parts.set(po, parts);
  }

  /** Puts an order where it now belongs, or takes it out when it has ended. */
  update(reader: Reader, po: PoNumber): void {
    this.#parts.delete(po);
    const before = this.#byPo.get(po);
    const order = reader.get('order', { po });
    const after = order && !isFinal(order.state) ? this.#itemOf(order) : undefined;
    if (before && after && FIELDS.every((field) => before[field] === after[field])) return;
    if (after) this.#byPo.set(po, after);
    else this.#byPo.delete(po);
    change(this.#queue, before, after);
    change(this.#cutoffs, withCutoff(before), withCutoff(after));
    change(this.#hotClocks, before && clockOf(before), after && clockOf(after));
    change(this.#troubles, finite(before && troubleOf(before)), finite(after && troubleOf(after)));
    change(this.#overdues, finite(before?.risk.overdue), finite(after?.risk.overdue));
  }

  #itemOf({ po, channel, hpo, state, pin, latestStart, shipBy, acknowledgeBy, receivedAt, acknowledgementVersion, assigned }: Narrow): QueueItem {
    const order = { po, channel, hpo, state, pin, latestStart, shipBy, acknowledgeBy, receivedAt, acknowledgementVersion, assigned };
    return { ...order, risk: riskTimes(order, this.#settings) };
  }
}

type Dated = QueueItem & { readonly shipBy: Instant };

interface Clocked {
  readonly item: QueueItem;
  readonly clock: HotClock;
}

const hasCutoff = (item: QueueItem): item is Dated => !item.hpo && item.shipBy !== null;
const withCutoff = (item: QueueItem | undefined): Dated | undefined => (item && hasCutoff(item) ? item : undefined);

function clockOf(item: QueueItem): Clocked | undefined {
  if (!item.hpo) return undefined;
  if (item.acknowledgementVersion === 0) return { item, clock: { po: item.po, at: item.acknowledgeBy, what: 'acknowledge' } };
  return item.shipBy === null ? undefined : { item, clock: { po: item.po, at: item.shipBy, what: 'ship' } };
}

const troubleOf = ({ risk }: QueueItem): number => Math.min(risk.atRisk, risk.overdue);
const finite = (time: number | undefined): number | undefined => (time !== undefined && Number.isFinite(time) ? time : undefined);

const byTime = (left: number, right: number): number => left - right;
/** Of orders with one deadline, the one that stands first in the queue. */
const byCutoff = (left: Dated, right: Dated): number => left.shipBy - right.shipBy || compareQueue(left, right);
const byClock = (left: Clocked, right: Clocked): number => left.clock.at - right.clock.at || compareQueue(left.item, right.item);

function change<Item>(list: SortedList<Item>, before: Item | undefined, after: Item | undefined): void {
  if (before !== undefined && after !== undefined) list.replace(before, after);
  else if (before !== undefined) list.remove(before);
  else if (after !== undefined) list.add(after);
}
