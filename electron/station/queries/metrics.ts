import { metricsView, type MetricsView } from '../../../shared/domain/metrics/view.ts';
import type { Line, Order } from '../../../shared/domain/state/entities.ts';
import type { PoNumber } from '../../../shared/lib/ids.ts';
import { addDays, dateIn, instantAt, type CalendarDate, type TimeOfDay } from '../../../shared/lib/time.ts';
import { decodeRow } from '../../store/row-codec.ts';
import type { Station } from '../station.ts';

/** Four weeks: the span over which Amazon's own rates are judged. */
const DEFAULT_DAYS = 28;
const MIDNIGHT = '00:00' as TimeOfDay;

/** The metrics of orders received from one day to another, both included and both the site's; the last four weeks by default. */
export function metricsOf(station: Station, from: CalendarDate | undefined, to: CalendarDate | undefined): MetricsView {
  const { settings, reader } = station;
  const now = station.now();
  const last = to ?? dateIn(settings.zone, now);
  const first = from ?? addDays(last, 1 - DEFAULT_DAYS);
  const orders = ordersOf(station, first, last);
  const lines = orders.flatMap(({ po }): Line[] => reader.find('line', { po }));
  const skus = new Set(lines.flatMap(({ sku }) => (sku === null ? [] : [sku])));
  const products = [...skus].flatMap((sku) => reader.get('product', { sku }) ?? []);
  return metricsView({ orders, lines, products }, { from: first, to: last }, station.policy(), settings, now);
}

/** Orders received in the period, and every HPO that is still alive. */
function ordersOf(station: Station, from: CalendarDate, to: CalendarDate): Order[] {
  const { zone } = station.settings;
  const orders = station.store.database
    .prepare<[number, number]>('SELECT * FROM purchase_order WHERE received_at >= ? AND received_at < ? ORDER BY received_at, po')
    .all(instantAt(zone, from, MIDNIGHT), instantAt(zone, addDays(to, 1), MIDNIGHT))
    .map((row) => decodeRow('order', row));
  const known = new Set<PoNumber>(orders.map(({ po }) => po));
  const live = station.queue.live().filter(({ hpo, po }) => hpo && !known.has(po));
  return [...orders, ...live.flatMap(({ po }) => station.reader.get('order', { po }) ?? [])];
}
