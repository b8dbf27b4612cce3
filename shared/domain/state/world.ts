import { keyFields, type Entities, type EntityKind } from './entities.ts';

type KeyOf<Kind extends EntityKind> = (typeof keyFields)[Kind][number] & keyof Entities[Kind];

/** The identity of a row: `{ po: ... }`, `{ po: ..., line: ... }`. */
export type Key<Kind extends EntityKind> = { readonly [Field in KeyOf<Kind>]: Entities[Kind][Field] };

type Comparable = string | number | boolean | null;

/** Equality on fields that `lookups` (or the key) lists. */
export type Where<Kind extends EntityKind> = {
  readonly [Field in keyof Entities[Kind]]?: Entities[Kind][Field] extends Comparable ? Entities[Kind][Field] : never;
};

/** What decisions may read. */
export interface Reader {
  get<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): Entities[Kind] | undefined;
  /** Rows equal in every given field, in ascending key order. */
  find<Kind extends EntityKind>(kind: Kind, where: Where<Kind>): Entities[Kind][];
  /** The row with the highest `by` among those equal in every given field. */
  last<Kind extends EntityKind>(kind: Kind, where: Where<Kind>, by: keyof Entities[Kind]): Entities[Kind] | undefined;
}

/** What the fold may change. A decision never gets one. */
export interface World extends Reader {
  put<Kind extends EntityKind>(kind: Kind, row: Entities[Kind]): void;
  remove<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): void;
}

const SEPARATOR = '\u001f';

/** A row's identity as one text. */
export function keyText<Kind extends EntityKind>(kind: Kind, row: Key<Kind>): string {
  const values: Readonly<Record<string, unknown>> = row;
  const fields: readonly string[] = keyFields[kind];
  let text = '';
  // With every row read or written: no array is made for it.
  for (const field of fields) text = text === '' ? String(values[field]) : `${text}${SEPARATOR}${String(values[field])}`;
  return text;
}
