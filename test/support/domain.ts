import type { OperationDraft, OrderDocument } from '../../shared/contracts/operations.ts';
import type { Actor, Context, Decision, Occurrence, Refusal } from '../../shared/domain/decision.ts';
import { applyOperation } from '../../shared/domain/sync/apply.ts';
import { MemoryWorld } from '../../shared/domain/state/memory-world.ts';
import type { Line, Order, Product, Role, Stock } from '../../shared/domain/state/entities.ts';
import { emptyStock } from '../../shared/domain/state/totals.ts';
import type { World } from '../../shared/domain/state/world.ts';
import type { SettingsPatch } from '../../shared/domain/settings/settings.ts';
import type { OperationId } from '../../shared/lib/ids.ts';
import { documentId, location, poNumber, sku, staffId } from '../../shared/lib/ids.ts';
import { HOUR, instant, later, parseCalendarDate, type CalendarDate, type Instant } from '../../shared/lib/time.ts';

/** 2026-03-02T14:00:00Z, a Monday, 08:00 in Chicago. */
export const START: Instant = instant(Date.UTC(2026, 2, 2, 14));

export interface Entry {
  readonly draft: OperationDraft;
  readonly occurrence: Occurrence;
}

/** A warehouse in memory: decisions are folded as the store would, with a clock and ids that tests control. */
export class Floor {
  world: World = new MemoryWorld();
  readonly journal: Entry[] = [];
  now: Instant = START;
  station = 'station-1';
  #ids = 0;
  readonly #sequences = new Map<string, number>();

  readonly newId = (): string => {
    this.#ids += 1;
    return `id-${String(this.#ids).padStart(6, '0')}`;
  };

  context(role: Role = 'supervisor', name = `Test ${role}`): Context {
    const actor: Actor = { staffId: staffId(`staff-${role}`), name, role };
    return { now: this.now, actor, station: this.station, newId: this.newId };
  }

  /** Lets time go by. */
  pass(milliseconds: number): void {
    this.now = later(this.now, milliseconds);
  }

  /** Folds what a decision wants and returns its result. Throws when it was refused. */
  perform<Result>(decision: Decision<Result>, actor = 'staff-supervisor'): Result {
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
    this.apply(decision.operations, actor);
    return decision.result;
  }

  /** Folds operations as facts, without any decision; returns their ids. */
  apply(drafts: readonly OperationDraft[], actor = 'staff-supervisor'): OperationId[] {
    return drafts.map((draft) => {
      const stationSeq = (this.#sequences.get(this.station) ?? 0) + 1;
      this.#sequences.set(this.station, stationSeq);
      const opId = this.newId() as OperationId;
      const occurrence: Occurrence = { opId, station: this.station, stationSeq, actor: staffId(actor), occurredAt: this.now, baseSeq: 0, siteSeq: null };
      this.journal.push({ draft, occurrence });
      applyOperation(this.world, draft, occurrence);
      return opId;
    });
  }

  /** The projections folded anew from the journal. */
  replay(): MemoryWorld {
    const world = new MemoryWorld();
    for (const { draft, occurrence } of this.journal) applyOperation(world, draft, occurrence);
    return world;
  }

  order(po: string): Order {
    return found(this.world.get('order', { po: poNumber(po) }), `order ${po}`);
  }

  line(po: string, line: string): Line {
    return found(this.world.get('line', { po: poNumber(po), line }), `line ${po} ${line}`);
  }

  lines(po: string): Line[] {
    return this.world.find('line', { po: poNumber(po) }).sort((left, right) => left.position - right.position);
  }

  stock(text: string): Stock {
    return this.world.get('stock', { sku: sku(text) }) ?? emptyStock(sku(text));
  }

  settings(patch: SettingsPatch): void {
    this.apply([{ kind: 'settings.changed', body: { patch } }]);
  }

  product(text: string, fields: Partial<Product> = {}): Product {
    const product = productOf(text, fields);
    this.apply([{ kind: 'product.put', body: product }]);
    return product;
  }

  stocked(text: string, boxed: number, at = 'A-01-01', safety: number | null = null): void {
    this.apply([{ kind: 'stock.set', body: { sku: sku(text), location: location(at), boxed, safety, reason: 'test', code: null } }]);
  }

  received(document: OrderDocument): void {
    this.apply([{ kind: 'order.received', body: document }]);
  }
}

/** The refusal of a decision; throws when it stands. */
export function refusalOf<Result>(decision: Decision<Result>): Refusal {
  if (decision.ok) throw new Error(`not refused: ${JSON.stringify(decision.operations)}`);
  return decision.refusal;
}

export const day = (text: string): CalendarDate => found(parseCalendarDate(text), text);

/** A product with a case of twelve, matched by its own vendor SKU. */
export const productOf = (text: string, fields: Partial<Product> = {}): Product => ({
  sku: sku(text), asin: null, title: `Product ${text}`, gtinEach: null, gtinCase: null, gtinPallet: null, caseSize: 12, cost: '10.00',
  currency: 'USD', weightGrams: null, lengthMm: null, widthMm: null, heightMm: null, location: null, needs: null, cartonsPerLayer: null, layersPerPallet: null, ...fields,
});

type LineFields = Partial<OrderDocument['lines'][number]>;

/** A standard order of 2026-03-02, received as a document, shipping within the week; lines are numbered from 1. */
export function orderDocument(po: string, lines: readonly LineFields[], fields: Partial<Omit<OrderDocument, 'lines' | 'po'>> = {}): OrderDocument {
  return {
    po: poNumber(po), channel: 'vendor', orderType: 'RegularOrder', rush: false, hpo: false, why: [], documentState: 'open',
    orderDate: day('2026-03-02'), changedAt: null, windowKind: 'ship', windowStart: day('2026-03-02'), windowEnd: day('2026-03-06'),
    acknowledgeBy: later(START, 24 * HOUR), shipBy: instant(Date.UTC(2026, 2, 6, 22)), vendorCode: 'HOUBX', buyer: null, shipToId: 'PHX3',
    shipTo: null, freightTerm: 'prepaid', notes: [], warnings: [], documentId: documentId(`document-${po}`),
    ...fields,
    lines: lines.map((line, index) => ({
      line: String(index + 1), position: index + 1, asin: null, vendorSku: null, gtin: null, buyerPart: null, title: null, unit: 'eaches',
      unitSize: null, quantity: 12, cost: '10.00', currency: 'USD', backOrderAllowed: false, ...line,
    })),
  };
}

function found<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`not found: ${name}`);
  return value;
}
