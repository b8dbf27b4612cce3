import { expect, it } from 'vitest';
import { showCamera } from '../../../renderer/features/evidence/show-camera.ts';

/* The camera's light must not stay on. Camera and video element are stand-ins. */

function camera() {
  const stopped: string[] = [];
  const tracks = [{ stop: () => stopped.push('video') }];
  const stream = { getTracks: () => tracks } as unknown as MediaStream;
  return { stopped, stream, devices: { getUserMedia: () => Promise.resolve(stream) } };
}

const screen = (play: () => Promise<void> = () => Promise.resolve()) => ({ srcObject: null as MediaProvider | null, play });

it('is shown until it is over, and is off then', async () => {
  const { devices, stream, stopped } = camera();
  const shown = screen();
  const over = new AbortController();
  await showCamera(devices, () => shown, over.signal);
  expect(shown.srcObject).toBe(stream);
  expect(stopped).toEqual([]);
  over.abort();
  expect(stopped).toEqual(['video']);
});

it('is off where its picture cannot be played', async () => {
  const { devices, stopped } = camera();
  const shown = screen(() => Promise.reject(new DOMException('interrupted', 'AbortError')));
  await expect(showCamera(devices, () => shown, new AbortController().signal)).rejects.toThrow('interrupted');
  expect(stopped).toEqual(['video']);
});

it('is off at once where the person was gone before it came', async () => {
  const { devices, stopped } = camera();
  const over = new AbortController();
  const coming = showCamera(devices, () => screen(), over.signal);
  over.abort();
  await coming;
  expect(stopped).toEqual(['video']);
});
