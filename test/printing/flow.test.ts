import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flow, type FlowItem } from '../../electron/printing/flow.ts';

const head = (level: number): fc.Arbitrary<FlowItem> => fc.record({ height: fc.integer({ min: 20, max: 45 }), level: fc.constant(level) });
const row: fc.Arbitrary<FlowItem> = fc.record({ height: fc.integer({ min: 20, max: 50 }), level: fc.constant(null) });
/** A heading and its rows. */
const group = fc.tuple(head(1), fc.array(row, { minLength: 1, maxLength: 40 })).map(([heading, rows]) => [heading, ...rows]);
const table = fc.tuple(head(0), fc.oneof(fc.array(group, { minLength: 1, maxLength: 8 }).map((groups) => groups.flat()), fc.array(row, { minLength: 1, maxLength: 60 }))).map(([first, rest]) => [first, ...rest]);
const tables = fc.array(table, { minLength: 1, maxLength: 4 }).map((found) => found.flat());
const room = fc.record({ first: fc.integer({ min: 400, max: 700 }), next: fc.integer({ min: 400, max: 700 }), tail: fc.integer({ min: 0, max: 120 }) });

const levelAt = (items: readonly FlowItem[], index: number): number | null => items[index]?.level ?? null;

/** The heads that an item stands under, outermost first. */
function headsOver(items: readonly FlowItem[], index: number): readonly number[] {
  const heads: number[] = [];
  for (let at = index - 1, below = levelAt(items, index) ?? Infinity; at >= 0; at -= 1) {
    const level = levelAt(items, at);
    if (level !== null && level < below) {
      heads.unshift(at);
      below = level;
    }
  }
  return heads;
}

describe('tables over pages', () => {
  it('every item once, in order, within the page, and the closing block with the last of them', () => {
    fc.assert(
      fc.property(tables, room, (items, given) => {
        const pages = flow(items, given);
        expect(pages.flatMap((page) => page.filter(({ again }) => !again).map(({ index }) => index))).toEqual(items.map((_, index) => index));
        pages.forEach((page, at) => {
          const used = page.reduce((sum, { index }) => sum + (items[index]?.height ?? 0), at === pages.length - 1 ? given.tail : 0);
          expect(used).toBeLessThanOrEqual(at === 0 ? given.first : given.next);
          expect(page.length).toBeGreaterThan(0);
        });
      }),
    );
  });

  it('a page that goes on with rows says again under which heads they stand', () => {
    fc.assert(
      fc.property(tables, room, (items, given) => {
        for (const page of flow(items, given).slice(1)) {
          const first = page.find(({ again }) => !again);
          expect(page.filter(({ again }) => again).map(({ index }) => index)).toEqual(headsOver(items, first?.index ?? 0));
        }
      }),
    );
  });

  it('no head stands at the foot of a page, and no row of several stands alone', () => {
    fc.assert(
      fc.property(tables, room, (items, given) => {
        const pages = flow(items, given);
        pages.slice(0, -1).forEach((page, at) => {
          const last = page.at(-1)?.index ?? 0;
          const following = pages[at + 1]?.find(({ again }) => !again)?.index ?? 0;
          expect(levelAt(items, last)).toBeNull();
          if (levelAt(items, following) !== null) return;
          // Rows of one group on both pages: at least two here and two there.
          expect(levelAt(items, last - 1)).toBeNull();
          expect(following + 1 < items.length && levelAt(items, following + 1) === null).toBe(true);
        });
      }),
    );
  });
});
