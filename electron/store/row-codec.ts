import type { Entities, EntityKind } from '../../shared/domain/state/entities.ts';
import { columnName, columns, type ColumnType } from './columns.ts';

/** A projection's row, its kind known from elsewhere. */
export type Row = Readonly<Record<string, unknown>>;
export type Stored = string | number | null;

/** The file's rows have passed the columns' checks and our own writes only; this is the one place that trusts them. */
export const asEntity = <Kind extends EntityKind>(_kind: Kind, row: Row | undefined): Entities[Kind] | undefined => row as Entities[Kind] | undefined;

export const fieldsOf = (kind: EntityKind): readonly string[] => Object.keys(columns[kind]);

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

/** Decodes a row of a projection's table, as any query over it returns it. */
export function decodeRow<Kind extends EntityKind>(kind: Kind, raw: unknown): Entities[Kind] {
  const values = rawValues(raw);
  const row: Record<string, unknown> = {};
  for (const field of fieldsOf(kind)) row[field] = decodeValue(typeOf(kind, field), values[columnName(field)]);
  const entity = asEntity(kind, row);
  if (!entity) throw new Error(`empty row of ${kind}`);
  return entity;
}

export function decodeValue(type: ColumnType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'flag') return value === 1;
  if (type === 'json') return typeof value === 'string' ? JSON.parse(value) : null;
  return value;
}

function rawValues(raw: unknown): Row {
  if (typeof raw !== 'object' || raw === null) throw new Error('the store answered with no row');
  return raw as Row;
}
