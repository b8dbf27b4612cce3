import { expect } from 'vitest';
import type { Store } from '../../../electron/store/store.ts';
import type { OperationDraft } from '../../../shared/contracts/operations.ts';
import { done } from '../../../shared/domain/decision.ts';
import { contextAt, NOW } from '../../support/store.ts';
import { dump, type ModelCentral } from './model.ts';

/** Lets people at a station do something; answers the ids of what was written. */
export function work(store: Store, ...drafts: readonly OperationDraft[]): readonly string[] {
  const outcome = store.decide(contextAt(NOW), () => done(...drafts));
  if (!outcome.ok) throw new Error('refused');
  return outcome.operations.map(({ opId }) => opId);
}

/** The store is what the order makes, to the letter, and stays so when it is folded anew. */
export function expectEqual(store: Store, central: ModelCentral): void {
  expect(dump(store.reader)).toEqual(dump(central.world));
  expect(store.rebuild().different).toEqual([]);
  expect(dump(store.reader)).toEqual(dump(central.world));
}

export const journalIds = (store: Store): readonly string[] => store.database.prepare('SELECT op_id FROM operation ORDER BY op_id').pluck().all().map(String);
