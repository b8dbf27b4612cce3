import type { Entities, EntityKind } from './entities.ts';
import { keyText, type Key, type Where, type World } from './world.ts';

type Tables = { readonly [Kind in EntityKind]: Map<string, Entities[Kind]> };

const tables = (): Tables => ({
  order: new Map(), line: new Map(), product: new Map(), stock: new Map(), bin: new Map(), unit: new Map(), content: new Map(),
  carton: new Map(), shipment: new Map(), outgoing: new Map(), inbound: new Map(), staff: new Map(), task: new Map(),
  scan: new Map(), unknownCode: new Map(), counter: new Map(), settings: new Map(),
  peer: new Map(), case: new Map(), claim: new Map(),
});

/** The projections in memory: the model that the store is tested against, and the home of pure tests and simulations. */
export class MemoryWorld implements World {
  readonly #tables = tables();

  get<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): Entities[Kind] | undefined {
    return this.#tables[kind].get(keyText(kind, key));
  }

  find<Kind extends EntityKind>(kind: Kind, where: Where<Kind>): Entities[Kind][] {
    const wanted = Object.entries(where);
    const rows: Entities[Kind][] = [];
    for (const [, row] of [...this.#tables[kind]].sort(([left], [right]) => (left < right ? -1 : 1))) {
      const values: Readonly<Record<string, unknown>> = { ...row };
      if (wanted.every(([field, value]) => values[field] === value)) rows.push(row);
    }
    return rows;
  }

  last<Kind extends EntityKind>(kind: Kind, where: Where<Kind>, by: keyof Entities[Kind]): Entities[Kind] | undefined {
    return this.find(kind, where).reduce<Entities[Kind] | undefined>((best, row) => (best === undefined || row[by] > best[by] ? row : best), undefined);
  }

  put<Kind extends EntityKind>(kind: Kind, row: Entities[Kind]): void {
    this.#tables[kind].set(keyText(kind, row), row);
  }

  remove<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): void {
    this.#tables[kind].delete(keyText(kind, key));
  }
}
