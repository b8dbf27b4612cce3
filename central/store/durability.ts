import { Fault } from '../fault.ts';
import type { Queryable } from './database.ts';

/**
 * Refuses a server that syncs nothing: that cannot be put right from a connection. Relatives of PostgreSQL that do not know the setting sync always.
 * @throws {Fault} when the server runs with `fsync = off`
 */
export async function requireSyncingServer(database: Queryable): Promise<void> {
  const [found] = await database.query<{ fsync: string | null }>(`SELECT current_setting('fsync', true) AS fsync`);
  if (found?.fsync === 'off') throw new Fault('central.fault.notSynced');
}
