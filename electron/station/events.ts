import type { Operation, OperationKind } from '../../shared/contracts/operations.ts';
import type { StationEvent, Subject } from '../../shared/contracts/views.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import type { PoNumber } from '../../shared/lib/ids.ts';
import { refusedFileEvent } from './refused-files.ts';
import { touchedOrders } from './touched-orders.ts';

const SUBJECTS: readonly (readonly [RegExp, readonly Subject[]])[] = [
  [/^order\.|^list\.|^paper\.|^short\./, ['orders']],
  [/^pick\./, ['orders', 'stock', 'tasks']],
  [/^goods\./, ['orders', 'stock', 'tasks', 'units']],
  [/^scan\./, ['orders', 'stock', 'units', 'shipments', 'tasks']],
  [/^evidence\./, ['units', 'orders']],
  [/^unit\./, ['orders', 'units', 'shipments', 'tasks']],
  [/^shipment\./, ['orders', 'shipments', 'units', 'documents']],
  [/^document\./, ['documents', 'orders', 'shipments']],
  [/^product\./, ['stock', 'orders']],
  [/^stock\./, ['stock', 'orders']],
  [/^staff\./, ['staff']],
  [/^task\./, ['tasks', 'orders', 'staff']],
  [/^settings\.|^policy\.|^pace\./, ['settings', 'orders']],
  [/^unknown-code\./, ['stock']],
  [/^claim\./, ['claims', 'orders']],
  [/^case\.|^operations?\./, ['cases', 'orders']],
  [/^station\./, ['peers', 'cases']],
];

const subjectsOf = (kind: OperationKind): readonly Subject[] => SUBJECTS.find(([pattern]) => pattern.test(kind))?.[1] ?? [];

/** What screens must hear of a commit: what to ask again, and what must interrupt people. */
export function eventsOf(reader: Reader, operations: readonly Operation[]): StationEvent[] {
  const subjects = new Set<Subject>();
  const loud: StationEvent[] = [];
  for (const operation of operations) {
    for (const subject of subjectsOf(operation.kind)) subjects.add(subject);
    const event = interruptionOf(reader, operation);
    if (event) loud.push(event);
  }
  const settings = subjects.has('settings') ? [{ type: 'status' } as const] : [];
  return [{ type: 'changed', pos: [...touchedOrders(reader, operations)], subjects: [...subjects] }, ...loud, ...settings];
}

function interruptionOf(reader: Reader, operation: Operation): StationEvent | undefined {
  switch (operation.kind) {
    case 'order.received':
      return operation.body.documentState === 'open' ? hotEvent(reader, operation.body.po) : undefined;
    case 'order.flagged':
    case 'order.flag-released':
      return operation.body.hpo ? hotEvent(reader, operation.body.po) : { type: 'not-hot', po: operation.body.po };
    case 'order.changed': {
      const becameHot = operation.body.what.some(({ key }) => key === 'orders.change.becameRush');
      const order = reader.get('order', { po: operation.body.po });
      return becameHot ? hotEvent(reader, operation.body.po) : { type: 'order-changed', po: operation.body.po, hpo: order?.hpo ?? false, what: operation.body.what };
    }
    case 'order.cancelled': {
      const order = reader.get('order', { po: operation.body.po });
      return { type: 'order-changed', po: operation.body.po, hpo: order?.hpo ?? false, what: [{ key: 'orders.change.cancelled', params: {} }] };
    }
    case 'document.received':
      return refusedFileEvent(operation.body);
    case 'case.resolved':
      return { type: 'decided', caseId: operation.body.caseId };
    default:
      return undefined;
  }
}

function hotEvent(reader: Reader, po: PoNumber): StationEvent | undefined {
  const order = reader.get('order', { po });
  if (!order?.hpo) return undefined;
  return { type: 'hot', po, why: order.why, units: order.requested, acknowledgeBy: order.acknowledgeBy, shipTo: order.shipToId };
}
