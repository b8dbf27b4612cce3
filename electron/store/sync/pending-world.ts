import type { Entities, EntityKind } from '../../../shared/domain/state/entities.ts';
import type { Key, Where, World } from '../../../shared/domain/state/world.ts';
import type { SqliteWorld } from '../sqlite-world.ts';
import type { ConfirmedRows } from './confirmed-rows.ts';
import type { Footprint } from './footprint.ts';

/**
 * What people see, as a pending operation changes it: the confirmed version of each row it changes is kept first, and what it
 * reads is remembered.
 */
export class PendingWorld implements World {
  readonly #shown: SqliteWorld;
  readonly #confirmed: ConfirmedRows;
  readonly #footprint: Footprint;
  /** Journal number of the operation being folded. */
  seq = 0;

  constructor(shown: SqliteWorld, confirmed: ConfirmedRows, footprint: Footprint) {
    this.#shown = shown;
    this.#confirmed = confirmed;
    this.#footprint = footprint;
  }

  get<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): Entities[Kind] | undefined {
    this.#footprint.read(kind, key);
    return this.#shown.get(kind, key);
  }

  find<Kind extends EntityKind>(kind: Kind, where: Where<Kind>): Entities[Kind][] {
    this.#footprint.searched(kind, where);
    return this.#shown.find(kind, where);
  }

  last<Kind extends EntityKind>(kind: Kind, where: Where<Kind>, by: keyof Entities[Kind]): Entities[Kind] | undefined {
    this.#footprint.searched(kind, where);
    return this.#shown.last(kind, where, by);
  }

  put<Kind extends EntityKind>(kind: Kind, row: Entities[Kind]): void {
    this.#confirmed.keep(kind, row, () => this.#shown.get(kind, row), this.seq);
    this.#shown.put(kind, row);
  }

  remove<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): void {
    this.#confirmed.keep(kind, key, () => this.#shown.get(kind, key), this.seq);
    this.#shown.remove(kind, key);
  }
}
