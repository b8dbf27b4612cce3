import { normalHeading, type CsvRow } from './table.ts';

/** Which column (from 0) holds which field. A field without a column is not in the file. */
export type ColumnMapping<Field extends string> = Readonly<Partial<Record<Field, number>>>;

/** Names of a field as they are compared (see `normalHeading`), the best first. */
export type FieldNames<Field extends string> = Readonly<Record<Field, readonly string[]>>;

const HEADING_ROWS = 10;
/** A unit in a heading is no part of the field's name: `Weight (lb)`, `length_mm`. */
const UNIT = /[([][^)\]]*[)\]]|[\s_](?:lbs?|kg|gr?|oz|in|inch|ft|cm|mm|m)\s*$/gi;

export interface Headed<Field extends string> {
  readonly headings: readonly string[];
  readonly mapping: ColumnMapping<Field>;
  readonly body: readonly CsvRow[];
}

/**
 * Finds the heading row (Amazon's downloads may have lines above it) and proposes a column for each field, by name and never by
 * position. A column that is empty all the way down gives way to the next name.
 */
export function matchColumns<Field extends string>(rows: readonly CsvRow[], fields: readonly Field[], names: FieldNames<Field>): Headed<Field> {
  let best = 0;
  let found = -1;
  for (const [index, row] of rows.slice(0, HEADING_ROWS).entries()) {
    const known = Object.keys(mappingOf(row.cells, [], fields, names)).length;
    if (known > found) {
      found = known;
      best = index;
    }
  }
  const headings = rows[best]?.cells ?? [];
  const body = rows.slice(best + 1);
  return { headings, mapping: mappingOf(headings, body, fields, names), body };
}

function mappingOf<Field extends string>(
  headings: readonly string[],
  body: readonly CsvRow[],
  fields: readonly Field[],
  names: FieldNames<Field>,
): ColumnMapping<Field> {
  const normal = headings.map((heading) => normalHeading(heading.replace(UNIT, '')));
  const taken = new Set<number>();
  const mapping: Partial<Record<Field, number>> = {};
  for (const field of fields) {
    const candidates = names[field].map((name) => normal.indexOf(name)).filter((column) => column !== -1 && !taken.has(column));
    const column = candidates.find((each) => body.some((row) => (row.cells[each] ?? '') !== '')) ?? candidates[0];
    if (column === undefined) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}
