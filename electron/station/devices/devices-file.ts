import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { scaleSettings, scannerSettings } from '../../../shared/contracts/devices.ts';
import { logger } from '../log.ts';
import { writeDurably } from '../sync/secrets.ts';

const FILE = 'devices.json';

const kept = z.object({ scanners: z.array(scannerSettings), scale: scaleSettings.nullable().default(null) });
export type DevicesSetup = z.infer<typeof kept>;

const NOTHING: DevicesSetup = { scanners: [], scale: null };

/** What is plugged into this machine, as it was set up. A file that cannot be read is nothing set up: keyboards scan without it. */
export function readDevices(folder: string): DevicesSetup {
  const file = join(folder, FILE);
  if (!existsSync(file)) return NOTHING;
  try {
    return kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    logger.warn({ file, error: String(error) }, 'the setup of serial devices cannot be read');
    return NOTHING;
  }
}

export const writeDevices = (folder: string, setup: DevicesSetup): Promise<void> => writeDurably(folder, FILE, JSON.stringify(setup, null, 2));
