import type { Entities, EntityKind } from './entities.ts';
import { MemoryWorld } from './memory-world.ts';
import { keyText, type Key, type Reader, type Where, type World } from './world.ts';

/**
 * What the projections would be after operations that a decision has in mind: changes stay here, everything else is read through. For
 * decisions of which a later part builds on an earlier one, such as a file that brings an order and its change.
 */
export class OverlayWorld implements World {
  readonly #base: Reader;
  readonly #written = new MemoryWorld();
  /** Rows whose truth is here, written or removed, with how to do the same elsewhere. */
  readonly #touched = new Map<string, (world: World) => void>();

  constructor(base: Reader) {
    this.#base = base;
  }

  get<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): Entities[Kind] | undefined {
    return this.#touched.has(idOf(kind, key)) ? this.#written.get(kind, key) : this.#base.get(kind, key);
  }

  find<Kind extends EntityKind>(kind: Kind, where: Where<Kind>): Entities[Kind][] {
    const untouched = this.#base.find(kind, where).filter((row) => !this.#touched.has(idOf(kind, row)));
    const rows = [...untouched, ...this.#written.find(kind, where)].map((row) => ({ row, key: keyText(kind, row) }));
    return rows.sort((left, right) => (left.key < right.key ? -1 : 1)).map(({ row }) => row);
  }

  last<Kind extends EntityKind>(kind: Kind, where: Where<Kind>, by: keyof Entities[Kind]): Entities[Kind] | undefined {
    const below = this.#base.last(kind, where, by);
    if (below !== undefined && this.#touched.has(idOf(kind, below))) {
      return this.find(kind, where).reduce<Entities[Kind] | undefined>((best, row) => (best === undefined || row[by] > best[by] ? row : best), undefined);
    }
    const above = this.#written.last(kind, where, by);
    if (below === undefined || above === undefined) return above ?? below;
    if (above[by] === below[by]) return keyText(kind, above) < keyText(kind, below) ? above : below;
    return above[by] > below[by] ? above : below;
  }

  put<Kind extends EntityKind>(kind: Kind, row: Entities[Kind]): void {
    this.#touched.set(idOf(kind, row), (world) => world.put(kind, row));
    this.#written.put(kind, row);
  }

  remove<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): void {
    this.#touched.set(idOf(kind, key), (world) => world.remove(kind, key));
    this.#written.remove(kind, key);
  }

  /** Writes what changed here into another world: the one below, once it has been decided that it happened. */
  commitTo(world: World): void {
    for (const change of this.#touched.values()) change(world);
  }
}

const idOf = <Kind extends EntityKind>(kind: Kind, key: Key<Kind>): string => `${kind} ${keyText(kind, key)}`;
