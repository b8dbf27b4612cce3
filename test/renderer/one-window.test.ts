import { expect, test } from 'vitest';
import { watchFront } from '../../renderer/app/one-window.ts';

/** Settles when everything that locks have to say has been said. */
const turns = (): Promise<void> => new Promise((settle) => setImmediate(settle));

test('of several windows the one that was looked at last is in front, and only that one', async () => {
  const [left, right, third] = [new EventTarget(), new EventTarget(), new EventTarget()];
  const looked = new Event('focus');
  const windows = [watchFront(navigator.locks, left, false)];
  await turns();
  windows.push(watchFront(navigator.locks, right, true), watchFront(navigator.locks, third, false));
  const front = async (): Promise<readonly boolean[]> => {
    await turns();
    return windows.map((isFront) => isFront());
  };
  expect(await front()).toEqual([false, true, false]);
  for (const [target, expected] of [[left, [true, false, false]], [third, [false, false, true]], [left, [true, false, false]], [left, [true, false, false]], [right, [false, true, false]]] as const) {
    target.dispatchEvent(looked);
    expect(await front()).toEqual(expected);
  }
});
