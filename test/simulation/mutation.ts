import type Database from 'better-sqlite3';
import { hashOf } from '../../central/sync/operation-text.ts';
import type { Applied } from '../../electron/sync/port.ts';
import type { Store } from '../../electron/store/store.ts';
import { wireOperation, type PullReply, type PushRequest, type WireOperation } from '../../shared/contracts/sync.ts';
import type { CheckName } from './finding.ts';
import type { LogFaults, MemoryLog } from './memory-log.ts';

/** Where a fault can be put into what is tested, to see that the simulation finds it. */
export interface Mutation extends LogFaults {
  /** Central's process has just ended. */
  readonly centralCrashed: (log: MemoryLog) => void;
  /** A store that has just been opened. */
  readonly opened: (store: Store) => void;
  /** A station's disk whose process has just died. */
  readonly crashed: (disk: Database.Database) => void;
  readonly apply: (store: Store, page: PullReply) => Applied;
  readonly documentsOf: (store: Store, operations: readonly WireOperation[]) => readonly string[];
  /** What a station sends of its queue, after so many pushes that came to nothing. */
  readonly pushed: (operations: PushRequest['operations'], failures: number) => PushRequest['operations'];
}

const applied = (store: Store, page: PullReply): Applied => store.sync.apply(page);

export const none: Mutation = {
  centralCrashed: () => undefined,
  opened: () => undefined,
  crashed: () => undefined,
  apply: applied,
  documentsOf: (store, operations) => store.sync.documentsOf(operations),
  pushed: (operations) => operations,
  known: (known) => known,
  lineage: (lineage) => lineage,
  entry: (entry) => entry,
  refusesDoubles: true,
};

interface Fault extends Mutation {
  /** The check that must find it. */
  readonly foundBy: CheckName;
  readonly what: string;
}

/** Faults of every part, each with the check that is there to find it. */
export const FAULTS = {
  'early-answers': { ...none, foundBy: 'answered', what: 'central answers before its commit is on the disk', centralCrashed: (log) => log.loseLastCommit() },

  'cursor-without-rows': {
    ...none, foundBy: 'station', what: 'a cursor moves without the rows of its page',
    apply: (store, page) => {
      const last = page.operations.at(-1);
      if (!last || last.siteSeq % 7 !== 0) return applied(store, page);
      store.database.prepare('UPDATE membership SET after = ?').run(last.siteSeq);
      store.sync.forget();
      return { after: last.siteSeq, operations: page.operations.length, refolded: 0 };
    },
  },

  'new-ids-on-retry': {
    ...none, foundBy: 'nobody', what: 'what is sent again has other ids',
    pushed: (operations, failures) =>
      failures === 0 ? operations : operations.map((operation) => {
        const { hash, ...rest } = wireOperation.parse(operation);
        const renamed = { ...rest, opId: `${rest.opId}-${hash.slice(0, 4)}-${failures}` };
        return { ...renamed, hash: hashOf(renamed) };
      }),
  },

  'no-dedupe': { ...none, foundBy: 'once', what: 'central does not look whether it has an operation', known: () => new Map(), refusesDoubles: false },

  'no-rebase': {
    ...none, foundBy: 'seen', what: 'pending operations are not laid on again over what others did',
    opened: (store) => {
      store.sync.parts.layers.takeDisturbance = () => false;
    },
  },

  'queue-lost-in-crash': {
    ...none, foundBy: 'saved', what: 'a crash loses what waits to be sent',
    crashed: (disk) => {
      disk.prepare('DELETE FROM pending WHERE sent = 0').run();
    },
  },

  'gaps-taken': {
    ...none, foundBy: 'contiguous', what: 'one operation of a push is left out, and central takes the rest',
    pushed: (operations) => (operations.length > 2 ? operations.filter((_, index) => index !== 1) : operations),
    lineage: (lineage) => ({ ...lineage, have: lineage.have + 1 }),
  },

  'verdict-forgotten': {
    ...none, foundBy: 'confirmed', what: 'a station does not keep the verdict that central gave',
    apply: (store, page) => {
      const outcome = applied(store, page);
      store.database.prepare("UPDATE confirmed SET verdict = 'ok'").run();
      return outcome;
    },
  },

  'verdict-changed': { ...none, foundBy: 'verdicts', what: 'central does not write down the verdict that it gave', entry: (entry) => ({ ...entry, verdict: 'ok', caseIds: [] }) },

  'rows-beside-the-journal': {
    ...none, foundBy: 'rebuild', what: 'a row changes without an operation',
    crashed: (disk) => {
      disk.prepare("UPDATE bin SET boxed = boxed + 1 WHERE location = 'C-01-01'").run();
    },
  },

  'base-without-life': {
    ...none, foundBy: 'unseen', what: 'a station does not say that it wrote before a restore',
    opened: (store) => {
      store.sync.formerLives = () => null;
    },
  },

  'documents-not-sent': { ...none, foundBy: 'documents', what: 'operations go without the documents that they name', documentsOf: () => [] },

  'store-throws': {
    ...none, foundBy: 'faults', what: 'the store fails for no reason',
    apply: (store, page) => {
      if (page.operations.some(({ siteSeq }) => siteSeq % 41 === 0)) throw new Error('for no reason');
      return applied(store, page);
    },
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;

export const isFaultName = (name: string): name is FaultName => Object.hasOwn(FAULTS, name);
