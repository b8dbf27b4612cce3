import type Database from 'better-sqlite3';
import { hashOf } from '../../central/sync/operation-text.ts';
import type { Applied } from '../../electron/sync/port.ts';
import type { Store } from '../../electron/store/store.ts';
import type { Operation, OperationDraft } from '../../shared/contracts/operations.ts';
import { wireOperation, type PullReply, type PushRequest, type WireOperation } from '../../shared/contracts/sync.ts';
import type { ScanDecision } from '../../shared/domain/scanning/answer.ts';
import type { World } from '../../shared/domain/state/world.ts';
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
  /** What a scan is answered with. */
  readonly answered: (decision: ScanDecision) => ScanDecision;
  /** What an act of a person's writes. */
  readonly written: (drafts: readonly OperationDraft[]) => readonly OperationDraft[];
  /** An operation of the order has just been folded into the projections that all others are held against. */
  readonly folded: (world: World, operation: Operation) => void;
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
  answered: (decision) => decision,
  written: (drafts) => drafts,
  folded: () => undefined,
  pushed: (operations) => operations,
  known: (known) => known,
  lineage: (lineage) => lineage,
  entry: (entry) => entry,
  refusesDoubles: true,
};

export interface Fault extends Mutation {
  /** A seed that finds it as people work now; all others are looked at once it does not. Rare troubles take long to come up from the first seed on. */
  readonly seed?: number;
  /** The check that must find it. */
  readonly foundBy: CheckName;
  readonly what: string;
}

/** Faults of every part, each with the check that is there to find it. */
export const FAULTS = {
  'early-answers': { ...none, seed: 101, foundBy: 'answered', what: 'central answers before its commit is on the disk', centralCrashed: (log) => log.loseLastCommit() },

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
    ...none, seed: 141, foundBy: 'seen', what: 'pending operations are not laid on again over what others did',
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
    ...none, seed: 124, foundBy: 'contiguous', what: 'one operation of a push is left out, and central takes the rest',
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
    ...none, seed: 42, foundBy: 'unseen', what: 'a station does not say that it wrote before a restore',
    opened: (store) => {
      store.sync.formerLives = () => null;
    },
  },

  'documents-not-sent': { ...none, foundBy: 'documents', what: 'operations go without the documents that they name', documentsOf: () => [] },

  'undeclared-answer': {
    ...none, foundBy: 'scans', what: 'a scan is answered in other words than its scenario declares',
    answered: (decision) => (decision.result.result === 'accepted' ? { ...decision, result: { ...decision.result, result: 'info' } } : decision),
  },

  'wrong-state': {
    ...none, foundBy: 'scans', what: 'a scan is answered with a state that the task does not come to',
    written: (drafts) => drafts.filter(({ kind }) => kind !== 'task.set'),
  },

  'lot-left-out': {
    ...none, foundBy: 'traces', what: 'goods are packed without the lot or serial number that they need',
    written: (drafts) => drafts.map((draft) => (draft.kind === 'unit.packed' ? { ...draft, body: { ...draft.body, trace: undefined } } : draft)),
  },

  'serial-twice-unsaid': {
    ...none, foundBy: 'serials', what: 'a piece is packed a second time by its serial number, and no case says so',
    entry: (entry) => (entry.kind === 'unit.packed' ? { ...entry, verdict: 'ok', caseIds: [] } : entry),
  },

  'received-twice': {
    ...none, foundBy: 'goods', what: 'what is received counts twice, in the bin and in the stock',
    folded: (world, { kind, body }) => {
      if (kind !== 'stock.received') return;
      const { sku, location, eaches } = body;
      const bin = world.get('bin', { sku, location });
      const stock = world.get('stock', { sku });
      if (bin) world.put('bin', { ...bin, boxed: bin.boxed + eaches });
      if (stock) world.put('stock', { ...stock, boxed: stock.boxed + eaches });
    },
  },

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
