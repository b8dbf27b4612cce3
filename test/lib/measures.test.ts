import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsIn, eachWeightIn, lengthIn, shownIn, storedFrom, volumeIn, weightIn } from '../../shared/lib/measures.ts';

const systems = ['imperial', 'metric'] as const;
const stored = fc.integer({ min: 0, max: 2_000_000_000 });

test('what is read of a length or of one each and typed again is the same whole number', () => {
  for (const system of systems) {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (whole) => {
        for (const measure of [lengthIn[system], eachWeightIn[system]]) expect(storedFrom(measure, shownIn(measure, whole))).toBe(whole);
      }),
    );
  }
});

test('however often a number is read and typed, after the first time it stays', () => {
  for (const measure of systems.flatMap((system) => [weightIn[system], volumeIn[system], lengthIn[system], eachWeightIn[system]])) {
    fc.assert(
      fc.property(stored, (whole) => {
        const typed = storedFrom(measure, shownIn(measure, whole));
        expect(shownIn(measure, typed)).toBe(shownIn(measure, whole));
        expect(storedFrom(measure, shownIn(measure, typed))).toBe(typed);
        expect(Math.abs(typed - whole), 'no further than the last digit that is shown').toBeLessThanOrEqual(measure.size / 10 ** measure.digits / 2 + 0.5);
      }),
    );
  }
});

test('an empty field stays empty', () => {
  expect(shownIn(lengthIn.imperial, Number.NaN)).toBeNaN();
  expect(storedFrom(lengthIn.imperial, Number.NaN)).toBeNaN();
});

test('what may be typed between two bounds lies between them when it is stored', () => {
  for (const measure of systems.flatMap((system) => [lengthIn[system], weightIn[system]])) {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 100_000, max: 10_000_000 }), (least, most) => {
        const { min, max } = boundsIn(measure, least, most);
        expect(storedFrom(measure, min)).toBeGreaterThanOrEqual(least);
        expect(storedFrom(measure, max)).toBeLessThanOrEqual(most);
      }),
    );
  }
});

test('the limits that docks name are round numbers again', () => {
  expect(shownIn(lengthIn.imperial, 1_270)).toBe(50);
  expect(shownIn(weightIn.imperial, 680_389)).toBe(1_500);
  expect(storedFrom(lengthIn.imperial, 60.125), "an eighth on the tape").toBe(1_527);
});
