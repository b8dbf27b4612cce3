import { existsSync, statSync } from 'node:fs';
import { message, type Message } from '../../shared/messages/say.ts';
import { backUpBeforeMigration, listBackups } from './backup.ts';
import { StoreError } from './errors.ts';
import type { OpenStoreOptions } from './open-options.ts';
import { finishRecovery, recover } from './recover.ts';
import { Store } from './store.ts';

/**
 * Opens a store as a station starts: checks it after an unclean end, and after damage climbs the ladder of `recover`.
 * The notices tell people what was found and done. Throws StoreError where a person must decide.
 */
export function openStore(options: OpenStoreOptions): { readonly store: Store; readonly notices: readonly Message[] } {
  finishRecovery(options);
  if (isGone(options.file) && listBackups(options.backups).length > 0) return putBack(options);
  try {
    const store = openOnce(options);
    if (!store.endedUncleanly) return { store, notices: [] };
    if (store.database.pragma('quick_check(1)', { simple: true }) === 'ok') return { store, notices: [message('store.endedUncleanly')] };
    store.database.close();
  } catch (error) {
    if (!(error instanceof StoreError) || error.reason !== 'corrupt') throw error;
  }
  const report = recover(options, openOnce);
  return { store: report.store, notices: report.notices };
}

/** Opens a store to read it while the disk is full, and says so. */
export function openStoreToRead(options: OpenStoreOptions): { readonly store: Store; readonly notices: readonly Message[] } {
  const store = new Store({ file: options.file, newIdentity: options.newIdentity, beforeMigration: () => undefined, readOnly: true });
  return { store, notices: [message('store.fullReading')] };
}

/** Missing or without a byte: SQLite would make a new store of it, and the station would start silently empty. */
const isGone = (file: string): boolean => !existsSync(file) || statSync(file).size === 0;

function putBack(options: OpenStoreOptions): { readonly store: Store; readonly notices: readonly Message[] } {
  const { store, backup } = recover(options, openOnce);
  return { store, notices: [message('store.missing', { backup })] };
}

function openOnce(options: OpenStoreOptions): Store {
  return new Store({
    file: options.file,
    newIdentity: options.newIdentity,
    beforeMigration: (database) => {
      backUpBeforeMigration(database, options.backups, options.now);
    },
  });
}
