import { planAcknowledgement } from '../../../shared/domain/acknowledgement/plan.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { acknowledge } from '../outgoing.ts';
import { requireOrder } from '../queries/find-order.ts';
import { orderView } from '../queries/order.ts';
import { api, notFound, personOf, settle, type CallContext } from './base.ts';

function plan(context: CallContext, text: string, accept?: Readonly<Record<string, number>>) {
  const { station } = context;
  const { po } = requireOrder(station, text);
  personOf(context);
  const made = planAcknowledgement(station.reader, po, { now: station.now() }, station.policy(), accept);
  if (!made) throw notFound('acknowledgement.refused.unknown', `PO ${po}`, { po }, 'acknowledgement.hint.import');
  return made;
}

export const acknowledgement = {
  plan: api.acknowledgement.plan.handler(({ context, input }) => plan(context, input.po)),
  consequences: api.acknowledgement.consequences.handler(({ context, input }) => plan(context, input.po, input.accept)),
  send: api.acknowledgement.send.handler(({ context, input }) => {
    const po = poNumber(input.po);
    const override = input.overrideReason === null ? null : { reason: input.overrideReason };
    settle(acknowledge(context.station, personOf(context), { po, lines: input.lines, override }));
    return orderView(context.station, po);
  }),
};
