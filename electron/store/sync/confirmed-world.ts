import type { Entities, EntityKind } from '../../../shared/domain/state/entities.ts';
import { keyText, type Key, type Where, type World } from '../../../shared/domain/state/world.ts';
import type { SqliteWorld } from '../sqlite-world.ts';
import type { ConfirmedRows } from './confirmed-rows.ts';

/** How many of the newest rows are looked at first when the newest may be a pending one. */
const FEW = 16;

/** Told of each change, with the row before and after it. */
export type Watcher = <Kind extends EntityKind>(kind: Kind, key: Key<Kind>, before: Entities[Kind] | undefined, after: Entities[Kind] | undefined) => void;

/**
 * The site as its order alone makes it: what was kept of rows that pending operations changed, and for every other row what people
 * see.
 */
export class ConfirmedWorld implements World {
  readonly #shown: SqliteWorld;
  readonly #confirmed: ConfirmedRows;
  watcher: Watcher | undefined;

  constructor(shown: SqliteWorld, confirmed: ConfirmedRows) {
    this.#shown = shown;
    this.#confirmed = confirmed;
  }

  get<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): Entities[Kind] | undefined {
    return this.#confirmed.has(kind, key) ? this.#confirmed.rows.get(kind, key) : this.#shown.get(kind, key);
  }

  find<Kind extends EntityKind>(kind: Kind, where: Where<Kind>): Entities[Kind][] {
    const shown = this.#shown.find(kind, where);
    if (this.#confirmed.size === 0) return shown;
    const kept = this.#confirmed.rows.find(kind, where);
    const unchanged = shown.filter((row) => !this.#confirmed.has(kind, row));
    if (kept.length === 0) return unchanged;
    return [...unchanged, ...kept]
      .map((row) => ({ row, key: keyText(kind, row) }))
      .sort((left, right) => (left.key < right.key ? -1 : 1))
      .map(({ row }) => row);
  }

  last<Kind extends EntityKind>(kind: Kind, where: Where<Kind>, by: keyof Entities[Kind]): Entities[Kind] | undefined {
    const kept = this.#confirmed.rows.last(kind, where, by);
    const shown = this.#newestUnchanged(kind, where, by);
    if (!kept || !shown) return kept ?? shown;
    if (kept[by] === shown[by]) return keyText(kind, kept) < keyText(kind, shown) ? kept : shown;
    return kept[by] > shown[by] ? kept : shown;
  }

  put<Kind extends EntityKind>(kind: Kind, row: Entities[Kind]): void {
    this.watcher?.(kind, row, this.get(kind, row), row);
    if (this.#confirmed.has(kind, row)) this.#confirmed.change(kind, row, row);
    else this.#shown.put(kind, row);
  }

  remove<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): void {
    this.watcher?.(kind, key, this.get(kind, key), undefined);
    if (this.#confirmed.has(kind, key)) this.#confirmed.change(kind, key, undefined);
    else this.#shown.remove(kind, key);
  }

  /** The newest row that no pending operation changed. Pending ones are the newest, and few: the search widens until it is past them. */
  #newestUnchanged<Kind extends EntityKind>(kind: Kind, where: Where<Kind>, by: keyof Entities[Kind]): Entities[Kind] | undefined {
    for (let count = this.#confirmed.size === 0 ? 1 : FEW; ; count *= FEW) {
      const newest = this.#shown.newest(kind, where, by, count);
      const found = newest.find((row) => !this.#confirmed.has(kind, row));
      if (found || newest.length < count) return found;
    }
  }
}
