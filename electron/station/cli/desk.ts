import product from '../../../package.json' with { type: 'json' };
import { usualSystem } from '../../../shared/lib/mass.ts';
import type { StationStatus } from '../../../shared/contracts/views.ts';
import { defaultSettings } from '../../../shared/domain/settings/settings.ts';
import { connect, type StationClient } from './connect.ts';
import { failureOf } from './failure.ts';
import { clockOf, type Globals } from './globals.ts';
import { writeAnswer, writeFailure, writeNote, type Answer } from './output.ts';
import { localeOf, Words } from './words.ts';

/** What a command works with once it has reached the station. */
export interface Desk {
  readonly client: StationClient;
  readonly words: Words;
  readonly status: StationStatus;
  readonly json: boolean;
}

/**
 * Reaches the station, does the work, writes the answer and sets the exit status. A command that writes as it goes
 * answers undefined.
 */
export async function atDesk(globals: Globals, work: (desk: Desk) => Promise<Answer | undefined>): Promise<void> {
  let words = new Words({ locale: localeOf(process.env), zone: defaultSettings.zone });
  await guarded(globals, () => words, async () => {
    const connection = await connect({ data: globals.data, clock: clockOf(globals), version: product.version, as: globals.as });
    try {
      const status = await connection.client.station.status({});
      words = new Words({ locale: status.settings.locale, zone: status.settings.zone, system: usualSystem(status.settings.paperSize) });
      if (connection.remote && globals.now !== undefined) writeNote(words.text('cli.note.clock'));
      if (!globals.json) for (const notice of status.notices) writeNote(words.say(notice));
      const answer = await work({ client: connection.client, words, status, json: globals.json });
      if (!answer) return;
      writeAnswer(answer, globals.json);
      process.exitCode = answer.exit ?? 0;
    } finally {
      await connection.close();
    }
  });
}

/** Runs a command; an error ends as a refusal in words and the exit status that belongs to it. */
export async function guarded({ json }: Pick<Globals, 'json'>, words: () => Words, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { failure, exit, internal } = failureOf(error, words());
    writeFailure(failure, json, words());
    if (internal && error instanceof Error && error.stack !== undefined) writeNote(error.stack);
    process.exitCode = exit;
  }
}
