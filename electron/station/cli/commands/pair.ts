import { readFileSync } from 'node:fs';
import { message } from '../../../../shared/messages/say.ts';
import { atDesk } from '../desk.ts';
import { UsageError } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { syncJson } from '../sync-words.ts';

export interface PairOptions {
  readonly code: string;
  readonly certificate?: string;
  readonly name?: string;
}

/** Pairs a station that has worked with its central; an empty folder joins the site that the code is for. */
export async function pairCommand(globals: Globals, address: string, { code, certificate: file, name }: PairOptions): Promise<void> {
  await atDesk(globals, async ({ client, words, status }) => {
    const central = { address, code, certificate: file === undefined ? null : readCertificate(file) };
    const joins = !status.configured && status.saved === 0;
    const { settings } = status;
    const view = joins
      ? await client.sync.join({ ...central, stationName: name ?? settings.stationName, stationUse: settings.stationUse, locale: settings.locale })
      : await client.sync.pair(central);
    return {
      json: { sync: syncJson(words, view) },
      lines: [words.text(joins ? 'cli.sync.joined' : 'cli.sync.paired', { address: view.address ?? address, number: view.stationNumber ?? 0 })],
    };
  });
}

function readCertificate(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(message('cli.usage.certificate'), file);
  }
}
