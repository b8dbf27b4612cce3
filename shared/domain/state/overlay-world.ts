import type { Entities, EntityKind } from './entities.ts';
import { keyText, type Key, type Reader, type Where, type World } from './world.ts';

interface Change {
  readonly kind: EntityKind;
  /** Undefined: removed. */
  readonly row: Entities[EntityKind] | undefined;
}

/**
 * What the projections would be after operations that a decision has in mind: changes stay here, everything else is read through. For
 * decisions of which a later part builds on an earlier one, such as a file that brings an order and its change.
 */
export class OverlayWorld implements World {
  readonly #base: Reader;
  readonly #changes = new Map<string, Change>();

  constructor(base: Reader) {
    this.#base = base;
  }

  get<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): Entities[Kind] | undefined {
    const change = this.#changes.get(idOf(kind, key));
    return change ? rowOf<Kind>(change) : this.#base.get(kind, key);
  }

  find<Kind extends EntityKind>(kind: Kind, where: Where<Kind>): Entities[Kind][] {
    const rows = new Map<string, Entities[Kind]>();
    for (const row of this.#base.find(kind, where)) {
      if (!this.#changes.has(idOf(kind, row))) rows.set(keyText(kind, row), row);
    }
    for (const change of this.#changes.values()) {
      const row = change.kind === kind ? rowOf<Kind>(change) : undefined;
      if (row && fits(row, where)) rows.set(keyText(kind, row), row);
    }
    return [...rows].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
  }

  last<Kind extends EntityKind>(kind: Kind, where: Where<Kind>, by: keyof Entities[Kind]): Entities[Kind] | undefined {
    return this.find(kind, where).reduce<Entities[Kind] | undefined>((best, row) => (best === undefined || row[by] > best[by] ? row : best), undefined);
  }

  put<Kind extends EntityKind>(kind: Kind, row: Entities[Kind]): void {
    this.#changes.set(idOf(kind, row), { kind, row });
  }

  remove<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): void {
    this.#changes.set(idOf(kind, key), { kind, row: undefined });
  }
}

const idOf = <Kind extends EntityKind>(kind: Kind, key: Key<Kind>): string => `${kind} ${keyText(kind, key)}`;

/** A change is kept under its kind's own id, so its row is of that kind. */
const rowOf = <Kind extends EntityKind>(change: Change): Entities[Kind] | undefined => change.row as Entities[Kind] | undefined;

function fits(row: object, where: object): boolean {
  const values: Readonly<Record<string, unknown>> = { ...row };
  return Object.entries(where).every(([field, value]) => values[field] === value);
}
