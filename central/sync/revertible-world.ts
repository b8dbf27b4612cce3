import type { Entities, EntityKind } from '../../shared/domain/state/entities.ts';
import { MemoryWorld, type AnyRow } from '../../shared/domain/state/memory-world.ts';
import type { Key, Where, World } from '../../shared/domain/state/world.ts';

/** A site's projections in memory whose latest changes can be taken back: the transaction they belong to may fail. */
export class RevertibleWorld implements World {
  readonly #rows: MemoryWorld;
  /** How to take each change back, oldest first. */
  readonly #undo: (() => void)[] = [];

  constructor(rows: Iterable<AnyRow> = []) {
    this.#rows = new MemoryWorld();
    for (const row of rows) this.#rows.load(row);
  }

  get<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): Entities[Kind] | undefined {
    return this.#rows.get(kind, key);
  }

  find<Kind extends EntityKind>(kind: Kind, where: Where<Kind>): Entities[Kind][] {
    return this.#rows.find(kind, where);
  }

  last<Kind extends EntityKind>(kind: Kind, where: Where<Kind>, by: keyof Entities[Kind]): Entities[Kind] | undefined {
    return this.#rows.last(kind, where, by);
  }

  put<Kind extends EntityKind>(kind: Kind, row: Entities[Kind]): void {
    this.#remember(kind, row);
    this.#rows.put(kind, row);
  }

  remove<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): void {
    this.#remember(kind, key);
    this.#rows.remove(kind, key);
  }

  rows(): Iterable<AnyRow> {
    return this.#rows.rows();
  }

  /** A point to go back to. */
  mark(): number {
    return this.#undo.length;
  }

  revertTo(mark: number): void {
    while (this.#undo.length > mark) this.#undo.pop()?.();
  }

  /** What has changed stays. */
  settle(): void {
    this.#undo.length = 0;
  }

  #remember<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): void {
    const before = this.#rows.get(kind, key);
    this.#undo.push(before === undefined ? () => this.#rows.remove(kind, key) : () => this.#rows.put(kind, before));
  }
}
