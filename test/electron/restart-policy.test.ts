import fc from 'fast-check';
import { expect, it } from 'vitest';
import { afterEnd } from '../../electron/main/restart-policy.ts';

it.each([
  ['the first end', [1000], { do: 'restart', afterMs: 250 }],
  ['the second', [1000, 2000], { do: 'restart', afterMs: 500 }],
  ['the fifth', [1, 2, 3, 4, 5], { do: 'restart', afterMs: 4000 }],
  ['the sixth within two minutes', [1, 2, 3, 4, 5, 6], { do: 'stop' }],
  ['six over hours', [0, 3e6, 6e6, 9e6, 12e6, 15e6], { do: 'restart', afterMs: 250 }],
])('after %s', (_name, ends, next) => {
  expect(afterEnd(ends)).toEqual(next);
});

it('never waits longer than eight seconds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1_000_000 })), (moments) => {
      const next = afterEnd(moments.toSorted((left, right) => left - right));
      if (next.do === 'restart') expect(next.afterMs).toBeLessThanOrEqual(8_000);
    }),
  );
});
