import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersOf } from '../../../shared/domain/acknowledgement/answers.ts';
import { decideAcknowledge } from '../../../shared/domain/acknowledgement/decide.ts';
import { planAcknowledgement } from '../../../shared/domain/acknowledgement/plan.ts';
import { poNumber, sku } from '../../../shared/lib/ids.ts';
import { HOUR } from '../../../shared/lib/time.ts';
import { Floor, orderDocument } from '../../support/domain.ts';

const SKUS = ['MUG', 'POT'] as const;
const POS = ['PO1', 'PO2', 'PO3'] as const;

const lineArb = fc.record({ vendorSku: fc.constantFrom(...SKUS), unit: fc.constantFrom('eaches' as const, 'cases' as const), quantity: fc.integer({ min: 1, max: 30 }), backOrderAllowed: fc.boolean() });
const orderArb = fc.record({ hpo: fc.boolean(), lines: fc.array(lineArb, { minLength: 1, maxLength: 4 }) });
const floorArb = fc.record({
  orders: fc.tuple(orderArb, orderArb, orderArb),
  stock: fc.tuple(fc.nat(400), fc.nat(400)),
  safety: fc.tuple(fc.nat(100), fc.nat(100)),
});
type Shape = typeof floorArb extends fc.Arbitrary<infer Value> ? Value : never;

function floorOf({ orders, stock, safety }: Shape): Floor {
  const floor = new Floor();
  SKUS.forEach((name, index) => {
    floor.product(name, { caseSize: index === 0 ? 6 : 12 });
    floor.stocked(name, stock[index] ?? 0, 'A-01-01', safety[index] ?? 0);
  });
  POS.forEach((po, index) => floor.received(orderDocument(po, orders[index]?.lines ?? [], { hpo: orders[index]?.hpo ?? false })));
  return floor;
}

const planOf = (floor: Floor, po: string) => {
  const plan = planAcknowledgement(floor.world, poNumber(po), { now: floor.now }, []);
  if (!plan) throw new Error('no plan');
  return plan;
};

test('advice over any orders that share products accepts no more than is boxed, nor touches safety stock for standard orders', () => {
  fc.assert(
    fc.property(floorArb, (shape) => {
      const floor = floorOf(shape);
      for (const po of POS) {
        const plan = planOf(floor, po);
        const order = floor.order(po);
        for (const name of SKUS) {
          const advised = plan.lines.filter((line) => line.sku === sku(name)).reduce((sum, { advised: { accept } }) => sum + accept, 0);
          const { boxed, allocated, safety } = floor.stock(name);
          expect(advised).toBeLessThanOrEqual(Math.max(0, boxed - allocated - (order.hpo ? 0 : safety)));
        }
        for (const { advised, unitSize, requested } of plan.lines) {
          expect(advised.accept % (unitSize ?? 1)).toBe(0);
          expect(advised.accept + advised.backorder + advised.reject).toBe(requested);
          expect(advised.accept).toBeGreaterThanOrEqual(0);
        }
        floor.perform(decideAcknowledge(floor.world, { po: poNumber(po), lines: answersOf(plan), override: null }, floor.context('shipping')));
      }
      for (const name of SKUS) expect(floor.stock(name).allocated).toBeLessThanOrEqual(floor.stock(name).boxed);
    }),
  );
});

const commandArb = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const), po: fc.constantFrom(...POS), override: fc.boolean(),
    lines: fc.array(fc.record({ accept: fc.integer({ min: 0, max: 400 }), backorder: fc.constantFrom(0, 0, 12, 30), reason: fc.boolean() }), { minLength: 4, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('plan' as const), po: fc.constantFrom(...POS) }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('change' as const), po: fc.constantFrom(...POS), lines: fc.array(lineArb, { minLength: 4, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('stock' as const), name: fc.constantFrom(...SKUS), boxed: fc.nat(400) }),
  fc.record({ kind: fc.constant('pick' as const), po: fc.constantFrom(...POS), eaches: fc.integer({ min: 1, max: 30 }) }),
);

test('after any answers: requested = accepted + rejected + back-ordered where it was answered, whole units, and a finally rejected line is never accepted', () => {
  fc.assert(
    fc.property(floorArb, fc.array(commandArb, { minLength: 5, maxLength: 30, size: 'max' }), (shape, commands) => {
      const floor = floorOf(shape);
      for (const command of commands) {
        switch (command.kind) {
          case 'wait':
            floor.pass(command.hours * HOUR);
            break;
          case 'stock':
            floor.stocked(command.name, command.boxed);
            break;
          case 'pick':
            for (const line of floor.lines(command.po)) {
              const eaches = Math.min(command.eaches, line.accepted - line.picked);
              if (line.sku !== null && eaches > 0) floor.apply([{ kind: 'pick.confirmed', body: { po: line.po, line: line.line, sku: line.sku, location: null, eaches, code: 'x', keyed: false } }]);
            }
            break;
          case 'change': {
            const kept = floor.lines(command.po);
            const lines = command.lines.slice(0, kept.length).map((line, index) => ({ ...line, vendorSku: kept[index]?.vendorSku ?? line.vendorSku, unit: kept[index]?.unit ?? line.unit }));
            floor.apply([{ kind: 'order.changed', body: { ...orderDocument(command.po, lines), what: [] } }]);
            break;
          }
          default: {
            const before = new Map(floor.lines(command.po).map((line) => [line.line, line]));
            const answers = command.kind === 'plan'
              ? answersOf(planOf(floor, command.po))
              : floor.lines(command.po).map((line, index) => {
                  const { accept = 0, backorder = 0, reason = true } = command.lines[index] ?? {};
                  const size = line.unitSize ?? 1;
                  const whole = Math.min(line.requested, Math.floor(accept / size) * size);
                  return { line: line.line, accept: whole, backorder: Math.min(line.requested - whole, Math.floor(backorder / size) * size), rejectionReason: reason ? ('TemporarilyUnavailable' as const) : null };
                });
            const override = command.kind === 'answer' && command.override ? { reason: 'test' } : null;
            const decision = decideAcknowledge(floor.world, { po: poNumber(command.po), lines: answers, override }, floor.context());
            if (!decision.ok) break;
            floor.perform(decision);
            for (const line of floor.lines(command.po)) {
              expect(line.accepted + line.rejected + line.backordered).toBe(line.requested);
              expect(line.accepted).toBeGreaterThanOrEqual(line.picked);
              expect(line.accepted % (line.unitSize ?? 1)).toBe(0);
              if (before.get(line.line)?.finallyRejected) expect(line.accepted).toBe(0);
            }
          }
        }
        for (const line of POS.flatMap((po) => floor.lines(po))) {
          if (line.finallyRejected) expect(line.accepted + line.backordered).toBe(0);
          expect(line.accepted + line.rejected + line.backordered).toBeLessThanOrEqual(line.requested);
        }
      }
      for (const po of POS) expect(floor.replay().find('line', { po: poNumber(po) })).toEqual(floor.world.find('line', { po: poNumber(po) }));
    }),
    { numRuns: 150 },
  );
});
