import fc from 'fast-check';
import type { OperationDraft } from '../../../shared/contracts/operations.ts';
import { location, poNumber, shipmentId, sku } from '../../../shared/lib/ids.ts';
import { POS, SKUS } from './seed.ts';

const UNITS = ['000000000000000017', '000000000000000024'] as const;

const po = fc.constantFrom(...POS).map(poNumber);
const line = fc.constantFrom('1', '2');
const unit = fc.constantFrom(...UNITS);
const some = fc.integer({ min: 1, max: 30 });
const skuOf = (of: string) => sku(of === '1' ? 'CG-1' : 'CG-2');

/** Facts that two stations may well contradict each other in. */
export const draft: fc.Arbitrary<OperationDraft> = fc.oneof(
  fc.record({ po, line, eaches: some }).map(({ po: order, line: at, eaches }): OperationDraft => ({
    kind: 'pick.confirmed', body: { po: order, line: at, sku: skuOf(at), location: location('A-01'), eaches, code: 'code', keyed: false },
  })),
  fc.record({ unit, po }).map(({ unit: sscc, po: order }): OperationDraft => ({ kind: 'unit.opened', body: { sscc, serial: Number(sscc.slice(-2)), kind: 'pallet', po: order } })),
  fc.record({ unit, po, line, eaches: some }).map(({ unit: sscc, po: order, line: at, eaches }): OperationDraft => ({
    kind: 'unit.packed', body: { sscc, po: order, line: at, sku: skuOf(at), eaches, cartons: eaches, carton: null, code: 'code', keyed: false },
  })),
  unit.map((sscc): OperationDraft => ({ kind: 'unit.closed', body: { sscc, weightGrams: null, heightMm: null } })),
  unit.map((sscc): OperationDraft => ({ kind: 'unit.loaded', body: { sscc, shipmentId: shipmentId('SH-1'), code: sscc } })),
  fc.record({ sku: fc.constantFrom(...SKUS).map(sku), boxed: fc.integer({ min: 0, max: 200 }) }).map((each): OperationDraft => ({
    kind: 'stock.set', body: { ...each, location: location('A-01'), safety: null, reason: 'count', code: null },
  })),
  fc.record({ po, accepted: fc.integer({ min: 0, max: 40 }), version: fc.integer({ min: 1, max: 3 }) }).map(({ po: order, accepted, version }): OperationDraft => ({
    kind: 'order.acknowledged',
    body: {
      po: order, version, override: null,
      lines: ['1', '2'].map((at) => ({ line: at, accepted, rejected: 40 - accepted, backordered: 0, rejectionReason: accepted === 40 ? null : ('TemporarilyUnavailable' as const), shipDate: null })),
    },
  })),
  po.map((order): OperationDraft => ({ kind: 'order.cancelled', body: { po: order, documentId: null, reason: 'customer', by: 'customer' } })),
  po.map((order): OperationDraft => ({ kind: 'task.set', body: { kind: 'pick', po: order, shipmentId: null, sscc: null, location: null, sku: null } })),
  fc.record({ po, shared: fc.boolean() }).map(({ po: order, shared }): OperationDraft => ({ kind: 'claim.taken', body: { subject: `order:${order}`, shared } })),
  fc.constant<OperationDraft>({ kind: 'scan.unknown', body: { code: 'what', task: null } }),
);
