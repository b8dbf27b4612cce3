import { hashOf } from '../../central/sync/operation-text.ts';
import type { Store } from '../../electron/store/store.ts';
import type { PullReply, WireOperation } from '../../shared/contracts/sync.ts';

/** Where a fault can be put into what is tested, to see that the simulation finds it. */
export interface Mutation {
  /** Central answers a commit before it is on its disk. */
  readonly answersBeforeCommit: boolean;
  readonly apply: (store: Store, page: PullReply) => void;
  readonly pushed: (operations: readonly WireOperation[], failures: number) => readonly WireOperation[];
}

export const none: Mutation = {
  answersBeforeCommit: false,
  apply: (store, page) => void store.sync.apply(page),
  pushed: (operations) => operations,
};

export const earlyAnswers: Mutation = { ...none, answersBeforeCommit: true };

/** A station's cursor reaches the disk, the rows of its page do not. */
export const cursorWithoutRows: Mutation = {
  ...none,
  apply: (store, page) => {
    const last = page.operations.at(-1);
    if (!last || last.siteSeq % 7 !== 0) return void store.sync.apply(page);
    store.database.prepare('UPDATE membership SET after = ?').run(last.siteSeq);
    store.sync.forget();
  },
};

/** A station gives what it sends again other ids. */
export const newIdsOnRetry: Mutation = {
  ...none,
  pushed: (operations, failures) =>
    failures === 0 ? operations : operations.map(({ hash, ...operation }) => {
      const renamed = { ...operation, opId: `${operation.opId}-${hash.slice(0, 4)}-${failures}` };
      return { ...renamed, hash: hashOf(renamed) };
    }),
};
