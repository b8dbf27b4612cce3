import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate } from '../../electron/printing/paginate.ts';

describe('pages', () => {
  it('hold every row once, in order, never more than there is room for, and the closing block with at least one row', () => {
    const ROOM = 500;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 20, max: 120 }), { maxLength: 250 }), fc.integer({ min: 200, max: ROOM }), fc.integer({ min: 10, max: 100 }), (heights, first, tail) => {
        const pages = paginate(heights, first, ROOM, tail);
        expect(pages.flatMap(({ from, to }) => heights.slice(from, to))).toEqual(heights);
        pages.forEach(({ from, to }, index) => {
          const used = heights.slice(from, to).reduce((sum, height) => sum + height, 0) + (index === pages.length - 1 ? tail : 0);
          expect(used).toBeLessThanOrEqual(index === 0 ? first : ROOM);
          if (heights.length > 0) expect(to).toBeGreaterThan(from);
        });
      }),
    );
  });

  it('without rows is one page', () => {
    expect(paginate([], 300, 500, 90)).toEqual([{ from: 0, to: 0 }]);
  });
});
