import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportAnswer } from '../../../../shared/contracts/api.ts';
import type { ImportedOrder } from '../../../../shared/domain/state/entities.ts';
import { systemReason } from '../../../../shared/lib/system-error.ts';
import { message, type Message } from '../../../../shared/messages/say.ts';
import type { StationClient } from '../connect.ts';
import { atDesk } from '../desk.ts';
import { refusalOf, type Failure } from '../failure.ts';
import type { Globals } from '../globals.ts';
import type { Words } from '../words.ts';

/** The API takes files of 64 MB at most. */
const LARGEST = 64 * 1024 * 1024;

interface FileJson {
  readonly file: string;
  readonly format: string | null;
  readonly orders: readonly OrderJson[];
  readonly error?: Failure;
}

interface OrderJson {
  readonly po: string | null;
  readonly result: ImportedOrder['result'];
  readonly hpo: boolean;
  readonly why: readonly string[];
  readonly changes: readonly string[];
  readonly warnings: readonly string[];
  readonly error?: Failure;
}

/** Takes documents in, file by file. What cannot be read or kept is named; everything else is imported. */
export async function importCommand(globals: Globals, paths: readonly string[]): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    const files: FileJson[] = [];
    for (const path of paths) files.push(await importOne(client, words, path));
    const refused = files.some(({ error, orders }) => error !== undefined || orders.some((order) => order.error !== undefined));
    return { json: { files }, lines: files.flatMap((file) => linesOf(words, file)), exit: refused ? 1 : 0 };
  });
}

async function importOne(client: StationClient, words: Words, path: string): Promise<FileJson> {
  const bytes = readBytes(path);
  if (!(bytes instanceof Uint8Array)) return { file: path, format: null, orders: [], error: failure(words, bytes, path, message('cli.hint.file')) };
  try {
    const answer = await client.documents.import({ files: [{ name: basename(path), base64: Buffer.from(bytes).toString('base64') }], via: 'command-line' });
    const [file] = answer.files;
    return file ? fileJson(words, path, file) : { file: path, format: null, orders: [] };
  } catch (error) {
    const refusal = refusalOf(error);
    // A store that cannot write will not take the next file either.
    if (!refusal || refusal.code.startsWith('store.')) throw error;
    return { file: path, format: null, orders: [], error: failure(words, refusal.message, refusal.where, refusal.hint) };
  }
}

function readBytes(path: string): Uint8Array | Message {
  try {
    const { size } = statSync(path);
    if (size > LARGEST) return message('cli.import.tooLarge', { megabytes: LARGEST / 1024 / 1024 });
    return readFileSync(path);
  } catch (error) {
    const code = systemReason(error);
    return message(code === 'ENOENT' ? 'cli.import.missing' : code === 'EISDIR' ? 'cli.import.folder' : 'cli.import.unreadable', { code });
  }
}

const failure = (words: Words, { key, params }: Message, where: string, hint: Message | null): Failure => ({
  code: key, message: words.text(key, params), where, hint: hint === null ? null : words.say(hint),
});

function fileJson(words: Words, path: string, { format, orders, error }: ImportAnswer['files'][number]): FileJson {
  return {
    file: path,
    format,
    orders: orders.map((order) => ({
      po: order.po,
      result: order.result,
      hpo: order.hpo,
      why: words.all(order.why),
      changes: words.all(order.changes),
      warnings: words.all(order.warnings ?? []),
      ...(order.error === null ? {} : { error: failure(words, order.error.message, order.error.where, null) }),
    })),
    ...(error === null ? {} : { error: failure(words, error.message, error.where, null) }),
  };
}

function linesOf(words: Words, { file, format, orders, error }: FileJson): string[] {
  const heading = words.text('cli.import.file', { file, format: format ?? '–', count: orders.length });
  const lines = orders.flatMap((order) => {
    const result = words.text('cli.import.result', { result: order.result, hpo: order.hpo ? 'yes' : 'no' });
    const line = `  ${order.po ?? '–'}  ${[result, ...order.changes, ...(order.hpo ? order.why : []), ...(order.error ? [order.error.where, order.error.message] : [])].join(' · ')}`;
    return [line, ...order.warnings.map((warning) => `    ${warning}`)];
  });
  return [heading, ...lines, ...(error ? [`  ${error.message}`] : [])];
}
