import { writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { FileAnswer } from '../../../../shared/contracts/api.ts';
import type { OrderView } from '../../../../shared/contracts/views.ts';
import { isFinal } from '../../../../shared/domain/state/totals.ts';
import { systemReason } from '../../../../shared/lib/system-error.ts';
import { message } from '../../../../shared/messages/say.ts';
import { makeFolder } from '../../../documents/make-folder.ts';
import type { StationClient } from '../connect.ts';
import { atDesk } from '../desk.ts';
import { refused } from '../failure.ts';
import type { Globals } from '../globals.ts';
import type { DocumentKind } from './document-kinds.ts';

export interface DocumentsOptions {
  readonly out: string;
  readonly kind?: readonly DocumentKind[];
  readonly paper?: 'A4' | 'Letter';
}

interface Written {
  readonly kind: DocumentKind;
  readonly file: string;
}

/** Writes an order's documents into a folder: all there are, or the kinds named; a kind named that does not exist is refused. */
export async function documentsCommand(globals: Globals, po: string, { out, kind, paper }: DocumentsOptions): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    const view = await client.orders.get({ po });
    const there = kindsOf(view);
    const missing = kind?.find((each) => !there.has(each));
    if (missing === 'acknowledgement-855' && view.noX12 !== null) throw refused(view.noX12.key, `PO ${view.po} ${missing}`, view.noX12.params);
    if (missing !== undefined) throw refused('cli.refused.noDocument', `PO ${view.po} ${missing}`, { po: view.po, kind: missing }, message('cli.hint.documents', { kinds: [...there].join(', ') || '–' }));
    const folder = resolve(out);
    written(folder, () => makeFolder(folder));
    const files: Written[] = [];
    for (const each of kind ?? there) {
      for (const answer of await filesOf(client, view, each, paper)) {
        const file = join(folder, basename(answer.fileName));
        written(file, () => writeFileSync(file, Buffer.from(answer.base64, 'base64')));
        files.push({ kind: each, file });
      }
    }
    return {
      json: { po: view.po, files, noX12: view.noX12 === null ? null : words.say(view.noX12) },
      lines: [
        ...(files.length === 0 ? [words.text('cli.documents.none', { po: view.po })] : files.map(({ file }) => file)),
        ...(kind === undefined && view.noX12 !== null ? [words.say(view.noX12)] : []),
      ],
    };
  });
}

/** A folder that is none, has no room or may not be written is the person's to change. */
function written(path: string, write: () => unknown): void {
  try {
    write();
  } catch (error) {
    const code = systemReason(error);
    throw refused('cli.refused.cannotWrite', path, { code }, message('cli.hint.out'));
  }
}

/** What there is to write of an order now. */
function kindsOf({ documents, shipments, handlingUnits, state, units }: OrderView): ReadonlySet<DocumentKind> {
  const kinds = new Set<DocumentKind>([...documents, ...shipments.flatMap((shipment) => shipment.documents)].map(({ kind }) => kind));
  if (!isFinal(state) && units.picked < units.accepted) kinds.add('pick-list');
  if (handlingUnits.some((unit) => unit.state !== 'voided' && unit.eaches > 0)) kinds.add('label-pdf').add('label-zpl');
  return kinds;
}

async function filesOf(client: StationClient, view: OrderView, kind: DocumentKind, paper: DocumentsOptions['paper']): Promise<FileAnswer[]> {
  if (kind === 'pick-list') return [await client.papers.pickList({ po: view.po, ...(paper === undefined ? {} : { size: paper }) })];
  if (kind === 'label-pdf' || kind === 'label-zpl') {
    const labelled = view.handlingUnits.filter(({ state, eaches }) => state !== 'voided' && eaches > 0);
    return inTurn(labelled.map(({ sscc }) => () => client.units.label({ sscc, format: kind === 'label-pdf' ? 'pdf' : 'zpl' })));
  }
  const ids = new Set([...view.documents, ...view.shipments.flatMap(({ documents }) => documents)].filter((document) => document.kind === kind).map(({ documentId }) => documentId));
  return inTurn([...ids].map((documentId) => () => client.documents.file({ documentId })));
}

async function inTurn<Result>(tasks: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const task of tasks) results.push(await task());
  return results;
}
