import type { OperationDraft, OperationKind } from '../contracts/operations.ts';
import type { Occurrence } from './decision.ts';
import type { World } from './state/world.ts';

export type BodyOf<Kind extends OperationKind> = Extract<OperationDraft, { readonly kind: Kind }>['body'];

/** How operations of some kinds change the projections. Total: a fold never refuses, whatever order operations come in. */
export type Folds<Kinds extends OperationKind> = {
  readonly [Kind in Kinds]: (world: World, body: BodyOf<Kind>, occurrence: Occurrence) => void;
};
