import { existsSync } from 'node:fs';
import { join } from 'node:path';
import product from '../../../../package.json' with { type: 'json' };
import { defaultSettings } from '../../../../shared/domain/settings/settings.ts';
import { message } from '../../../../shared/messages/say.ts';
import { logger } from '../../log.ts';
import { keepMemorySmall } from '../../memory.ts';
import { Scheduler } from '../../scheduler.ts';
import { serve, type RunningServer } from '../../server/http.ts';
import { Station } from '../../station.ts';
import { guarded } from '../desk.ts';
import { refused } from '../failure.ts';
import { clockOf, type Globals } from '../globals.ts';
import { writeLine, writeNote } from '../output.ts';
import { localeOf, Words } from '../words.ts';

export interface ServeOptions {
  readonly port?: number;
  readonly open?: boolean;
}

const FIRST_PORT = 4680;
const PORTS_TRIED = 20;

/** The browser shell, until it is told to end. Prints the address once it answers. */
export async function serveCommand(globals: Globals, options: ServeOptions): Promise<void> {
  let words = new Words({ locale: localeOf(process.env), zone: defaultSettings.zone });
  await guarded(globals, () => words, async () => {
    const pages = builtPages();
    keepMemorySmall();
    const station = new Station({ data: globals.data, clock: clockOf(globals), version: product.version });
    words = new Words({ locale: station.settings.locale, zone: station.settings.zone });
    let server: RunningServer;
    try {
      server = await serveOnFreePort(station, pages, options.port);
    } catch (error) {
      station.close();
      throw error;
    }
    const scheduler = new Scheduler(station);
    scheduler.start();
    station.devices.start();
    await station.sync.start();
    // A print server that does not answer must not hold up the screens.
    void station.printing.start();
    endOnSignal(async () => {
      await server.close();
      await scheduler.close();
      await station.devices.close();
      await station.printing.close();
      station.close();
    });
    const url = server.openUrl();
    if (globals.json) writeLine(JSON.stringify({ url, port: server.port, data: globals.data }, null, 2));
    else writeLine(words.text('cli.serve.open', { url }));
    for (const notice of station.notices) writeNote(words.say(notice));
    if (options.open === true) await openBrowser(url, words);
  });
}

/** Beside the bundle, or in the sources' own build. */
function builtPages(): string {
  const folders = ['../renderer', '../../../../dist/renderer'].map((path) => join(import.meta.dirname, path));
  const found = folders.find((folder) => existsSync(join(folder, 'index.html')));
  if (found === undefined) throw refused('cli.refused.noPages', 'dist/renderer', {}, message('cli.hint.build'));
  return found;
}

/** A port that was asked for is taken or refused; without one the first free one from 4680 on. */
async function serveOnFreePort(station: Station, pages: string, wanted: number | undefined): Promise<RunningServer> {
  for (let port = wanted ?? FIRST_PORT; ; port += 1) {
    try {
      return await serve({ station, pages, port });
    } catch (error) {
      if (!isTaken(error)) throw error;
      if (wanted !== undefined || port >= FIRST_PORT + PORTS_TRIED) throw refused('cli.refused.portTaken', String(port), { port }, message('cli.hint.port'));
    }
  }
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

/** The first signal ends the station in its own time; the store is closed cleanly. */
function endOnSignal(end: () => Promise<void>): void {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      end().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ error: String(error) }, 'the station did not end cleanly');
          process.exit(1);
        },
      );
    });
  }
}

/** The address is printed either way: a machine without a browser is no fault. */
async function openBrowser(url: string, words: Words): Promise<void> {
  try {
    const { default: open } = await import('open');
    const opened = await open(url);
    opened.once('error', () => writeNote(words.text('cli.note.noBrowser')));
  } catch {
    writeNote(words.text('cli.note.noBrowser'));
  }
}
