import { statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { FileAnswer, PrintAnswer } from '../../../../shared/contracts/api.ts';
import type { PaperSize } from '../../../../shared/documents/papers.ts';
import { MOST_COPIES } from '../../../../shared/domain/printing/job.ts';
import type { PaperKind } from '../../../../shared/lib/barcode/scanned-code.ts';
import { systemReason } from '../../../../shared/lib/system-error.ts';
import { message } from '../../../../shared/messages/say.ts';
import type { StationClient } from '../connect.ts';
import { atDesk } from '../desk.ts';
import { refused, UsageError } from '../failure.ts';
import type { Globals } from '../globals.ts';
import type { PrintKind } from './print-kinds.ts';

export interface PrintOptions {
  readonly printer?: string;
  readonly save?: string;
  readonly size?: PaperSize;
  readonly copies?: number;
}

interface Wanted {
  readonly kind: PrintKind;
  readonly subject: string;
}

/**
 * Prints a paper or label: at the printer of its kind or the one named, through the station's queue. `--save` or `--size` writes it as a
 * file instead, and so does a station that has no printer for it.
 */
export async function printCommand(globals: Globals, kind: PrintKind, subject: string | undefined, { printer, save, size, copies = 1 }: PrintOptions): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    const wanted = { kind, subject: subjectOf(kind, subject) };
    checkCopies(copies, save !== undefined || size !== undefined);
    const answer = save === undefined && size === undefined ? await queue(client, wanted, { copies, ...(printer === undefined ? {} : { printer }) }) : ({ kind: 'show', file: await fileOf(client, wanted, size), labelOf: null } as const);
    if (answer.kind === 'show') {
      const file = write(answer.file, save);
      return { json: { ...wanted, file }, lines: [file] };
    }
    const { job: { jobId, state, reprint, printerName }, already } = answer;
    const name = printerName ?? '';
    return { json: { ...wanted, job: { jobId, printer: name, state, reprint, already }, copies: already ? 0 : copies }, lines: [words.text(already ? 'cli.print.already' : 'cli.print.queued', { printer: name, copies })] };
  });
}

function checkCopies(copies: number, asFile: boolean): void {
  if (copies < 1 || copies > MOST_COPIES) throw new UsageError(message('cli.usage.copies', { most: MOST_COPIES }), String(copies));
  if (copies > 1 && asFile) throw new UsageError(message('cli.usage.copiesOfFile'), '--copies');
}

const SHEETS = { 'command-sheet': 'commands', 'badge-sheet': 'badges', 'location-sheet': 'locations', 'tote-sheet': 'totes', 'scanner-test': 'scanner' } as const;

const isSheet = (kind: PrintKind): kind is keyof typeof SHEETS => Object.hasOwn(SHEETS, kind);

function subjectOf(kind: PrintKind, subject: string | undefined): string {
  if (kind === 'day-sheet') return subject ?? 'today';
  if (kind === 'cart-list') return subject ?? 'mine';
  if (isSheet(kind)) return SHEETS[kind];
  if (subject === undefined) throw new UsageError(message('cli.usage.noSubject'), kind);
  return subject;
}

/** Shipments have numbers of their own shape; everything else is an order. */
const isShipment = (subject: string): boolean => /^SH\d{6}-/i.test(subject.trim());

type Other = Exclude<PrintKind, keyof typeof SHEETS | 'label' | 'pick-list'>;

function paperOf(kind: Other, subject: string): PaperKind {
  switch (kind) {
    case 'packing-list':
      return isShipment(subject) ? 'shipment-packing-list' : 'packing-list';
    case 'manifest':
      return 'pallet-manifest';
    case 'bol':
      return 'bill-of-lading';
    case 'day-sheet':
    case 'cart-list':
      return kind;
  }
}

function queue({ printing }: StationClient, { kind, subject }: Wanted, at: { readonly printer?: string; readonly copies: number }): Promise<PrintAnswer> {
  if (isSheet(kind)) return printing.sheet({ kind: SHEETS[kind], ...at });
  if (kind === 'label') return printing.label({ sscc: subject, ...at });
  if (kind === 'pick-list') return printing.pickList({ po: subject, ...at });
  return printing.paper({ paper: paperOf(kind, subject), subject, ...at });
}

function fileOf({ papers, units }: StationClient, { kind, subject }: Wanted, size: PaperSize | undefined): Promise<FileAnswer> {
  const on = size === undefined ? {} : { size };
  if (isSheet(kind)) return papers.codeSheet({ kind: SHEETS[kind], ...on });
  if (kind === 'label') return units.label({ sscc: subject, format: 'pdf' });
  if (kind === 'pick-list') return papers.pickList({ po: subject, ...on });
  return papers.file({ paper: paperOf(kind, subject), subject, ...on });
}

/** Under the name given, in the folder given, or by its own name here. */
function write({ fileName, base64 }: FileAnswer, save: string | undefined): string {
  const own = basename(fileName);
  const asked = resolve(save ?? own);
  const file = save !== undefined && statSync(asked, { throwIfNoEntry: false })?.isDirectory() ? join(asked, own) : asked;
  try {
    writeFileSync(file, Buffer.from(base64, 'base64'));
  } catch (error) {
    const code = systemReason(error);
    throw refused('cli.refused.cannotWrite', file, { code }, message('cli.hint.out'));
  }
  return file;
}
