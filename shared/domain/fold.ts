import type { OperationKind } from '../contracts/operations.ts';
import { acknowledgementFolds } from './acknowledgement/folds.ts';
import type { Occurrence } from './decision.ts';
import { evidenceFolds } from './evidence/folds.ts';
import type { BodyOf, Folds } from './folds.ts';
import { handlingUnitFolds } from './handling-units/folds.ts';
import { orderFolds } from './orders/folds.ts';
import { paperFolds } from './papers/folds.ts';
import { pickingFolds } from './picking/folds.ts';
import { forgetOldScan } from './scanning/record.ts';
import { scanningFolds } from './scanning/folds.ts';
import { settingsFolds } from './settings/folds.ts';
import { shipmentFolds } from './shipment/folds.ts';
import { staffingFolds } from './staffing/folds.ts';
import type { World } from './state/world.ts';
import { stockFolds } from './stock/folds.ts';
import { syncFolds } from './sync/folds.ts';

/** How every kind of operation changes the projections; a kind forgotten by its subject does not compile. */
const folds: Folds<OperationKind> = {
  ...orderFolds,
  ...acknowledgementFolds,
  ...stockFolds,
  ...pickingFolds,
  ...handlingUnitFolds,
  ...evidenceFolds,
  ...paperFolds,
  ...shipmentFolds,
  ...staffingFolds,
  ...settingsFolds,
  ...scanningFolds,
  ...syncFolds,
};

type Bodies = { readonly [Kind in OperationKind]: BodyOf<Kind> };
type Draft<Kind extends OperationKind = OperationKind> = { readonly [Each in Kind]: { readonly kind: Each; readonly body: Bodies[Each] } }[Kind];

/** Adds one operation to the projections. */
export function foldOperation<Kind extends OperationKind>(world: World, draft: Draft<Kind>, occurrence: Occurrence): void {
  const table: { readonly [Each in OperationKind]: (world: World, body: Bodies[Each], occurrence: Occurrence) => void } = folds;
  table[draft.kind](world, draft.body, occurrence);
  forgetOldScan(world, occurrence);
}
