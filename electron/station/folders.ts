import { randomUUID } from 'node:crypto';
import { accessSync, constants, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse, type Refusal } from '../../shared/domain/decision.ts';
import type { StationSettings } from '../../shared/domain/settings/settings.ts';
import { systemReason } from '../../shared/lib/system-error.ts';
import { message, type Message } from '../../shared/messages/say.ts';
import { makeFolder } from '../documents/make-folder.ts';

/** The folders that other programs share with a station. */
export type SharedFolder = 'watched' | 'outbox';

type Folders = Pick<StationSettings, 'watchedFolder' | 'outboxFolder'>;

const NAMES = { watched: 'watchedFolder', outbox: 'outboxFolder' } as const satisfies Readonly<Record<SharedFolder, keyof Folders>>;

/** Tries for real what a new folder is for: it is made, a file is written and taken away again. The refusal of the first that does not work. */
export function refusedFolder(now: Folders, wanted: { readonly [Name in keyof Folders]?: string | undefined }): Refusal | undefined {
  for (const which of ['watched', 'outbox'] as const) {
    const folder = wanted[NAMES[which]] ?? '';
    if (folder === '' || folder === now[NAMES[which]]) continue;
    try {
      makeFolder(folder);
      accessSync(folder, constants.R_OK);
      const probe = join(folder, `.hotdock-${randomUUID()}`);
      writeFileSync(probe, '');
      rmSync(probe);
    } catch (error) {
      return refuse('settings.refused.folder', folder, { which, folder, reason: systemReason(error) }, 'settings.hint.folder').refusal;
    }
  }
  return undefined;
}

/** Why a folder that was in use cannot be reached now; undefined while it can. */
export function unreachable(folder: string): unknown {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** What does not work with the folders just now; `changed` is called when that is another thing than before. */
export class FolderFaults {
  readonly #faults = new Map<SharedFolder, Message>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get told(): readonly Message[] {
    return [...this.#faults.values()];
  }

  failed(which: SharedFolder, folder: string, error: unknown): void {
    const fault = message('settings.fault.folder', { which, folder, reason: systemReason(error) });
    if (JSON.stringify(this.#faults.get(which)) === JSON.stringify(fault)) return;
    this.#faults.set(which, fault);
    this.#changed();
  }

  works(which: SharedFolder): void {
    if (this.#faults.delete(which)) this.#changed();
  }
}
