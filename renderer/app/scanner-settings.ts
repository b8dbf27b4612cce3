import { z } from 'zod';
import { create } from 'zustand';
import { instant, type Instant } from '../../shared/lib/time.ts';
import { defaultWedgeSettings, type WedgeSettings } from '../../shared/lib/wedge/wedge.ts';

/** How the scanners of this machine are set up, as its test label told. Kept by the browser, like the sounds: scanners belong to the machine. */
export interface DeviceScanner {
  /** What they send before each code. */
  readonly prefix: string;
  /** What they send for GS instead of a usual spelling. */
  readonly gsText: string;
  /** Whether a key ends their scans; else a pause does. */
  readonly ends: boolean;
  /** When the test label was last scanned and kept; null before. */
  readonly testedAt: Instant | null;
}

const KEY = 'hotdock.scanner';
const kept = z.object({ prefix: z.string().max(20), gsText: z.string().max(20), ends: z.boolean(), testedAt: z.int().transform(instant).nullable() });

export const usualScanner: DeviceScanner = { prefix: '', gsText: '', ends: true, testedAt: null };

function read(): DeviceScanner {
  try {
    const found = kept.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return found.success ? found.data : usualScanner;
  } catch {
    // Storage barred or damaged: usual scanners are understood.
    return usualScanner;
  }
}

export const useDeviceScanner = create<DeviceScanner>(read);

export function keepDeviceScanner(scanner: DeviceScanner): void {
  useDeviceScanner.setState(scanner);
  try {
    localStorage.setItem(KEY, JSON.stringify(scanner));
  } catch {
    // It holds until the page is closed.
  }
}

export const wedgeSettingsOf = ({ prefix, gsText, ends }: DeviceScanner): Partial<WedgeSettings> => ({
  prefix,
  gsText,
  suffixKeys: ends ? defaultWedgeSettings.suffixKeys : [],
});
