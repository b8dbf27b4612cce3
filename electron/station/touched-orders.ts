import type { Operation } from '../../shared/contracts/operations.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import { poNumber, shipmentId, type OperationId, type PoNumber } from '../../shared/lib/ids.ts';

/** The orders that a commit may have changed: those it names, and those of the units, shipments and scans it names. */
export function touchedOrders(reader: Reader, operations: readonly Operation[]): ReadonlySet<PoNumber> {
  const pos = new Set<PoNumber>();
  for (const { aggregates } of operations) {
    for (const aggregate of aggregates) for (const po of ordersOf(reader, aggregate)) pos.add(po);
  }
  return pos;
}

function ordersOf(reader: Reader, aggregate: string): readonly PoNumber[] {
  const at = aggregate.indexOf(':');
  const name = aggregate.slice(at + 1);
  switch (aggregate.slice(0, at)) {
    case 'order':
      return [poNumber(name)];
    case 'unit':
      return known(reader.get('unit', { sscc: name })?.po);
    case 'shipment':
      return reader.get('shipment', { shipmentId: shipmentId(name) })?.pos ?? [];
    case 'case':
      return known(reader.get('case', { caseId: name })?.po);
    case 'operation':
      return known(reader.get('scan', { opId: name as OperationId })?.po);
    default:
      return [];
  }
}

const known = (po: PoNumber | null | undefined): readonly PoNumber[] => (po === null || po === undefined ? [] : [po]);
