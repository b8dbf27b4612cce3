/** A place in a long table: its row once it was fetched. */
export interface Slot<Row> {
  readonly id: string;
  readonly row: Row | undefined;
}

export interface PageOfRows<Row> {
  readonly offset: number;
  readonly rows: readonly Row[];
}

/** Places whose row is not here are the same in every table. */
const empty: Slot<never>[] = [];

function emptyPlace(index: number): Slot<never> {
  for (let next = empty.length; next <= index; next += 1) empty.push({ id: `#${next}`, row: undefined });
  return empty[index] ?? { id: `#${index}`, row: undefined };
}

/**
 * Makes the places of a long table from the pages that are here. A row keeps its place's object from answer to answer, so that a
 * scrolling table draws only what came into sight, and only the pages that came or went are written.
 */
export function slotMaker<Row extends object>(rowId: (row: Row) => string): (total: number, pages: readonly PageOfRows<Row>[]) => readonly Slot<Row>[] {
  const made = new WeakMap<Row, Slot<Row>>();
  let last: readonly Slot<Row>[] = [];
  let lastPages: readonly PageOfRows<Row>[] = [];

  const slotOf = (row: Row): Slot<Row> => {
    const known = made.get(row);
    if (known) return known;
    const slot = { id: rowId(row), row };
    made.set(row, slot);
    return slot;
  };

  return (total, pages) => {
    const slots = last.slice(0, total);
    for (let index = slots.length; index < total; index += 1) slots.push(emptyPlace(index));
    for (const { offset, rows } of lastPages) {
      for (let index = offset; index < Math.min(total, offset + rows.length); index += 1) slots[index] = emptyPlace(index);
    }
    for (const { offset, rows } of pages) rows.slice(0, Math.max(0, total - offset)).forEach((row, index) => (slots[offset + index] = slotOf(row)));
    last = slots;
    lastPages = pages;
    return slots;
  };
}
