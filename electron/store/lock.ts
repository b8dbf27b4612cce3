import Database from 'better-sqlite3';
import { asStoreError, StoreError } from './errors.ts';

/**
 * Holds a data folder for one process. The lock is a file lock that the kernel lets go when the process dies,
 * whatever kills it: an exclusive transaction on a small SQLite file of its own. Throws StoreError `in-use`.
 */
export function lockFolder(file: string): { readonly release: () => void } {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: 0 });
    // Nothing is ever written to it, and a journal file could not be made on a full disk.
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    const known = asStoreError(error, file);
    throw known instanceof StoreError && known.reason === 'in-use' ? new StoreError('in-use', file, 'another process works on this data folder', { cause: error }) : known;
  }
  const held = database;
  return {
    release: () => {
      if (!held.open) return;
      held.exec('ROLLBACK');
      held.close();
    },
  };
}
