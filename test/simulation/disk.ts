import Database from 'better-sqlite3';
import { Store } from '../../electron/store/store.ts';

/** SQLite's own limit. */
const UNLIMITED = 1_073_741_823;

/** What a disk holds at one moment, and the operations that must be found on it. */
export interface DiskImage {
  readonly bytes: Buffer;
  readonly holds: ReadonlySet<string>;
}

/**
 * A station's disk: a database in memory. Every transaction that returned is on it. A process that dies leaves it as it is, and the
 * next one opens it with nothing of what the first had in its head.
 */
export class Disk {
  readonly #name: string;
  #database: Database.Database;
  /** Ids of the operations that were saved here or came in pages: kept beside the store, which is what is tested by it. */
  #holds: Set<string>;
  #full = false;

  constructor(name: string, { bytes, holds }: DiskImage) {
    this.#name = name;
    this.#database = connected(bytes);
    this.#holds = new Set(holds);
  }

  get holds(): ReadonlySet<string> {
    return this.#holds;
  }

  get isFull(): boolean {
    return this.#full;
  }

  open(): Store {
    return openStore(this.#name, this.#database);
  }

  hold(ids: Iterable<string>): void {
    for (const id of ids) this.#holds.add(id);
  }

  image(): DiskImage {
    return { bytes: this.#database.serialize(), holds: new Set(this.#holds) };
  }

  /** Another disk, or what this one held once, is put in its place. */
  replace({ bytes, holds }: DiskImage): void {
    this.#database.close();
    this.#database = connected(bytes);
    this.#holds = new Set(holds);
    this.#full = false;
  }

  /** What happens to it while no process has it open. */
  change(work: (database: Database.Database) => void): void {
    work(this.#database);
  }

  /** No page can be added any longer: SQLite itself refuses, in the middle of whatever it does. */
  fill(): void {
    this.#full = true;
    this.#database.pragma(`max_page_count = ${String(this.#database.pragma('page_count', { simple: true }))}`);
  }

  free(): void {
    this.#full = false;
    this.#database.pragma(`max_page_count = ${UNLIMITED}`);
  }

  close(): void {
    this.#database.close();
  }
}

export function openStore(name: string, database: Database.Database): Store {
  return new Store({ file: name, database, newIdentity: () => ({ site: 'its own', station: name, incarnation: 1, demo: false }), beforeMigration: () => undefined });
}

/** A connection whose prepared statements serve the next process on it too: preparing them is a quarter of a simulation's time. */
function connected(bytes: Buffer): Database.Database {
  const database = new Database(bytes);
  const prepare = database.prepare.bind(database);
  const prepared = new Map<string, Database.Statement>();
  const remembered = (sql: string): Database.Statement => {
    const known = prepared.get(sql);
    if (known && !known.busy) return known;
    const statement = prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  Object.defineProperty(database, 'prepare', { value: remembered });
  return database;
}
