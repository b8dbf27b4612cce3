import { message } from '../../messages/say.ts';
import { done, refuse, type Context, type Decision } from '../decision.ts';
import { requireRight } from '../staffing/rights.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';
import { findOrder, orderName, refuseEnded, refuseNoReason } from './find-order.ts';
import { channelName, hotVerdict } from './hot.ts';

/** A supervisor says that an order is hot, or that it is not. The word holds against documents and rules until it is taken back. */
export function decideFlag(reader: Reader, input: { readonly po: string; readonly hpo: boolean; readonly reason: string }, context: Context): Decision {
  const where = orderName(input.po);
  const refused = requireRight(context, 'flag', where) ?? refuseNoReason(input.reason, where);
  if (refused) return refused;
  const found = findOrder(reader, input.po);
  if (!found.ok) return found;
  const { po, channel } = found.order;
  const ended = refuseEnded(found.order);
  if (ended) return ended;
  if (input.hpo && channel !== 'vendor') return refuse('orders.refused.thirdParty', where, { po, channel: channelName(channel) }, 'orders.hint.priority');
  const why = message(input.hpo ? 'orders.why.byHand' : 'orders.why.byHandOff', { name: context.actor.name, reason: input.reason.trim() });
  return done({ kind: 'order.flagged', body: { po, hpo: input.hpo, why: [why] } });
}

/** A supervisor takes the word back: what the document and the rules say holds again. */
export function decideReleaseFlag(reader: Reader, input: { readonly po: string }, context: Context): Decision {
  const where = orderName(input.po);
  const refused = requireRight(context, 'flag', where);
  if (refused) return refused;
  const found = findOrder(reader, input.po);
  if (!found.ok) return found;
  const { order } = found;
  if (order.flaggedBy === null) return refuse('orders.refused.notFlaggedByHand', where, { po: order.po }, 'orders.hint.flagIt');
  const { hpo, why } = hotVerdict({ ...order, lines: reader.find('line', { po: order.po }) }, settingsOf(reader), order.receivedAt);
  return done({ kind: 'order.flag-released', body: { po: order.po, hpo, why: [...why] } });
}
