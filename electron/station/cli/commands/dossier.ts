import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { systemReason } from '../../../../shared/lib/system-error.ts';
import { message } from '../../../../shared/messages/say.ts';
import { atDesk } from '../desk.ts';
import { refused, UsageError } from '../failure.ts';
import type { Globals } from '../globals.ts';

export interface DossierOptions {
  readonly shipment?: string;
  readonly out?: string;
  readonly paper?: 'A4' | 'Letter';
}

/** Writes all that is known of an order, or of a shipment and its orders, with the photos, into one PDF: `--out`, or its own name where the command is run. */
export async function dossierCommand(globals: Globals, po: string | undefined, { shipment, out, paper }: DossierOptions): Promise<void> {
  await atDesk(globals, async ({ client }) => {
    const of = po === undefined ? shipment : po;
    if (of === undefined || (po !== undefined && shipment !== undefined)) throw new UsageError(message('cli.usage.dossier'), 'dossier');
    const answer = await client.papers.dossier({ ...(po === undefined ? { shipmentId: of } : { po }), ...(paper === undefined ? {} : { size: paper }) });
    const file = resolve(out ?? basename(answer.fileName));
    try {
      writeFileSync(file, Buffer.from(answer.base64, 'base64'));
    } catch (error) {
      const code = systemReason(error);
      throw refused('cli.refused.cannotWrite', file, { code }, message('cli.hint.out'));
    }
    return { json: { ...(po === undefined ? { shipment: of } : { po }), file }, lines: [file] };
  });
}
