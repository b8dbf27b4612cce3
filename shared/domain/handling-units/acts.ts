import type { OperationDraft } from '../../contracts/operations.ts';
import { refuse, type Decision } from '../decision.ts';

/*
 * One act of a person that is several operations: undo takes back all of them or none.
 */

/** What undo knows as a part of an act. */
export type Part = Extract<OperationDraft, { readonly kind: 'unit.unpacked' | 'unit.opened' | 'unit.packed' | 'unit.voided' | 'unit.reopened' | 'goods.damaged' | 'unit.nested' | 'unit.unnested' }>;

/**
 * Operations that one act may be. Undo needs one for each, and a station keeps its newest 1,000 scans: a longer act could be taken back in part
 * only.
 */
export const LONGEST_ACT = 400;

/** Pieces with lots or numbers of their own that one act takes off and puts elsewhere: two operations each, and one for the unit. */
const MOST_PIECES = Math.floor(LONGEST_ACT / 2) - 1;

/** Operations that are one act, each with its place in it, behind `before` others of it: undo takes all of them back. */
export const inParts = (drafts: readonly Part[], before = 0): Part[] => drafts.map((draft, index) => (before + index === 0 ? draft : placed(draft, before + index)));

const placed = <Draft extends Part>(draft: Draft, part: number): Draft => ({ ...draft, body: { ...draft.body, part } });

/** The refusal of an act of so many operations that undo could not take it back whole; undefined while it can. `most`: pieces that would do. */
export function tooLong(where: string, operations: number, most: number = MOST_PIECES): Extract<Decision, { readonly ok: false }> | undefined {
  return operations > LONGEST_ACT ? refuse('handlingUnits.refused.tooManyPieces', where, { unit: where, most }, 'handlingUnits.hint.fewerPieces') : undefined;
}
