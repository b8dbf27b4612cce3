import type { Database, Queryable } from './database.ts';
import { Fault } from '../fault.ts';
import { isUniqueViolation } from './database.ts';
import { first } from './migrations/0010-first.ts';
import { seen } from './migrations/0020-seen.ts';

/** Every change of the schema ever released, in order; none is changed afterwards. */
const migrations: readonly { readonly number: number; readonly sql: string }[] = [{ number: 10, sql: first }, { number: 20, sql: seen }];

export const SCHEMA = Math.max(...migrations.map(({ number }) => number));

/**
 * Brings the schema up to date. Several centrals may start at once: one migrates, the others wait at the lock's row.
 * @param to an older schema, for a backup that was made with it
 */
export async function migrate(database: Database, to = SCHEMA): Promise<void> {
  await retryUnique(() => database.script('CREATE TABLE IF NOT EXISTS migration_lock (id integer PRIMARY KEY); CREATE TABLE IF NOT EXISTS migration (number integer PRIMARY KEY, at bigint NOT NULL)'));
  await database.execute('INSERT INTO migration_lock (id) VALUES (1) ON CONFLICT (id) DO NOTHING');
  await database.transaction(async (transaction) => {
    await transaction.query('SELECT id FROM migration_lock WHERE id = 1 FOR UPDATE');
    const done = await schemaOf(transaction);
    if (done > SCHEMA) throw new Fault('central.fault.newer', { found: done, known: SCHEMA });
    for (const { number, sql } of migrations) {
      if (number <= done || number > to) continue;
      for (const statement of statementsOf(sql)) await transaction.execute(statement);
      await transaction.execute('INSERT INTO migration (number, at) VALUES ($1, $2)', [number, Date.now()]);
    }
  });
}

const schemaOf = async (transaction: Queryable): Promise<number> => (await transaction.query<{ number: number | null }>('SELECT max(number) AS number FROM migration'))[0]?.number ?? 0;

const statementsOf = (sql: string): string[] => sql.split('\n').filter((line) => !line.startsWith('--')).join('\n').split(';').map((text) => text.trim()).filter((text) => text !== '');

/** `IF NOT EXISTS` of two sessions at once can still collide in PostgreSQL's own catalogue. */
async function retryUnique(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await work();
  }
}
