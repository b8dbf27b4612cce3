import type { StationClient } from '../connect.ts';
import { atDesk } from '../desk.ts';
import type { Globals } from '../globals.ts';
import { writeLine } from '../output.ts';
import { iso, type Words } from '../words.ts';

export interface JournalOptions {
  readonly after?: number;
  readonly limit?: number;
}

const PAGE = 1000;

type Entry = Awaited<ReturnType<StationClient['station']['journal']>>['entries'][number];

/** The journal after a number: one JSON document with `--json`, else one line of JSON an entry. */
export async function journalCommand(globals: Globals, { after = 0, limit = Infinity }: JournalOptions): Promise<void> {
  await atDesk(globals, async ({ client, words, json }) => {
    const entries: ReturnType<typeof entryJson>[] = [];
    let read = 0;
    let length = 0;
    for (let from = after; read < limit; ) {
      const page = await client.station.journal({ after: from, limit: Math.min(PAGE, limit - read) });
      length = page.length;
      for (const entry of page.entries) {
        if (json) entries.push(entryJson(words, entry));
        else writeLine(JSON.stringify(entryJson(words, entry)));
      }
      const last = page.entries.at(-1);
      if (!last) break;
      read += page.entries.length;
      from = last.seq;
    }
    return json ? { json: { entries, length }, lines: [] } : undefined;
  });
}

const entryJson = (words: Words, { seq, stationSeq, opId, kind, at, actor, station, what, body, hash }: Entry) => ({
  seq, stationSeq, opId, kind, at: iso(at), actor, station, what: words.say(what), body, hash,
});
