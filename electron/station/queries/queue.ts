import type { QueuePage } from '../../../shared/contracts/views.ts';
import { riskAt } from '../../../shared/domain/queue/risk.ts';
import { openShipments } from '../../../shared/domain/shipment/open-shipments.ts';
import type { PoNumber } from '../../../shared/lib/ids.ts';
import type { Station } from '../station.ts';
import type { QueueItem } from './queue-index.ts';
import { queueRows } from './queue-row.ts';

export interface QueueQuestion {
  readonly offset: number;
  readonly limit: number;
  readonly search: string;
  readonly only: 'all' | 'hot' | 'standard' | 'at-risk' | 'overdue' | 'mine' | 'to-plan' | 'ended';
}

/** One page of the queue in its order, with the counts of the whole. */
export function queuePage(station: Station, question: QueueQuestion, staffId: string | null): QueuePage {
  const { queue } = station;
  const now = station.now();
  const { pos, total } = chosen(station, question, staffId);
  return { rows: queueRows(station, pos), total, offset: question.offset, counts: queue.counts(now), nextCutoff: queue.nextCutoff(now), now };
}

interface Chosen {
  /** Of the page. */
  readonly pos: readonly PoNumber[];
  /** In all. */
  readonly total: number;
}

function chosen(station: Station, question: QueueQuestion, staffId: string | null): Chosen {
  const { offset, limit, search, only } = question;
  if (only === 'ended') return pageOf(endedOrders(station, search), question);
  const live = station.queue.live();
  if (search !== '' || (only !== 'all' && only !== 'hot' && only !== 'standard')) return pageOf(live.filter(wanted(station, question, staffId)).map(({ po }) => po), question);
  // The hot orders stand first: none has to be looked at that is not on the page.
  const { hot } = station.queue;
  const first = only === 'standard' ? hot : 0;
  const end = only === 'hot' ? hot : live.length;
  return { pos: live.slice(first + offset, Math.min(end, first + offset + limit)).map(({ po }) => po), total: end - first };
}

const pageOf = (pos: readonly PoNumber[], { offset, limit }: QueueQuestion): Chosen => ({ pos: pos.slice(offset, offset + limit), total: pos.length });

function wanted(station: Station, { search, only }: QueueQuestion, staffId: string | null): (item: QueueItem) => boolean {
  const found = search === '' ? undefined : new Set(searchOrders(station, search));
  const chosen = choice(station, only, staffId);
  return (item) => (found === undefined || found.has(item.po)) && chosen(item);
}

function choice(station: Station, only: QueueQuestion['only'], staffId: string | null): (item: QueueItem) => boolean {
  const now = station.now();
  switch (only) {
    case 'hot':
      return ({ hpo }) => hpo;
    case 'standard':
      return ({ hpo }) => !hpo;
    case 'at-risk':
      return ({ risk }) => riskAt(risk, now) === 'atRisk';
    case 'overdue':
      return ({ risk }) => riskAt(risk, now) === 'overdue';
    case 'mine':
      return ({ assigned }) => staffId !== null && assigned.some((id) => id === staffId);
    case 'to-plan': {
      const planned = new Set(openShipments(station.reader).flatMap(({ pos }) => pos));
      // Amazon takes no routing request before the acknowledgement.
      return ({ channel, state, po }) => channel === 'vendor' && state !== 'received' && !planned.has(po);
    }
    default:
      return () => true;
  }
}

/** Orders whose number, or a product identifier of a line, holds the text. */
function searchOrders({ store }: Station, search: string): PoNumber[] {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return store.statements
    .values<[{ readonly like: string }], PoNumber>(
      `SELECT po FROM purchase_order WHERE po LIKE @like ESCAPE '\\'
       UNION SELECT po FROM order_line WHERE asin LIKE @like ESCAPE '\\' OR vendor_sku LIKE @like ESCAPE '\\' OR sku LIKE @like ESCAPE '\\' OR gtin LIKE @like ESCAPE '\\'`,
    )
    .all({ like });
}

function endedOrders(station: Station, search: string): PoNumber[] {
  const found = search === '' ? undefined : new Set(searchOrders(station, search));
  return station.store.statements
    .values<[], PoNumber>("SELECT po FROM purchase_order WHERE state IN ('shipped', 'rejected', 'cancelled', 'closed') ORDER BY received_at DESC, po LIMIT 5000")
    .all()
    .filter((po) => found === undefined || found.has(po));
}
