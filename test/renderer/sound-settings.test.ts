import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { SoundEvent } from '../../renderer/ui/sounds.ts';

/* What a machine keeps of its sounds, and how a tablet shakes; storage and motor are stand-ins. */

const events: readonly SoundEvent[] = ['accepted', 'wrong', 'duplicate', 'done', 'info', 'waits', 'hot', 'lost', 'paper'];

let storage: Map<string, string>;
let shaken: (readonly number[])[];

beforeEach(() => {
  vi.resetModules();
  storage = new Map();
  shaken = [];
  vi.stubGlobal('localStorage', { getItem: (key: string) => storage.get(key) ?? null, setItem: (key: string, value: string) => void storage.set(key, value) });
  vi.stubGlobal('navigator', { vibrate: (pattern: readonly number[]) => shaken.push(pattern) > 0 });
  onTestFinished(() => void vi.unstubAllGlobals());
});

/** The page as it is loaded anew. */
async function page() {
  vi.resetModules();
  return import('../../renderer/app/sound-settings.ts');
}

it('every event shakes otherwise, none longer than a second', async () => {
  const { vibrate } = await page();
  events.forEach(vibrate);
  expect(new Set(shaken.map((pattern) => pattern.join(' '))).size).toBe(events.length);
  for (const pattern of shaken) expect(pattern.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(1_000);
});

it('shakes nothing once it is switched off, also after the page is opened again; the sounds stay as they are', async () => {
  const first = await page();
  first.changeDeviceSounds({ vibrate: false });
  const { vibrate, useDeviceSounds } = await page();
  vibrate('wrong');
  expect(shaken).toEqual([]);
  expect(useDeviceSounds.getState()).toMatchObject({ vibrate: false, muted: false, volume: { wrong: 1 } });
});

it('does nothing on a machine without a motor', async () => {
  vi.stubGlobal('navigator', {});
  const { vibrate } = await page();
  expect(() => vibrate('accepted')).not.toThrow();
});

it('keeps one event’s volume and leaves the others', async () => {
  const { changeDeviceSounds, useDeviceSounds } = await page();
  const { volume } = useDeviceSounds.getState();
  changeDeviceSounds({ volume: { ...volume, hot: 0.2 } });
  expect((await page()).useDeviceSounds.getState().volume).toEqual({ ...volume, hot: 0.2 });
});

it.each([
  ['damaged', '{'],
  ['of another kind', '{"muted":"yes"}'],
  ['too loud', '{"muted":false,"vibrate":true,"volume":{"accepted":9,"wrong":1,"duplicate":1,"done":1,"hot":1}}'],
])('settings that are %s give way to the usual ones', async (_, text) => {
  const usual = (await page()).useDeviceSounds.getState();
  storage.set('hotdock.sounds', text);
  expect((await page()).useDeviceSounds.getState()).toEqual(usual);
});

it('settings of a release that knew fewer events are kept, with the usual volume for the new ones', async () => {
  storage.set('hotdock.sounds', '{"muted":false,"vibrate":true,"volume":{"accepted":0.1,"wrong":0.2,"duplicate":0.3,"done":0.4,"hot":0.5}}');
  const { volume } = (await page()).useDeviceSounds.getState();
  expect(volume).toMatchObject({ accepted: 0.1, hot: 0.5 });
  expect([volume.lost, volume.paper].every((level) => level > 0)).toBe(true);
});

it('a browser that bars storage still changes them for as long as the page is open', async () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new DOMException('denied', 'SecurityError');
    },
    setItem: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  const { changeDeviceSounds, useDeviceSounds } = await page();
  changeDeviceSounds({ muted: true });
  expect(useDeviceSounds.getState().muted).toBe(true);
});
