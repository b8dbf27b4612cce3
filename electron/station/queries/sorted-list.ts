/** Items in the order of a comparison that no two of them are equal in, or where it does not matter which of equal ones is which. */
export class SortedList<Item> {
  readonly #compare: (left: Item, right: Item) => number;
  readonly #items: Item[];

  constructor(compare: (left: Item, right: Item) => number, items: readonly Item[] = []) {
    this.#compare = compare;
    this.#items = [...items].sort(compare);
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  add(item: Item): void {
    this.#items.splice(this.#positionOf(item), 0, item);
  }

  /** Takes away the item that is equal to this one; it must be there. */
  remove(item: Item): void {
    this.#items.splice(this.#positionOf(item), 1);
  }

  /** Puts an item where another was, or where it belongs by now: only what lies between the two places is moved. */
  replace(before: Item, after: Item): void {
    const from = this.#positionOf(before);
    const behind = this.#positionOf(after);
    const to = behind > from ? behind - 1 : behind;
    if (to > from) this.#items.copyWithin(from, from + 1, to + 1);
    else this.#items.copyWithin(to + 1, to, from);
    this.#items[to] = after;
  }

  /** How many items at the beginning are `early`; none after the first that is not may be. */
  countWhile(early: (item: Item) => boolean): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const item = this.#items[middle];
      if (item !== undefined && early(item)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first place whose item does not sort before `item`. */
  #positionOf(item: Item): number {
    return this.countWhile((other) => this.#compare(other, item) < 0);
  }
}
