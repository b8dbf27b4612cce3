import type { ShipmentView } from '../../../shared/contracts/views.ts';
import type { OutgoingDocument, OutgoingKind } from '../../../shared/domain/state/entities.ts';
import type { Instant } from '../../../shared/lib/time.ts';

/** Where a shipment stands on the desk, as columns from left to right. */
export const stages = ['routing', 'staged', 'loading', 'departed'] as const;
export type Stage = (typeof stages)[number];

/** Prepaid freight waits for no routing: it can be loaded at once. */
export function stageOf({ state, freightTerm }: Pick<ShipmentView, 'state' | 'freightTerm'>): Stage {
  if (state === 'departed' || state === 'loading') return state;
  return state === 'routed' || freightTerm === 'prepaid' ? 'staged' : 'routing';
}

/** The first ship-by cut-off among its orders. */
export function shipByOf({ orders }: Pick<ShipmentView, 'orders'>): Instant | null {
  return orders.reduce<Instant | null>((first, { shipBy }) => (shipBy !== null && (first === null || shipBy < first) ? shipBy : first), null);
}

/** The newest document of a kind: earlier ones were written anew. */
export function latestOf(documents: readonly OutgoingDocument[], kind: OutgoingKind): OutgoingDocument | undefined {
  return documents.filter((document) => document.kind === kind).reduce<OutgoingDocument | undefined>((newest, each) => (newest && newest.preparedAt >= each.preparedAt ? newest : each), undefined);
}

/** Its orders' common ship-to; null while it is not known. */
export const shipToOf = ({ orders }: Pick<ShipmentView, 'orders'>): string | null => orders.find(({ shipTo }) => shipTo !== null)?.shipTo ?? null;

const asnWaits = ({ documents }: ShipmentView): boolean => {
  const asn = latestOf(documents, 'confirmation-json');
  return asn === undefined || asn.state === 'prepared' || asn.state === 'refused';
};

/** Hot shipments first, then by cut-off; departed ones with an ASN still to hand over first, then the newest. */
export function compareShipments(left: ShipmentView, right: ShipmentView): number {
  if (left.departedAt !== null && right.departedAt !== null) {
    if (asnWaits(left) !== asnWaits(right)) return asnWaits(left) ? -1 : 1;
    return asnWaits(left) ? (left.confirmBy ?? 0) - (right.confirmBy ?? 0) : right.departedAt - left.departedAt;
  }
  if (isHot(left) !== isHot(right)) return isHot(left) ? -1 : 1;
  return (shipByOf(left) ?? Infinity) - (shipByOf(right) ?? Infinity) || left.createdAt - right.createdAt;
}

export const isHot = ({ orders }: Pick<ShipmentView, 'orders'>): boolean => orders.some(({ hpo }) => hpo);
