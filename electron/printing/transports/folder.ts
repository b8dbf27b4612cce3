import { open, rename, access } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import type { Delivery } from '../../../shared/domain/printing/job.ts';
import { message } from '../../../shared/messages/say.ts';
import type { Condition, Parcel, Transport } from './transport.ts';

/** Keeps papers as files. A file appears under its name only when it is whole, so that a program which watches the folder never reads half. */
export class FolderTransport implements Transport {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async deliver({ jobId, title, bytes, language }: Parcel): Promise<Delivery> {
    const whole = this.#fileOf(jobId, title, language);
    const part = `${whole}.part`;
    try {
      const file = await open(part, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, whole);
      return { kind: 'sent' };
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

  /** Writing the same file again is no second paper. */
  arrived(): Promise<boolean> {
    return Promise.resolve(false);
  }

  #fileOf(jobId: string, title: string, language: Parcel['language']): string {
    return join(this.#folder, `${title.replace(/[^A-Za-z0-9-]/g, '_').slice(0, 60)}-${jobId.slice(-12)}.${language}`);
  }

  #fault(error: unknown) {
    return message('printing.fault.folder', { folder: this.#folder, reason: error instanceof Error && 'code' in error ? String(error.code) : String(error) });
  }
}
