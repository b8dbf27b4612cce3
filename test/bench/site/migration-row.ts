import Database from 'better-sqlite3';
import { join } from 'node:path';
import { migrations } from '../../../electron/store/migrations/list.ts';
import { openDatabase } from '../../../electron/store/open.ts';
import { fillJournal } from '../large-store.ts';
import { seconds, timed } from '../measure.ts';
import type { Row } from '../report.ts';
import { shareOf } from './share.ts';

const OPERATIONS = shareOf(1_000_000);
/** The last version before the journal could hold the operations of others. */
const BEFORE_SYNC = 20;

/** The first start of a release that syncs on the store of a busy year: the journal is copied into its new table. */
export function migrationRow(folder: string): Row {
  const file = join(folder, 'before-sync.db');
  const old = new Database(file);
  old.pragma('journal_mode = WAL');
  for (const { version, sql } of migrations) if (version <= BEFORE_SYNC) old.exec(sql);
  old.pragma(`user_version = ${BEFORE_SYNC}`);
  old.close();
  fillJournal(file, OPERATIONS);
  const took = timed(() => openDatabase(file, () => undefined).close());
  return { what: `first start after the update that brings sync, ${OPERATIONS.toLocaleString('en')} operations in the journal (the backup before it not counted)`, budget: '-', measured: seconds(took), within: null };
}
