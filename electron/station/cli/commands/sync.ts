import type { SyncView } from '../../../../shared/contracts/views.ts';
import type { StationClient } from '../connect.ts';
import { atDesk } from '../desk.ts';
import type { Globals } from '../globals.ts';
import { untilSignal } from '../signals.ts';
import { syncJson, syncLines } from '../sync-words.ts';

export interface SyncOptions {
  readonly once?: boolean;
  readonly status?: boolean;
}

/**
 * Sends and receives until everything is through, then ends (`--once`) or stays on. Ends with 1 when central cannot be
 * reached or has something against it; the reason is in the answer.
 */
export async function syncCommand(globals: Globals, { once = false, status = false }: SyncOptions): Promise<void> {
  await atDesk(globals, async ({ client, words, json }) => {
    if (status) return answerOf(await client.sync.status({}));
    const view = await untilThrough(client);
    if (once || json || view.trouble !== null) return answerOf(view, view.trouble === null ? 0 : 1);
    for (const line of syncLines(words, view)) process.stdout.write(`${line}\n`);
    await untilSignal();
    return undefined;

    function answerOf(view: SyncView, exit: 0 | 1 = 0) {
      return { json: { sync: syncJson(words, view) }, lines: syncLines(words, view), exit };
    }
  });
}

/** The state once nothing waits in either direction, or once something is wrong. */
async function untilThrough(client: StationClient): Promise<SyncView> {
  const events = await client.station.events({});
  try {
    let view = await client.sync.now({});
    if (isOver(view)) return view;
    for await (const { type } of events) {
      if (type !== 'status') continue;
      view = await client.sync.status({});
      if (isOver(view)) return view;
    }
    return view;
  } finally {
    await events.return(undefined);
  }
}

const isOver = ({ state, unsent, behind, trouble, lastHeardAt }: SyncView): boolean =>
  trouble !== null || (lastHeardAt !== null && unsent === 0 && behind === 0 && state !== 'joining');
