import { z } from 'zod';
import { create } from 'zustand';
import { defaultSoundSettings, type SoundEvent, type SoundSettings } from '../ui/sounds.ts';

/** Sounds belong to the machine and its noise, not to the site: they are kept by the browser, not by the station. */
export interface DeviceSounds extends SoundSettings {
  readonly vibrate: boolean;
}

const KEY = 'hotdock.sounds';
const volume = z.number().min(0).max(1);
const kept = z.object({
  muted: z.boolean(),
  vibrate: z.boolean(),
  volume: z.object({ accepted: volume, wrong: volume, duplicate: volume, done: volume, info: volume.default(defaultSoundSettings.volume.info), waits: volume.default(defaultSoundSettings.volume.waits), hot: volume, lost: volume.default(defaultSoundSettings.volume.lost), paper: volume.default(defaultSoundSettings.volume.paper) }),
});

const usual: DeviceSounds = { ...defaultSoundSettings, vibrate: true };

function read(): DeviceSounds {
  try {
    const found = kept.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return found.success ? found.data : usual;
  } catch {
    // Storage barred or damaged: the usual sounds are better than none.
    return usual;
  }
}

export const useDeviceSounds = create<DeviceSounds>(read);

export function changeDeviceSounds(change: Partial<DeviceSounds>): void {
  const changed = { ...useDeviceSounds.getState(), ...change };
  useDeviceSounds.setState(changed);
  try {
    localStorage.setItem(KEY, JSON.stringify(changed));
  } catch {
    // It holds until the page is closed.
  }
}

/** As different under the hand as the sounds are to the ear. Milliseconds on, off, on. */
const patterns: Readonly<Record<SoundEvent, readonly number[]>> = {
  accepted: [40],
  wrong: [180, 80, 180],
  duplicate: [40, 60, 40, 60, 40],
  done: [80, 40, 160],
  info: [60],
  waits: [90, 90, 90],
  hot: [300, 100, 300],
  lost: [120, 60, 120, 60, 400],
  paper: [200, 200, 200],
};

/** Shakes a handheld or tablet; machines without a motor do nothing. */
export function vibrate(event: SoundEvent): void {
  if (!useDeviceSounds.getState().vibrate || !('vibrate' in navigator)) return;
  navigator.vibrate([...patterns[event]]);
}
