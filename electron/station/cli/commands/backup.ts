import { atDesk } from '../desk.ts';
import type { Globals } from '../globals.ts';
import { iso } from '../words.ts';

/** Copies the store while it works; the copy was opened and checked before this answers. */
export async function backupCommand(globals: Globals): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    const { file, bytes, at } = await client.station.backup({});
    return { json: { file, bytes, at: iso(at) }, lines: [words.text('cli.backup.done', { file, kilobytes: Math.ceil(bytes / 1024) })] };
  });
}
