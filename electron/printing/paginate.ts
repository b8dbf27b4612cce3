/** Which rows stand on which page: `from` up to, not including, `to`. */
export interface PageRows {
  readonly from: number;
  readonly to: number;
}

/**
 * Spreads rows of given heights over pages. Rows are never split. The closing block (`tail`) stands below the last row; where it has no room
 * the last row goes with it to a new page, so that nobody signs an empty page.
 */
export function paginate(heights: readonly number[], firstRoom: number, nextRoom: number, tail: number): readonly PageRows[] {
  const pages: PageRows[] = [];
  let from = 0;
  let used = 0;
  heights.forEach((height, index) => {
    const room = pages.length === 0 ? firstRoom : nextRoom;
    if (index > from && used + height > room) {
      pages.push({ from, to: index });
      from = index;
      used = 0;
    }
    used += height;
  });
  const room = pages.length === 0 ? firstRoom : nextRoom;
  if (used + tail > room && heights.length - from > 1) {
    return [...pages, { from, to: heights.length - 1 }, { from: heights.length - 1, to: heights.length }];
  }
  return [...pages, { from, to: heights.length }];
}
