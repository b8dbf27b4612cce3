import { writeSync } from 'node:fs';
import pg from 'pg';
import { startCentral } from '../../central/start.ts';
import { startServer } from '../central/support/plain-server.ts';

/*
 * A PostgreSQL that somebody has set not to wait for the disk at a commit, and a central that knows it by its URL: one process with its
 * children, so that one tracer sees both. Says where both are, and runs until it is asked to stop.
 */
const [, , folder = ''] = process.argv;
const server = await startServer(folder);
const client = new pg.Client({ connectionString: server.url });
await client.connect();
await client.query('ALTER SYSTEM SET synchronous_commit = off');
await client.query('SELECT pg_reload_conf()');
await client.end();
const central = await startCentral({ data: folder, databaseUrl: server.url, logLevel: 'silent' });
process.once('SIGTERM', () => void central.close().then(() => server.stop()));
writeSync(1, `${JSON.stringify({ url: central.url, code: await central.code(), pid: process.pid, databaseUrl: server.url })}\n`);
