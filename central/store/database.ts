import pg from 'pg';

export type Row = Readonly<Record<string, unknown>>;

/** Whatever statements can be sent to: the pool, or one connection inside a transaction. */
export interface Queryable {
  query<Result extends Row = Row>(text: string, values?: readonly unknown[]): Promise<readonly Result[]>;
  /** Rows that a statement touched. */
  execute(text: string, values?: readonly unknown[]): Promise<number>;
}

/** The database cannot do it right now: what was asked may be asked again. */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super(codeOf(cause) === DISK_FULL ? "the disk of central's database is full: make room" : 'the database cannot be reached', { cause });
  }
}

// 64-bit counters of ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const DISK_FULL = '53100';
const RETRIES = 12;

/**
 * An answer to a push promises that a power cut does not take it back, so no commit of ours returns before its log is on the disk. What the
 * server asks for beyond that (a standby that confirms) stays. It is set for the session, so that a reload cannot weaken it meanwhile.
 */
const WAIT_FOR_DISK = `SELECT set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)`;

/** Named statements are prepared once a connection; the same text has the same name. */
const statementNames = new Map<string, string>();
function nameOf(text: string): string {
  let name = statementNames.get(text);
  if (name === undefined) {
    name = `s${statementNames.size}`;
    statementNames.set(text, name);
  }
  return name;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly connections?: number;
  /** Shown in pg_stat_activity. */
  readonly name: string;
  readonly onTrouble: (error: Error) => void;
}

/** A pool of connections with retries where PostgreSQL (or one of its distributed relatives) asks for them. */
export class Database implements Queryable {
  readonly #pool: pg.Pool;

  constructor({ url, connections = 12, name, onTrouble }: DatabaseOptions) {
    // Pipelined: statements that do not need each other's answers cross in one journey.
    this.#pool = new pg.Pool({ pipeline: true, connectionString: url, max: connections, application_name: name, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000, verify: (client, done) => client.query(WAIT_FOR_DISK, done) });
    this.#pool.on('error', onTrouble);
  }

  async query<Result extends Row = Row>(text: string, values: readonly unknown[] = []): Promise<readonly Result[]> {
    return reachable(async () => (await this.#pool.query<Result>({ name: nameOf(text), text, values: [...values] })).rows);
  }

  async execute(text: string, values: readonly unknown[] = []): Promise<number> {
    return reachable(async () => (await this.#pool.query({ name: nameOf(text), text, values: [...values] })).rowCount ?? 0);
  }

  /** Several statements without values, for migrations. */
  async script(text: string): Promise<void> {
    await reachable(() => this.#pool.query(text));
  }

  /** One transaction; `work` is run again from its beginning when the database asks for it (SQLSTATE 40001). */
  async transaction<Result>(work: (transaction: Queryable) => Promise<Result>, begin = 'BEGIN'): Promise<Result> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await reachable(() => this.#once(work, begin));
      } catch (error) {
        if (!wantsRetry(error) || tries >= RETRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(200, 2 ** tries)));
      }
    }
  }

  async end(): Promise<void> {
    await this.#pool.end();
  }

  async #once<Result>(work: (transaction: Queryable) => Promise<Result>, begin: string): Promise<Result> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    // A connection that breaks while nothing is asked of it would otherwise end the process; the next statement says it.
    const onError = (error: Error): void => {
      broken = error;
    };
    client.on('error', onError);
    try {
      // The first statement of the work goes out with the beginning.
      const [begun, worked] = await Promise.allSettled([client.query(begin), work(overClient(client))]);
      if (begun.status === 'rejected') throw begun.reason;
      if (worked.status === 'rejected') throw worked.reason;
      await client.query('COMMIT');
      return worked.value;
    } catch (error) {
      await client.query('ROLLBACK').catch((trouble: unknown) => {
        broken = asError(trouble);
      });
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }
}

function overClient(client: pg.PoolClient): Queryable {
  return {
    query: async <Result extends Row = Row>(text: string, values: readonly unknown[] = []) => (await client.query<Result>({ name: nameOf(text), text, values: [...values] })).rows,
    execute: async (text, values = []) => (await client.query({ name: nameOf(text), text, values: [...values] })).rowCount ?? 0,
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');
const wantsRetry = (error: unknown): boolean => [SERIALIZATION_FAILURE, DEADLOCK].includes(codeOf(error));
export const isUniqueViolation = (error: unknown): boolean => codeOf(error) === '23505';

/** Connection lost or refused, shutting down or starting up, out of connections, disk full. */
const UNREACHABLE = /^(?:08|57P0|53)/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', 'EHOSTUNREACH']);
const WORDS = /Connection terminated|timeout exceeded when trying to connect|connection.*(?:closed|ended)|not queryable/i;

async function reachable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (error instanceof DatabaseUnavailable) throw error;
    if (UNREACHABLE.test(code) || NETWORK.has(code) || (error instanceof Error && WORDS.test(error.message))) throw new DatabaseUnavailable(error);
    throw error;
  }
}
