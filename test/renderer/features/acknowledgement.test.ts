import { expect, test } from 'vitest';
import shipped from '../../../resources/chargeback-policy.json' with { type: 'json' };
import { acceptedDifferently, acceptOf, adviceOf, answersToSend, totalsOf } from '../../../renderer/features/acknowledgement/answers.ts';
import { decideAcknowledge } from '../../../shared/domain/acknowledgement/decide.ts';
import { planAcknowledgement, type AcknowledgementPlan } from '../../../shared/domain/acknowledgement/plan.ts';
import { chargebackRule } from '../../../shared/domain/settings/settings.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { Floor, orderDocument } from '../../support/domain.ts';

const po = poNumber('PO1');

function planOf(floor: Floor): AcknowledgementPlan {
  const plan = planAcknowledgement(floor.world, po, { now: floor.now }, chargebackRule.array().parse(shipped));
  if (!plan) throw new Error('no plan');
  return plan;
}

/** Two lines of which 480 are boxed each, answered with less than that on the first. */
function answered(): Floor {
  const floor = new Floor();
  for (const sku of ['GRINDER', 'KETTLE']) {
    floor.product(sku);
    floor.stocked(sku, 480);
  }
  floor.received(orderDocument('PO1', [{ vendorSku: 'GRINDER', quantity: 1000 }, { vendorSku: 'KETTLE', quantity: 100 }], { hpo: true }));
  const lines = [{ line: '1', accept: 300, rejectionReason: 'ObsoleteProduct' as const }, { line: '2', accept: 100 }];
  floor.perform(decideAcknowledge(floor.world, { po, lines, override: null }, floor.context('shipping')));
  return floor;
}

test('an answer that was given stands until a person changes it, and says when nothing would change', () => {
  const plan = planOf(answered());
  expect(plan.lines.map((line) => [acceptOf(line, undefined), line.advised.accept])).toEqual([[300, 480], [100, 100]]);
  expect(totalsOf(plan, new Map())).toMatchObject({ accepted: 400, rejected: 700, linesChanged: 0 });
  expect(acceptedDifferently(plan, new Map())).toEqual({ 1: 300 });
  expect(answersToSend(plan, new Map())).toMatchObject([{ line: '1', accept: 300, rejectionReason: 'ObsoleteProduct' }, { line: '2', accept: 100, rejectionReason: null }]);
});

test('the advice is one press away', () => {
  const plan = planOf(answered());
  expect(totalsOf(plan, adviceOf(plan))).toMatchObject({ accepted: 580, rejected: 520, linesChanged: 1 });
  expect(acceptedDifferently(plan, adviceOf(plan))).toEqual({});
});

test('a line that a change rejects as a whole is final', () => {
  const plan = planOf(answered());
  expect(totalsOf(plan, new Map([['2', { accept: 0 }]]))).toMatchObject({ linesRejected: 1, linesChanged: 1 });
});

test('what the customer asked for since is answered as advised', () => {
  const floor = answered();
  floor.apply([{ kind: 'order.changed', body: { ...orderDocument('PO1', [{ vendorSku: 'GRINDER', quantity: 1000 }, { vendorSku: 'KETTLE', quantity: 160 }], { hpo: true }), what: [] } }]);
  const plan = planOf(floor);
  expect(plan.lines.map((line) => acceptOf(line, undefined))).toEqual([300, 160]);
});
