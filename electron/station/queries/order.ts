import type { OrderView } from '../../../shared/contracts/views.ts';
import { exposureOfOrder } from '../../../shared/domain/chargebacks/exposure.ts';
import type { Line } from '../../../shared/domain/state/entities.ts';
import type { PoNumber } from '../../../shared/lib/ids.ts';
import { addMoney, extend, perEach, type Money } from '../../../shared/lib/money.ts';
import { whyNoX12 } from '../acknowledgement-x12.ts';
import type { Station } from '../station.ts';
import { requireOrder } from './find-order.ts';
import { historyEntry } from './history.ts';
import { linesOf, lineView } from './lines.ts';
import { queueRows } from './queue-row.ts';
import { shipmentsOf } from './shipment.ts';
import { unitView } from './units.ts';

const HISTORY = 200;

export function orderView(station: Station, po: PoNumber): OrderView {
  const order = requireOrder(station, po);
  const [row] = queueRows(station, [po]);
  if (!row) throw new Error(`no row of PO ${po}`);
  const { reader } = station;
  const rows = linesOf(station, po);
  const products = rows.flatMap(({ sku }) => (sku === null ? [] : (reader.get('product', { sku }) ?? [])));
  const journal = station.store.journal(0, HISTORY, `order:${po}`);
  return {
    ...row,
    order,
    lines: rows.map((line) => lineView(station, line)),
    handlingUnits: reader.find('unit', { po }).map((unit) => unitView(station, unit)),
    shipments: shipmentsOf(station, po),
    documents: reader.find('outgoing', { po }),
    noX12: whyNoX12(reader, po, { now: station.now(), station: station.acting }),
    exposure: exposureOfOrder(order, rows, products, station.policy(), station.settings, station.now()),
    value: valueOf(station, rows),
    history: journal.entries.map((entry) => historyEntry(station, entry)).reverse(),
  };
}

/** What the order is worth at cost, while every line's cost is known in one currency. */
function valueOf({ reader, settings }: Station, lines: readonly Line[]): Money | null {
  let total: Money | null = null;
  for (const line of lines) {
    const product = line.sku === null ? undefined : reader.get('product', { sku: line.sku });
    const cost = line.cost ? perEach(line.cost, line.unitSize ?? 1) : product?.cost;
    if (!cost) return null;
    const value = extend({ amount: cost, currency: line.currency ?? product?.currency ?? settings.currency }, line.requested);
    if (total && total.currency !== value.currency) return null;
    total = total ? addMoney(total, value) : value;
  }
  return total;
}
