import { entityKinds, type Entities, type EntityKind } from './entities.ts';
import { MemoryWorld } from './memory-world.ts';
import { keyText, type Key, type Reader, type Where, type World } from './world.ts';

/** A row whose truth is here: written, or removed. */
interface Change<Kind extends EntityKind> {
  readonly key: Key<Kind>;
  readonly row: Entities[Kind] | undefined;
}

type Changes = { readonly [Kind in EntityKind]: Map<string, Change<Kind>> };

const noChanges = (): Changes => ({
  order: new Map(), line: new Map(), product: new Map(), stock: new Map(), bin: new Map(), unit: new Map(), content: new Map(), lot: new Map(), serial: new Map(), carton: new Map(), photo: new Map(), paper: new Map(),
  shipment: new Map(), outgoing: new Map(), inbound: new Map(), staff: new Map(), task: new Map(), scan: new Map(), unknownCode: new Map(),
  counter: new Map(), settings: new Map(), peer: new Map(), case: new Map(), claim: new Map(),
});

/**
 * What the projections would be after operations that a decision has in mind: changes stay here, everything else is read through. For
 * decisions of which a later part builds on an earlier one, such as a file that brings an order and its change; and for what must not be seen
 * before it is stored.
 */
export class OverlayWorld implements World {
  readonly #base: Reader;
  readonly #written = new MemoryWorld();
  readonly #changes = noChanges();

  constructor(base: Reader) {
    this.#base = base;
  }

  get<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): Entities[Kind] | undefined {
    const changes = this.#of(kind);
    const change = changes.size === 0 ? undefined : changes.get(keyText(kind, key));
    return change ? change.row : this.#base.get(kind, key);
  }

  find<Kind extends EntityKind>(kind: Kind, where: Where<Kind>): Entities[Kind][] {
    const changes = this.#of(kind);
    const below = this.#base.find(kind, where);
    if (changes.size === 0) return below;
    const untouched = below.filter((row) => !changes.has(keyText(kind, row)));
    const above = this.#written.find(kind, where);
    if (above.length === 0) return untouched;
    const rows = [...untouched, ...above].map((row) => ({ row, key: keyText(kind, row) }));
    return rows.sort((left, right) => (left.key < right.key ? -1 : 1)).map(({ row }) => row);
  }

  last<Kind extends EntityKind>(kind: Kind, where: Where<Kind>, by: keyof Entities[Kind]): Entities[Kind] | undefined {
    const below = this.#base.last(kind, where, by);
    if (below !== undefined && this.#of(kind).has(keyText(kind, below))) {
      return this.find(kind, where).reduce<Entities[Kind] | undefined>((best, row) => (best === undefined || row[by] > best[by] ? row : best), undefined);
    }
    const above = this.#written.last(kind, where, by);
    if (below === undefined || above === undefined) return above ?? below;
    if (above[by] === below[by]) return keyText(kind, above) < keyText(kind, below) ? above : below;
    return above[by] > below[by] ? above : below;
  }

  put<Kind extends EntityKind>(kind: Kind, row: Entities[Kind]): void {
    this.#of(kind).set(keyText(kind, row), { key: row, row });
    this.#written.put(kind, row);
  }

  remove<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): void {
    this.#of(kind).set(keyText(kind, key), { key, row: undefined });
    this.#written.remove(kind, key);
  }

  /** Writes what changed here into another world: the one below, once it has been decided that it happened. */
  commitTo(world: World): void {
    const commit = <Kind extends EntityKind>(kind: Kind, changes: Iterable<Change<Kind>>): void => {
      for (const { key, row } of changes) {
        if (row === undefined) world.remove(kind, key);
        else world.put(kind, row);
      }
    };
    for (const kind of entityKinds) commit(kind, this.#of(kind).values());
  }

  #of<Kind extends EntityKind>(kind: Kind): Map<string, Change<Kind>> {
    const all: { readonly [Each in EntityKind]: Map<string, Change<Each>> } = this.#changes;
    return all[kind];
  }
}
