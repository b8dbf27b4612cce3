import type { OperationDraft } from '../../../contracts/operations.ts';
import type { Occurrence } from '../../decision.ts';
import type { Case } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';

/** The contradictions that an operation makes with what others did, read from the state before it. */
export function judge(_reader: Reader, _draft: OperationDraft, _occurrence: Occurrence): readonly Case[] {
  return [];
}
