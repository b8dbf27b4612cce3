import { createInterface } from 'node:readline';
import type { ScanReply } from '../../../../shared/contracts/views.ts';
import type { TaskKind } from '../../../../shared/domain/state/entities.ts';
import type { StationClient } from '../connect.ts';
import { atDesk } from '../desk.ts';
import { inWords, refusalOf } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { writeLine } from '../output.ts';
import type { Words } from '../words.ts';

export interface ScanOptions {
  readonly order?: string;
  readonly task?: Named;
}

/** A move is begun by its own code. */
type Named = Exclude<TaskKind, 'move'>;

/**
 * Codes from standard input, one a line; one line of JSON for each, in their order, before the next is read. A code
 * that counted is only answered after it is on the disk. Ends with 1 when a code could not be taken at all.
 */
export async function scanCommand(globals: Globals, { order, task }: ScanOptions): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    if (order !== undefined) await client.orders.get({ po: order });
    let exit: 0 | 1 = 0;
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      const code = line.trim();
      if (code === '') continue;
      const answer = await scanOne(client, words, code, { task: task ?? null, po: order ?? null });
      if ('error' in answer) exit = 1;
      writeLine(JSON.stringify(answer));
    }
    process.exitCode = exit;
    return undefined;
  });
}

async function scanOne(client: StationClient, words: Words, code: string, where: { readonly task: Named | null; readonly po: string | null }) {
  try {
    return replyJson(words, code, await client.floor.scan({ code, ...where }));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return { code, result: 'refused', message: words.say(refusal.message), expected: null, opId: null, next: null, error: inWords(refusal, words) };
  }
}

function replyJson(words: Words, code: string, { answer }: ScanReply) {
  const { result, message, expected, details, opId, undoable, confirm, progress, followUp, next } = answer;
  return {
    code,
    result,
    message: words.say(message),
    expected: expected === null ? null : words.say(expected),
    opId,
    next: { state: next.state, task: next.task, po: next.po, instruction: words.say(next.instruction), accepts: next.accepts, location: next.location, sku: next.sku, sscc: next.sscc, shipmentId: next.shipmentId },
    details: words.all(details),
    progress,
    confirm,
    undoable,
    followUp,
  };
}
