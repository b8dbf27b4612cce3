import type { Message } from '../shared/messages/say.ts';
import { Fault } from './fault.ts';
import { Database, DatabaseUnavailable } from './store/database.ts';
import { requireSyncingServer } from './store/durability.ts';
import { EmbeddedPostgres, runningUrl } from './store/embedded/embedded-postgres.ts';
import { migrate } from './store/migrate.ts';
import type { Logger } from './log.ts';

/** The name of our connections: by it another central sees that a database folder is in use. */
const CLIENT = 'hotdock central';

const PRESENCE = 1_000;

export interface OpenDatabase {
  readonly database: Database;
  readonly kind: 'embedded' | 'server';
  readonly pid: () => number | undefined;
  readonly close: () => Promise<void>;
}

interface DatabaseOptions {
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly logger: Logger;
  readonly say: (line: Message) => void;
  /** False for a restore, which brings the schema of its backup. */
  readonly withSchema?: boolean;
}

/** The database with its schema up to date: the given server, or a PostgreSQL of central's own. */
export async function openDatabase({ data, databaseUrl, logger, say, withSchema = true }: DatabaseOptions): Promise<OpenDatabase> {
  const embedded = databaseUrl === undefined ? await EmbeddedPostgres.start({ data, clientName: CLIENT, say }) : undefined;
  const database = new Database({
    url: embedded?.url ?? databaseUrl ?? '',
    name: CLIENT,
    onTrouble: (error) => logger.warn({ err: error }, 'a connection to the database broke'),
  });
  // Another central on this folder would take a PostgreSQL that serves nobody for an orphan: an idle one still shows itself.
  const presence = embedded && setInterval(() => void database.query('SELECT 1').catch(() => undefined), PRESENCE).unref();
  const close = async (): Promise<void> => {
    clearInterval(presence);
    await database.end();
    await embedded?.stop();
  };
  try {
    await requireSyncingServer(database);
    if (withSchema) await migrate(database);
    return { database, kind: embedded ? 'embedded' : 'server', pid: () => embedded?.pid, close };
  } catch (error) {
    await close();
    throw error instanceof DatabaseUnavailable ? new Fault('central.fault.unreachable', { words: String(error.cause) }, error) : error;
  }
}

/** The database beside a central that may be running on it: its own PostgreSQL is then asked, and stays. */
export async function visitDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const running = options.databaseUrl === undefined ? await runningUrl(options.data) : undefined;
  if (running === undefined) return openDatabase(options);
  const database = new Database({ url: running, name: 'hotdock central command', connections: 2, onTrouble: (error) => options.logger.warn({ err: error }, 'a connection to the database broke') });
  return { database, kind: 'embedded', pid: () => undefined, close: () => database.end() };
}
