import product from '../../../../package.json' with { type: 'json' };
import { defaultSettings } from '../../../../shared/domain/settings/settings.ts';
import { StoreError } from '../../../store/errors.ts';
import { verifyJournal } from '../../../store/verify-journal.ts';
import type { Store } from '../../../store/store.ts';
import { diskState } from '../../queries/status.ts';
import { Station } from '../../station.ts';
import { guarded } from '../desk.ts';
import { clockOf, type Globals } from '../globals.ts';
import { writeAnswer } from '../output.ts';
import { localeOf, Words } from '../words.ts';

export interface DoctorOptions {
  readonly rebuild?: boolean;
}

interface Check {
  readonly name: 'durability' | 'integrity' | 'references' | 'journal' | 'disk' | 'rebuild';
  readonly ok: boolean;
  readonly detail: string;
}

/**
 * Looks the store over: is every commit synced, is the file sound, does the journal hold what was written, do the
 * projections follow from it. Needs the data folder to itself. Ends with 1 when something is wrong.
 */
export async function doctorCommand(globals: Globals, { rebuild = false }: DoctorOptions): Promise<void> {
  let words = new Words({ locale: localeOf(process.env), zone: defaultSettings.zone });
  await guarded(globals, () => words, async () => {
    const station = new Station({ data: globals.data, clock: clockOf(globals), version: product.version, readWhenFull: true });
    try {
      words = new Words({ locale: station.settings.locale, zone: station.settings.zone });
      const { store } = station;
      const checks = [
        // What is open only to be read, because the disk is full, commits nothing.
        ...(store.readOnly ? [] : [durability(store)]), found('integrity', store, () => integrity(store)), found('references', store, () => references(store)), found('journal', store, () => journal(store, words)),
        disk(station.folder.root, words), ...(rebuild ? [found('rebuild', store, () => rebuilt(store, words))] : []),
      ];
      const ok = checks.every((check) => check.ok);
      const notices = words.all(station.notices);
      writeAnswer(
        {
          json: { ok, file: store.file, operations: store.journalLength(), checks, notices },
          lines: [
            ...notices,
            ...checks.map(({ name, ok: sound, detail }) => words.text('cli.doctor.check', { name, ok: sound ? 'yes' : 'no', detail })),
            words.text(ok ? 'cli.doctor.sound' : 'cli.doctor.wrong'),
          ],
        },
        globals.json,
      );
      process.exitCode = ok ? 0 : 1;
    } catch (error) {
      throw station.store.faultOf(error);
    } finally {
      station.close();
    }
    return Promise.resolve();
  });
}

/** A check that damage keeps from being made is one that failed; the next start repairs the store. */
function found(name: Check['name'], store: Store, check: () => Check): Check {
  try {
    return check();
  } catch (error) {
    const fault = store.faultOf(error);
    if (!(fault instanceof StoreError)) throw fault;
    return { name, ok: false, detail: fault.message };
  }
}

const FULL = 2;

/** The settings as the connection has them now, after its first write. */
function durability({ database }: Store): Check {
  const read = (name: string): unknown => database.pragma(name, { simple: true });
  const mode = String(read('journal_mode'));
  const synchronous = Number(read('synchronous'));
  const keys = Number(read('foreign_keys'));
  return { name: 'durability', ok: mode === 'wal' && synchronous >= FULL && keys === 1, detail: `journal_mode=${mode} synchronous=${synchronous} foreign_keys=${keys}` };
}

function integrity(store: Store): Check {
  const faults = store.database.prepare('PRAGMA quick_check(20)').pluck().all().map(String);
  const ok = faults.length === 1 && faults[0] === 'ok';
  if (!ok) store.markDamaged();
  return { name: 'integrity', ok, detail: faults.join('; ') };
}

function references({ database }: Store): Check {
  const broken = database.prepare('PRAGMA foreign_key_check').all().length;
  return { name: 'references', ok: broken === 0, detail: String(broken) };
}

function journal(store: Store, words: Words): Check {
  const { operations, faults } = verifyJournal(store.database);
  return { name: 'journal', ok: faults.length === 0, detail: [words.text('cli.doctor.operations', { count: operations }), ...faults.slice(0, 20).map(({ seq, what }) => `${seq}: ${what}`)].join('; ') };
}

function disk(folder: string, words: Words): Check {
  const { freeBytes, level } = diskState(folder);
  return { name: 'disk', ok: level !== 'full', detail: words.text('cli.doctor.disk', { gigabytes: Math.floor(freeBytes / 1024 ** 3) }) };
}

/** Folds the whole journal anew; projections that were not what it adds up to are named, and are right afterwards. */
function rebuilt(store: Store, words: Words): Check {
  const { operations, different, unreadable } = store.rebuild();
  const ok = different.length === 0 && unreadable.length === 0;
  const detail = ok ? words.text('cli.doctor.identical', { count: operations }) : words.text('cli.doctor.different', { tables: different.join(', ') || '–', unreadable: unreadable.length });
  return { name: 'rebuild', ok, detail };
}
