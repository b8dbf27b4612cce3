import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { message } from '../../../../shared/messages/say.ts';
import { atDesk } from '../desk.ts';
import { refused } from '../failure.ts';
import type { Globals } from '../globals.ts';

export interface DossierOptions {
  readonly out?: string;
  readonly paper?: 'A4' | 'Letter';
}

/** Writes all that is known of an order, with its photos, into one PDF: `--out`, or its own name where the command is run. */
export async function dossierCommand(globals: Globals, po: string, { out, paper }: DossierOptions): Promise<void> {
  await atDesk(globals, async ({ client }) => {
    const answer = await client.papers.dossier({ po, ...(paper === undefined ? {} : { size: paper }) });
    const file = resolve(out ?? basename(answer.fileName));
    try {
      writeFileSync(file, Buffer.from(answer.base64, 'base64'));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      throw refused('cli.refused.cannotWrite', file, { code }, message('cli.hint.out'));
    }
    return { json: { po, file }, lines: [file] };
  });
}
