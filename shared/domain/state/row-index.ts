type Comparable = string | number | boolean | null;
/** A row, or the fields that are wanted of one. */
type Values = object;

/** Rows differ by kind; an index knows its fields by name only. */
export const valueIn = (row: object, field: string): unknown => Reflect.get(row, field);

const SEPARATOR = '\u001f';

/** Keys of the rows that are equal in an index's fields. Orders by a field are made when first asked for and kept from then on. */
class Bucket {
  readonly keys = new Set<string>();
  readonly orders = new Map<string, Ordered>();

  add(key: string, row: Values): void {
    this.keys.add(key);
    for (const order of this.orders.values()) order.add(key, row);
  }

  delete(key: string, row: Values): void {
    this.keys.delete(key);
    for (const order of this.orders.values()) order.delete(key, row);
  }
}

/** Keys in ascending order of one field. Work logs grow at their end, so nearly every insertion is an append. */
class Ordered {
  readonly #field: string;
  readonly #entries: { readonly value: Comparable; readonly key: string }[] = [];

  constructor(field: string) {
    this.#field = field;
  }

  get last(): string | undefined {
    return this.#entries.at(-1)?.key;
  }

  add(key: string, row: Values): void {
    const value = comparable(valueIn(row, this.#field));
    this.#entries.splice(this.#placeOf(value, key), 0, { value, key });
  }

  delete(key: string, row: Values): void {
    const place = this.#placeOf(comparable(valueIn(row, this.#field)), key);
    if (this.#entries[place]?.key === key) this.#entries.splice(place, 1);
  }

  /** The first place whose entry is not before this one. Of equal values the lowest key stands last, as `last` answers it. */
  #placeOf(value: Comparable, key: string): number {
    let low = 0;
    let high = this.#entries.length;
    const newest = this.#entries.at(-1);
    if (newest && isBefore(newest, value, key)) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#entries[middle];
      if (entry && isBefore(entry, value, key)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const isBefore = (entry: { readonly value: Comparable; readonly key: string }, value: Comparable, key: string): boolean =>
  entry.value === value ? entry.key > key : (entry.value ?? '') < (value ?? '');

const comparable = (value: unknown): Comparable => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null);

/** Which rows are equal in some fields. */
export class RowIndex {
  readonly fields: readonly string[];
  readonly #buckets = new Map<string, Bucket>();
  /** Whether anybody has asked for the last of something. */
  #ordered = false;

  constructor(fields: readonly string[]) {
    this.fields = fields;
  }

  /** Moves a row's key to where it now belongs; `undefined` stands for "there is none". */
  change(key: string, before: Values | undefined, after: Values | undefined): void {
    if (before && after && this.#isSame(before, after)) {
      // Nearly every write changes quantities and not what rows are looked up by.
      if (this.#ordered) this.#reorder(this.#bucket(this.#nameOf(after)), key, before, after);
      return;
    }
    const from = before && this.#nameOf(before);
    const to = after && this.#nameOf(after);
    if (before && from !== undefined) this.#leave(from, key, before);
    if (after && to !== undefined) this.#bucket(to).add(key, after);
  }

  #isSame(before: Values, after: Values): boolean {
    for (const field of this.fields) if (valueIn(before, field) !== valueIn(after, field)) return false;
    return true;
  }

  keys(where: Values): Iterable<string> {
    return this.#buckets.get(this.#nameOf(where))?.keys ?? [];
  }

  /** The key with the highest value of a field; `rowOf` is asked only when this order is made. */
  last(where: Values, by: string, rowOf: (key: string) => Values | undefined): string | undefined {
    const bucket = this.#buckets.get(this.#nameOf(where));
    if (!bucket) return undefined;
    this.#ordered = true;
    let order = bucket.orders.get(by);
    if (!order) {
      order = new Ordered(by);
      for (const key of bucket.keys) {
        const row = rowOf(key);
        if (row) order.add(key, row);
      }
      bucket.orders.set(by, order);
    }
    return order.last;
  }

  #reorder(bucket: Bucket, key: string, before: Values, after: Values): void {
    for (const [field, order] of bucket.orders) {
      if (valueIn(before, field) === valueIn(after, field)) continue;
      order.delete(key, before);
      order.add(key, after);
    }
  }

  #leave(name: string, key: string, row: Values): void {
    const bucket = this.#buckets.get(name);
    bucket?.delete(key, row);
    if (bucket?.keys.size === 0) this.#buckets.delete(name);
  }

  #bucket(name: string): Bucket {
    let bucket = this.#buckets.get(name);
    if (!bucket) {
      bucket = new Bucket();
      this.#buckets.set(name, bucket);
    }
    return bucket;
  }

  #nameOf(values: Values): string {
    let name = '';
    for (const field of this.fields) name += `${String(valueIn(values, field))}${SEPARATOR}`;
    return name;
  }
}
