import { decideReleaseFlag, decideFlag } from '../../../shared/domain/orders/decide-flag.ts';
import { decideCancel, decidePin, decideReview } from '../../../shared/domain/orders/decide-order.ts';
import { decideReturnToStock } from '../../../shared/domain/picking/return-to-stock.ts';
import { decideShortResolved } from '../../../shared/domain/picking/short.ts';
import { decideAssign } from '../../../shared/domain/staffing/decide-assign.ts';
import type { OrderView } from '../../../shared/contracts/views.ts';
import type { Context, Decision } from '../../../shared/domain/decision.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';
import { location, poNumber } from '../../../shared/lib/ids.ts';
import { requireOrder } from '../queries/find-order.ts';
import { orderView } from '../queries/order.ts';
import { act, api, type CallContext } from './base.ts';

/** Does something to an order and answers with the order as it then is. */
function change(context: CallContext, po: string, decision: (reader: Reader, context: Context) => Decision<unknown>): OrderView {
  act(context, decision);
  return orderView(context.station, poNumber(po));
}

export const orders = {
  get: api.orders.get.handler(({ context, input }) => orderView(context.station, requireOrder(context.station, input.po).po)),
  flag: api.orders.flag.handler(({ context, input }) => change(context, input.po, (reader, decision) => decideFlag(reader, input, decision))),
  releaseFlag: api.orders.releaseFlag.handler(({ context, input }) => change(context, input.po, (reader, decision) => decideReleaseFlag(reader, input, decision))),
  pin: api.orders.pin.handler(({ context, input }) => change(context, input.po, (reader, decision) => decidePin(reader, input, decision))),
  assign: api.orders.assign.handler(({ context, input }) => change(context, input.po, (reader, decision) => decideAssign(reader, input, decision))),
  review: api.orders.review.handler(({ context, input }) => change(context, input.po, (reader, decision) => decideReview(reader, input, decision))),
  cancel: api.orders.cancel.handler(({ context, input }) => change(context, input.po, (reader, decision) => decideCancel(reader, input, decision))),
  resolveShort: api.orders.resolveShort.handler(({ context, input: { po, line, note } }) =>
    change(context, po, (reader, decision) => decideShortResolved(reader, { po: poNumber(po), line, note }, decision)),
  ),
  returnToStock: api.orders.returnToStock.handler(({ context, input }) =>
    change(context, input.po, (reader, decision) => decideReturnToStock(reader, { ...input, po: poNumber(input.po), location: location(input.location) }, decision)),
  ),
};
