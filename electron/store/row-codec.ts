import type { Entities, EntityKind } from '../../shared/domain/state/entities.ts';
import { columnName, columns, type ColumnType } from './columns.ts';

/** A projection's row, its kind known from elsewhere. */
export type Row = Readonly<Record<string, unknown>>;
export type Stored = string | number | null;

/** The file's rows have passed the columns' checks and our own writes only; this is the one place that trusts them. */
export const asEntity = <Kind extends EntityKind>(_kind: Kind, row: Row | undefined): Entities[Kind] | undefined => row as Entities[Kind] | undefined;

export const fieldsOf = <Kind extends EntityKind>(kind: Kind): readonly (keyof Entities[Kind] & string)[] => Object.keys(columns[kind]) as (keyof Entities[Kind] & string)[];

export function typeOf(kind: EntityKind, field: string): ColumnType {
  const types: Readonly<Record<string, ColumnType>> = columns[kind];
  const type = types[field];
  if (!type) throw new Error(`no column for ${kind}.${field}`);
  return type;
}

export function encode(type: ColumnType, value: unknown): Stored {
  if (value === null || value === undefined) return null;
  if (type === 'json') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`cannot store a ${typeof value}`);
}

/** Reads some fields of a projection. Its columns come under the domain's names, so that a row needs no second object. */
export class RowReader<Kind extends EntityKind, Field extends keyof Entities[Kind] & string> {
  /** What to select. */
  readonly columns: string;
  /** Fields that the file holds in another form. */
  readonly #translated: readonly (readonly [string, ColumnType])[];

  constructor(kind: Kind, fields: readonly Field[]) {
    this.columns = fields.map((field) => `${columnName(field)} AS "${field}"`).join(', ');
    this.#translated = fields.map((field) => [field, typeOf(kind, field)] as const).filter(([, type]) => type === 'flag' || type === 'json');
  }

  /** Makes a selected row what the domain knows, in place. */
  decode(raw: unknown): Pick<Entities[Kind], Field> {
    const row = objectOf(raw);
    for (const [field, type] of this.#translated) row[field] = decodeValue(type, row[field]);
    return row as Pick<Entities[Kind], Field>;
  }
}

/** Decodes a row of a projection's table as `SELECT *` answers it. */
export function decodeRow<Kind extends EntityKind>(kind: Kind, raw: unknown): Entities[Kind] {
  const values = objectOf(raw);
  const row: Record<string, unknown> = {};
  for (const field of fieldsOf(kind)) row[field] = decodeValue(typeOf(kind, field), values[columnName(field)]);
  const entity = asEntity(kind, row);
  if (!entity) throw new Error(`empty row of ${kind}`);
  return entity;
}

function decodeValue(type: ColumnType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'flag') return value === 1;
  if (type === 'json') return typeof value === 'string' ? JSON.parse(value) : null;
  return value;
}

function objectOf(raw: unknown): Record<string, unknown> {
  if (typeof raw !== 'object' || raw === null) throw new Error('the store answered with no row');
  return raw as Record<string, unknown>;
}
