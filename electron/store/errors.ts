import Database from 'better-sqlite3';

export type StoreErrorReason = 'no-folder' | 'newer-file' | 'corrupt' | 'damaged' | 'disk-full' | 'in-use' | 'not-durable' | 'read-only' | 'old-engine' | 'failed';

/** A fault of the store itself, with what a person needs to know: the reason decides the words and the way out. */
export class StoreError extends Error {
  readonly reason: StoreErrorReason;
  readonly file: string;

  constructor(reason: StoreErrorReason, file: string, detail: string, options?: ErrorOptions) {
    super(`${reason}: ${file}: ${detail}`, options);
    this.name = 'StoreError';
    this.reason = reason;
    this.file = file;
  }
}

const REASONS: readonly (readonly [RegExp, StoreErrorReason])[] = [
  [/^SQLITE_(CORRUPT|NOTADB)/, 'corrupt'],
  [/^SQLITE_FULL/, 'disk-full'],
  [/^SQLITE_IOERR/, 'failed'],
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, 'in-use'],
  [/^SQLITE_READONLY|^SQLITE_CANTOPEN|^SQLITE_PERM/, 'read-only'],
];

/** Turns an error of SQLite into ours; errors of other kinds come back unchanged. Matches codes, never texts. */
export function asStoreError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const reason = REASONS.find(([pattern]) => pattern.test(error.code))?.[1];
  return reason ? new StoreError(reason, file, `${error.code} ${error.message}`, { cause: error }) : error;
}
