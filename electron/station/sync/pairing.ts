import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { deviceKey, type DeviceKey } from '../../sync/device-key.ts';
import { writeDurably, type Secrets } from './secrets.ts';

/** What this station knows of the central it is paired with. Nothing secret. */
export const pairing = z.object({
  address: z.string(),
  /** PEM of the site's authority; null: what the system trusts. */
  certificate: z.string().nullable(),
  site: z.string(),
  siteName: z.string(),
  station: z.string(),
  stationNumber: z.int(),
  incarnation: z.int(),
  epoch: z.string(),
});
export type Pairing = z.output<typeof pairing>;

const FILE = 'pairing.json';
const KEY = 'device-key';
const TOKEN = 'refresh-token';

/** The pairing and its secrets, in one folder of the data folder. */
export class PairingFiles {
  readonly #folder: string;
  readonly #secrets: Secrets;

  constructor(folder: string, secrets: Secrets) {
    this.#folder = folder;
    this.#secrets = secrets;
  }

  /** Null when the station is alone. */
  read(): Pairing | null {
    const file = join(this.#folder, FILE);
    return existsSync(file) ? parsed(pairing, readFileSync(file, 'utf8')) : null;
  }

  /** Written last of all: a pairing that is there has its key and its token. */
  async write(made: Pairing, refreshToken: string): Promise<void> {
    await this.#secrets.write(TOKEN, refreshToken);
    await writeDurably(this.#folder, FILE, JSON.stringify(made, null, 2));
  }

  async key(): Promise<DeviceKey | null> {
    const text = await this.#secrets.read(KEY);
    return text === null ? null : parsed(deviceKey, text);
  }

  keepKey(key: DeviceKey): Promise<void> {
    return this.#secrets.write(KEY, JSON.stringify(key));
  }

  refreshToken(): Promise<string | null> {
    return this.#secrets.read(TOKEN);
  }

  keepRefreshToken(token: string): Promise<void> {
    return this.#secrets.write(TOKEN, token);
  }

  remove(): void {
    rmSync(join(this.#folder, FILE), { force: true });
    this.#secrets.remove(KEY);
    this.#secrets.remove(TOKEN);
  }
}

/** Null for what is not as it was written: a file cut short pairs nobody. */
function parsed<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | null {
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
