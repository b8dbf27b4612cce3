import type { Folds } from '../folds.ts';
import { answeredLine } from './answered-line.ts';
import { touch } from '../sync/act.ts';
import { emptyStock, endIfAllShipped, putLine, putOrder } from '../state/totals.ts';

export const acknowledgementFolds: Folds<'order.acknowledged' | 'document.prepared' | 'document.state-changed'> = {
  'order.acknowledged': (world, { po, version, lines }, occurrence) => {
    const { occurredAt } = occurrence;
    if (!world.get('order', { po })) return;
    for (const answer of lines) {
      const before = world.get('line', { po, line: answer.line });
      if (!before) continue;
      const { accepted, backordered, rejected } = answeredLine(before, answer);
      const down = before.accepted - accepted;
      putLine(world, {
        ...before,
        accepted,
        backordered,
        rejected,
        rejectionReason: rejected > 0 ? (answer.rejectionReason ?? before.rejectionReason) : null,
        finallyRejected: before.finallyRejected || (rejected > 0 && accepted === 0 && backordered === 0),
        downConfirmed: Math.max(0, before.downConfirmed + down),
        downConfirmedAt: before.downConfirmed + down <= 0 ? null : down > 0 ? occurredAt : before.downConfirmedAt,
        acknowledged: true,
        short: Math.min(before.short, Math.max(0, accepted - before.picked)),
        shipDate: answer.shipDate ?? before.shipDate,
      });
      // Only who takes more of a product can take what another had taken.
      if (before.sku !== null && accepted > before.accepted) {
        const stock = world.get('stock', { sku: before.sku }) ?? emptyStock(before.sku);
        world.put('stock', { ...stock, acceptedBy: touch(stock.acceptedBy, occurrence) });
      }
    }
    const order = world.get('order', { po });
    if (!order) return;
    putOrder(world, {
      ...order,
      firstAcknowledgedAt: order.firstAcknowledgedAt ?? occurredAt,
      acknowledgedAt: occurredAt,
      acknowledgementVersion: Math.max(version, order.acknowledgementVersion),
      needsReview: false,
      acknowledgedBy: touch(order.acknowledgedBy, occurrence),
    });
    endIfAllShipped(world, po);
  },

  'document.prepared': (world, { controlNumber, ...document }, { occurredAt }) => {
    const issued = world.get('counter', { name: 'interchange' })?.value ?? 0;
    if (controlNumber > issued) world.put('counter', { name: 'interchange', value: controlNumber });
    if (world.get('outgoing', { documentId: document.documentId })) return;
    world.put('outgoing', { ...document, state: 'prepared', preparedAt: occurredAt, stateAt: occurredAt, note: null });
  },

  'document.state-changed': (world, { documentId, state, note }, { occurredAt }) => {
    const document = world.get('outgoing', { documentId });
    // What somebody was given meanwhile is out, whatever was decided here.
    if (!document || (state === 'withdrawn' && document.state !== 'prepared')) return;
    world.put('outgoing', { ...document, state, stateAt: occurredAt, note });
  },
};
