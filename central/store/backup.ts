import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, type Gzip } from 'node:zlib';
import { z } from 'zod';
import type { Instant } from '../../shared/lib/time.ts';
import { Fault } from '../fault.ts';
import type { Database, Queryable } from './database.ts';
import { migrate, SCHEMA } from './migrate.ts';
import { beginNewLives, type SiteRow } from './sites.ts';

/** What a backup holds. Left out: sessions, and snapshots, which follow from the log. */
const TABLES = ['site', 'site_epoch', 'operation', 'lineage', 'station', 'device', 'enrolment_code', 'gateway', 'blob', 'held_operation', 'audit', 'administrator', 'secret'] as const;

const FORMAT = 'hotdock-central-backup';
const ROWS = 500;

const head = z.object({ format: z.literal(FORMAT), version: z.literal(1), schema: z.int(), createdAt: z.int() });
const row = z.tuple([z.enum(TABLES), z.record(z.string(), z.unknown())]);
const tail = z.object({ end: z.literal(true), rows: z.int(), sha256: z.string() });

/**
 * Writes everything as it is at one moment into a file: gzip of JSON lines, closed by their number and digest. Works while central does,
 * and needs no program of PostgreSQL's. The file appears under its name only when it is whole and on the disk.
 */
export async function backUp(database: Database, file: string, now: Instant): Promise<{ readonly rows: number }> {
  const partial = `${file}.partial`;
  const target = createWriteStream(partial, { mode: 0o600 });
  const packed = createGzip({ level: 6 });
  const written = pipeline(packed, target);
  const lines = new Lines(packed);
  try {
    await lines.add(JSON.stringify({ format: FORMAT, version: 1, schema: SCHEMA, createdAt: now }));
    await database.transaction(async (transaction) => {
      for (const table of TABLES) await writeTable(transaction, table, lines);
    }, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const rows = lines.count - 1;
    const sha256 = lines.digest();
    await lines.add(JSON.stringify({ end: true, rows, sha256 }));
    packed.end();
    await written;
    await toDisk(partial);
    await rename(partial, file);
    await toDisk(dirname(file));
    return { rows };
  } catch (error) {
    packed.destroy();
    await written.catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}

/** Puts a backup into an empty database, in one transaction, and begins a new life of every site in it. */
export async function restore(database: Database, file: string, newEpoch: () => string, now: Instant): Promise<readonly SiteRow[]> {
  const { schema } = await verify(file);
  if (schema > SCHEMA) throw new Fault('central.fault.newerBackup', { found: schema, known: SCHEMA });
  await migrate(database, schema);
  const sites = await database.transaction(async (transaction) => {
    const [found] = await transaction.query('SELECT 1 FROM site LIMIT 1');
    if (found) throw new Fault('central.fault.notEmpty');
    for (const table of TABLES) await transaction.execute(`DELETE FROM ${table}`);
    await readInto(transaction, file);
    return beginNewLives(transaction, newEpoch, now);
  });
  await migrate(database);
  return sites;
}

class Lines {
  readonly #target: Gzip;
  readonly #hash: Hash = createHash('sha256');
  count = 0;

  constructor(target: Gzip) {
    this.#target = target;
  }

  async add(line: string): Promise<void> {
    this.count += 1;
    this.#hash.update(line).update('\n');
    if (!this.#target.write(`${line}\n`)) await once(this.#target, 'drain');
  }

  digest(): string {
    return this.#hash.copy().digest('hex');
  }
}

async function writeTable(transaction: Queryable, table: string, lines: Lines): Promise<void> {
  await transaction.execute(`DECLARE backup_${table} CURSOR FOR SELECT row_to_json(r)::text AS line FROM ${table} AS r`);
  for (;;) {
    const rows = await transaction.query<{ line: string }>(`FETCH ${ROWS} FROM backup_${table}`);
    for (const { line } of rows) await lines.add(`["${table}",${line}]`);
    if (rows.length < ROWS) break;
  }
  await transaction.execute(`CLOSE backup_${table}`);
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unpacked = source.pipe(createGunzip());
  source.on('error', (error) => unpacked.destroy(error));
  yield* createInterface({ input: unpacked, crlfDelay: Infinity });
}

/** Reads the whole file before anything is changed. */
async function verify(file: string): Promise<z.output<typeof head>> {
  const hash = createHash('sha256');
  let first: z.output<typeof head> | undefined;
  let end: z.output<typeof tail> | undefined;
  let rows = 0;
  try {
    for await (const line of linesOf(file)) {
      if (end) throw new Fault('central.fault.cutOff', { file });
      const value: unknown = JSON.parse(line);
      if (!first) first = head.parse(value);
      else if (Array.isArray(value)) rows += 1;
      else end = tail.parse(value);
      if (!end) hash.update(line).update('\n');
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('central.fault.notABackup', { file, words: String(error) }, error);
  }
  if (!first || end?.rows !== rows || end.sha256 !== hash.digest('hex')) throw new Fault('central.fault.cutOff', { file });
  return first;
}

async function readInto(transaction: Queryable, file: string): Promise<void> {
  let table: (typeof TABLES)[number] = 'site';
  let rows: Readonly<Record<string, unknown>>[] = [];
  const put = async (): Promise<void> => {
    if (rows.length > 0) await transaction.execute(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`, [JSON.stringify(rows)]);
    rows = [];
  };
  for await (const line of linesOf(file)) {
    const value: unknown = JSON.parse(line);
    if (!Array.isArray(value)) continue;
    const [name, content] = row.parse(value);
    if (name !== table || rows.length >= ROWS) await put();
    table = name;
    rows.push(content);
  }
  await put();
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
