import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningCentral } from '../../../central/start.ts';

/** How to reach the embedded PostgreSQL of a running central as if it were a server. */
export function openDatabaseUrl({ data }: Pick<RunningCentral, 'data'>): string {
  const port = readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3] ?? '';
  const password = readFileSync(join(data, 'postgres.password'), 'utf8').trim();
  return `postgres://hotdock:${password}@127.0.0.1:${port}/postgres`;
}
