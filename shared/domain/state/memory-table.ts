import { lookups, type Entities, type EntityKind } from './entities.ts';
import { RowIndex, valueIn } from './row-index.ts';
import { keyText, type Key, type Where } from './world.ts';

/** The rows of one kind, with an index for each way they are looked up. */
export class MemoryTable<Kind extends EntityKind> {
  readonly #kind: Kind;
  readonly #rows = new Map<string, Entities[Kind]>();
  readonly #indexes: readonly RowIndex[];

  constructor(kind: Kind) {
    this.#kind = kind;
    this.#indexes = lookups[kind].map((fields: readonly string[]) => new RowIndex(fields));
  }

  get(key: Key<Kind>): Entities[Kind] | undefined {
    return this.#rows.get(keyText(this.#kind, key));
  }

  *pairs(): Generator<readonly [Kind, Entities[Kind]]> {
    for (const row of this.#rows.values()) yield [this.#kind, row];
  }

  find(where: Where<Kind>): Entities[Kind][] {
    const wanted = Object.entries(where);
    const index = this.#indexFor(where);
    const found: { readonly key: string; readonly row: Entities[Kind] }[] = [];
    for (const key of index ? index.keys(where) : this.#rows.keys()) {
      const row = this.#rows.get(key);
      if (row !== undefined && isEqualIn(row, wanted)) found.push({ key, row });
    }
    if (found.length > 1) found.sort((left, right) => (left.key < right.key ? -1 : 1));
    return found.map(({ row }) => row);
  }

  last(where: Where<Kind>, by: keyof Entities[Kind]): Entities[Kind] | undefined {
    const fields = Object.keys(where);
    const index = this.#indexes.find((each) => each.fields.length === fields.length && each.fields.every((field) => field in where));
    if (!index) return this.find(where).reduce<Entities[Kind] | undefined>((best, row) => (best === undefined || row[by] > best[by] ? row : best), undefined);
    const key = index.last(where, String(by), (each) => this.#rows.get(each));
    return key === undefined ? undefined : this.#rows.get(key);
  }

  put(row: Entities[Kind]): void {
    const key = keyText(this.#kind, row);
    this.#reindex(key, row);
    this.#rows.set(key, row);
  }

  remove(key: Key<Kind>): void {
    const text = keyText(this.#kind, key);
    this.#reindex(text, undefined);
    this.#rows.delete(text);
  }

  #reindex(key: string, after: Entities[Kind] | undefined): void {
    if (this.#indexes.length === 0) return;
    const before = this.#rows.get(key);
    for (const index of this.#indexes) index.change(key, before, after);
  }

  /** The index that narrows down most. */
  #indexFor(where: Where<Kind>): RowIndex | undefined {
    let best: RowIndex | undefined;
    for (const index of this.#indexes) {
      if (index.fields.length > (best?.fields.length ?? 0) && index.fields.every((field) => field in where)) best = index;
    }
    return best;
  }
}

const isEqualIn = (row: object, wanted: readonly (readonly [string, unknown])[]): boolean => wanted.every(([field, value]) => valueIn(row, field) === value);
