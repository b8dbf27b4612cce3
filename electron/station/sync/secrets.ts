import { mkdirSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Where this station keeps what nobody else may read: its device key, its refresh token. */
export interface Secrets {
  /** Null when there is none, or when it can no longer be read back. */
  read(name: string): Promise<string | null>;
  /** Durable when it returns. */
  write(name: string, text: string): Promise<void>;
  remove(name: string): void;
}

/** The operating system's own safe place, where the shell offers one; null where it has none or cannot read back. */
export interface Sealer {
  seal(text: string): Promise<string | null>;
  unseal(sealed: string): Promise<string | null>;
}

const SEALED = 'sealed:';
const PLAIN = 'plain:';

/** Files that only the station's own user can read; their text sealed by the system where it can. */
export class FileSecrets implements Secrets {
  readonly #folder: string;
  readonly #sealer: Sealer | null;
  #writes = 0;

  constructor(folder: string, sealer: Sealer | null) {
    this.#folder = folder;
    this.#sealer = sealer;
  }

  async read(name: string): Promise<string | null> {
    const file = join(this.#folder, name);
    if (!existsSync(file)) return null;
    const text = readFileSync(file, 'utf8');
    if (text.startsWith(PLAIN)) return text.slice(PLAIN.length);
    if (!text.startsWith(SEALED) || !this.#sealer) return null;
    return this.#sealer.unseal(text.slice(SEALED.length));
  }

  async write(name: string, text: string): Promise<void> {
    const sealed = (await this.#sealer?.seal(text)) ?? null;
    await writeDurably(this.#folder, name, sealed === null ? PLAIN + text : SEALED + sealed, (this.#writes += 1));
  }

  remove(name: string): void {
    rmSync(join(this.#folder, name), { force: true });
  }
}

/** A file is the old one or the new one, whenever the power goes. */
export async function writeDurably(folder: string, name: string, text: string, turn = 0): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const partial = join(folder, `${name}.${process.pid}-${turn}.partial`);
  const handle = await open(partial, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, join(folder, name));
}
