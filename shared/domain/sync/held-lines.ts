import type { BodyOf } from '../folds.ts';
import type { OperationDraft } from '../../contracts/operations.ts';

type Lines = BodyOf<'operations.held'>['lines'];

/** So many tell a person enough. */
const MOST = 1_000;

/** What of order lines was picked or packed by operations that are not folded: goods that were picked and then packed are the same goods. */
export function heldLines(operations: readonly OperationDraft[]): Lines {
  const lines = new Map<string, Lines[number] & { readonly picked: number; readonly packed: number }>();
  for (const { kind, body } of operations) {
    if (kind !== 'pick.confirmed' && kind !== 'unit.packed') continue;
    const { po, line, sku, eaches } = body;
    const key = `${po} ${line}`;
    const { picked = 0, packed = 0 } = lines.get(key) ?? {};
    const now = kind === 'pick.confirmed' ? { picked: picked + eaches, packed } : { picked, packed: packed + eaches };
    lines.set(key, { po, line, sku, ...now, eaches: Math.max(now.picked, now.packed) });
  }
  return [...lines.values()].slice(0, MOST).map(({ po, line, sku, eaches }) => ({ po, line, sku, eaches }));
}
