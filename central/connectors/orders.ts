import type { OrderPage } from '../../shared/contracts/central.ts';
import type { Order, OrderState } from '../../shared/domain/state/entities.ts';
import type { Central } from '../central.ts';

/** Orders by number, for a planning system that wants to know how far they are. */
export async function orderPage(central: Central, site: string, query: { readonly after: string; readonly limit: number; readonly state: string | undefined }): Promise<OrderPage> {
  const { result: orders } = await central.orders.of(site).read((reader) => reader.find('order', query.state === undefined ? {} : { state: query.state as OrderState }));
  const later = orders.filter(({ po }) => po > query.after);
  const page = later.slice(0, query.limit);
  return { orders: page.map(summaryOf), next: later.length > page.length ? (page.at(-1)?.po ?? null) : null };
}

const summaryOf = (order: Order): OrderPage['orders'][number] => ({
  po: order.po, state: order.state, hpo: order.hpo, revision: order.revision, receivedAt: order.receivedAt, acknowledgeBy: order.acknowledgeBy, acknowledgedAt: order.acknowledgedAt,
  shipBy: order.shipBy, shippedAt: order.shippedAt, cancelledAt: order.cancelledAt, requested: order.requested, accepted: order.accepted, rejected: order.rejected,
  backordered: order.backordered, picked: order.picked, packed: order.packed, shipped: order.shipped,
});
