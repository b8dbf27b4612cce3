import type { Entities, EntityKind } from './entities.ts';
import { MemoryTable } from './memory-table.ts';
import type { Key, Where, World } from './world.ts';

type Tables = { readonly [Kind in EntityKind]: MemoryTable<Kind> };

const tables = (): Tables => ({
  order: new MemoryTable('order'), line: new MemoryTable('line'), product: new MemoryTable('product'), stock: new MemoryTable('stock'), bin: new MemoryTable('bin'),
  unit: new MemoryTable('unit'), content: new MemoryTable('content'), lot: new MemoryTable('lot'), serial: new MemoryTable('serial'), carton: new MemoryTable('carton'), photo: new MemoryTable('photo'), paper: new MemoryTable('paper'), shipment: new MemoryTable('shipment'),
  outgoing: new MemoryTable('outgoing'), inbound: new MemoryTable('inbound'), staff: new MemoryTable('staff'), task: new MemoryTable('task'),
  scan: new MemoryTable('scan'), unknownCode: new MemoryTable('unknownCode'), counter: new MemoryTable('counter'), settings: new MemoryTable('settings'),
  peer: new MemoryTable('peer'), case: new MemoryTable('case'), claim: new MemoryTable('claim'),
});

/** One row of any kind, as a snapshot carries it. */
export type AnyRow = { readonly [Kind in EntityKind]: readonly [Kind, Entities[Kind]] }[EntityKind];

/** The projections in memory: what central folds on, the model that the store is tested against, and the home of pure tests and simulations. */
export class MemoryWorld implements World {
  readonly #tables = tables();

  get<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): Entities[Kind] | undefined {
    return this.#table(kind).get(key);
  }

  find<Kind extends EntityKind>(kind: Kind, where: Where<Kind>): Entities[Kind][] {
    return this.#table(kind).find(where);
  }

  last<Kind extends EntityKind>(kind: Kind, where: Where<Kind>, by: keyof Entities[Kind]): Entities[Kind] | undefined {
    return this.#table(kind).last(where, by);
  }

  put<Kind extends EntityKind>(kind: Kind, row: Entities[Kind]): void {
    this.#table(kind).put(row);
  }

  remove<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): void {
    this.#table(kind).remove(key);
  }

  /** Every row, kind by kind, in no order within a kind: for a snapshot. */
  *rows(): Generator<AnyRow> {
    for (const table of Object.values(this.#tables)) yield* table.pairs();
  }

  /** Takes in a row of a snapshot. */
  load(row: AnyRow): void {
    const load = <Kind extends EntityKind>(pair: readonly [Kind, Entities[Kind]]): void => this.put(pair[0], pair[1]);
    load(row);
  }

  #table<Kind extends EntityKind>(kind: Kind): MemoryTable<Kind> {
    const all: { readonly [Each in EntityKind]: MemoryTable<Each> } = this.#tables;
    return all[kind];
  }
}
