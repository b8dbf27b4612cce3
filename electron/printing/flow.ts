/** Something that stands on a page: a table's head, a group's heading (`level` 0, 1, ...), or a row (`level` null). */
export interface FlowItem {
  readonly height: number;
  /** Heads are repeated where what they head goes on on another page; a head ends what an earlier one of its level or deeper heads. */
  readonly level: number | null;
}

/** An item on a page, by its index; `again`: a head that stood on an earlier page already. */
export interface Placed {
  readonly index: number;
  readonly again: boolean;
}

export interface FlowRoom {
  /** Height for items on the first page. */
  readonly first: number;
  /** The same on every other page. */
  readonly next: number;
  /** Height of what closes the paper below the last item. */
  readonly tail: number;
}

/**
 * Spreads items over pages. Every item is placed once, in order, and never split. A head stands together with the first two rows under it,
 * and the last two rows under a head stay together, so that no row stands alone; what closes the paper takes the last rows along.
 * A head with its rows may be no higher than a page.
 */
export function flow(items: readonly FlowItem[], { first, next, tail }: FlowRoom): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]];
  const heads: number[] = [];
  const heightOf = (index: number): number => items[index]?.height ?? 0;
  let left = first;
  const blocks = blocksOf(items);
  blocks.forEach(({ from, to }, at) => {
    const own = sum(items.slice(from, to).map(({ height }) => height)) + (at === blocks.length - 1 ? tail : 0);
    let page = pages.at(-1) ?? [];
    if (own > left && page.length > 0) {
      const level = items[from]?.level ?? Infinity;
      const repeated = heads.filter((index) => (items[index]?.level ?? 0) < level);
      page = repeated.map((index) => ({ index, again: true }));
      pages.push(page);
      left = next - sum(repeated.map(heightOf));
    }
    for (let index = from; index < to; index += 1) {
      const level = items[index]?.level ?? null;
      if (level !== null) heads.splice(0, heads.length, ...heads.filter((head) => (items[head]?.level ?? 0) < level), index);
      page.push({ index, again: false });
      left -= heightOf(index);
    }
  });
  return pages;
}

interface Block {
  readonly from: number;
  readonly to: number;
}

/** What may not be parted: heads with their first two rows, and the last two rows. */
function blocksOf(items: readonly FlowItem[]): readonly Block[] {
  const isRow = (index: number): boolean => index < items.length && items[index]?.level === null;
  const blocks: Block[] = [];
  let from = 0;
  while (from < items.length) {
    let to = from;
    let begun = from === 0;
    while (to < items.length && !isRow(to)) {
      to += 1;
      begun = true;
    }
    to += 1;
    if (begun && isRow(to)) to += 1;
    // One more row would stand alone behind it.
    if (isRow(to) && !isRow(to + 1)) to += 1;
    to = Math.min(to, items.length);
    blocks.push({ from, to });
    from = to;
  }
  return blocks;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
