import { access, open, readdir, rename } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import type { Delivery } from '../../../shared/domain/printing/job.ts';
import { systemReason } from '../../../shared/lib/system-error.ts';
import { message } from '../../../shared/messages/say.ts';
import type { Condition, Parcel, TakenBack, Transport } from './transport.ts';

/** Keeps papers as files. A file appears under its name only when it is whole, so that a program which watches the folder never reads half. */
export class FolderTransport implements Transport {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async deliver({ jobId, title, bytes, language }: Parcel): Promise<Delivery> {
    const whole = this.#fileOf(jobId, title, language);
    const part = `${whole}${PART}`;
    try {
      const file = await open(part, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, whole);
      await this.#keepNames();
      return { kind: 'sent', confirmed: false };
    } catch (error) {
      return { kind: 'waits', fault: this.#fault(error) };
    }
  }

  async condition(): Promise<Condition> {
    try {
      await access(this.#folder, constants.W_OK);
      return { kind: 'ready' };
    } catch (error) {
      return { kind: 'trouble', fault: this.#fault(error) };
    }
  }

  takeBack(): Promise<TakenBack> {
    return Promise.resolve('unknown');
  }

  /** A file that is neither there nor begun may have been printed already by the program that watches the folder. */
  async arrived(jobId: string): Promise<boolean | undefined> {
    try {
      const names = (await readdir(this.#folder)).filter((name) => name.includes(markOf(jobId)));
      if (names.some((name) => !name.endsWith(PART))) return true;
      return names.length > 0 ? false : undefined;
    } catch {
      return undefined;
    }
  }

  /** Without this a power cut can take the name of a file away again. Windows keeps names by itself and opens no folder. */
  async #keepNames(): Promise<void> {
    const folder = await open(this.#folder, 'r').catch(() => undefined);
    await folder?.sync().catch(() => undefined);
    await folder?.close();
  }

  #fileOf(jobId: string, title: string, language: Parcel['language']): string {
    return join(this.#folder, `${title.replace(/[^A-Za-z0-9-]/g, '_').slice(0, 60)}${markOf(jobId)}${language}`);
  }

  #fault(error: unknown) {
    return message('printing.fault.folder', { folder: this.#folder, reason: systemReason(error) });
  }
}

const PART = '.part';

/** What tells the file of a job by its name. */
const markOf = (jobId: string): string => `-${jobId.slice(-12)}.`;
