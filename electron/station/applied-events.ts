import type { Operation } from '../../shared/contracts/operations.ts';
import type { Verdict } from '../../shared/contracts/sync.ts';
import type { StationEvent } from '../../shared/contracts/views.ts';
import { tasksOn } from '../../shared/domain/picking/cart.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import { poNumber } from '../../shared/lib/ids.ts';
import { MINUTE, type Instant } from '../../shared/lib/time.ts';
import { eventsOf } from './events.ts';

/** An operation that a page of the site's order placed. */
export interface PlacedOperation {
  readonly operation: Operation;
  readonly verdict: Verdict;
  readonly caseIds: readonly string[];
  /** It was not here before: another station's, or central's. */
  readonly foreign: boolean;
}

export interface Here {
  /** The name under which this station acts. */
  readonly acting: string;
  readonly now: Instant;
}

/** A station that comes back after a night tells of the few things that matter most, not of all that happened. */
const LOUD_AT_MOST = 5;
/** What the customer changed longer ago is seen on the order itself. */
const RECENT = 10 * MINUTE;

/** What screens must hear of a page: what to ask again, the hot orders that are new here, and what others were first with. */
export function eventsOfApplied(reader: Reader, placed: readonly PlacedOperation[], here: Here): StationEvent[] {
  const visible = placed.filter(({ foreign, caseIds }) => foreign || caseIds.length > 0);
  if (visible.length === 0) return [];
  const events = eventsOf(reader, visible.map(({ operation }) => operation));
  const told = visible.flatMap(({ operation, foreign }) => (foreign ? [operation] : []));
  const loud = events.filter((event) => isLoud(event) && isNews(reader, told, event, here)).slice(-LOUD_AT_MOST);
  const cases = visible.some(({ caseIds }) => caseIds.length > 0);
  const quiet = events.filter((event) => !isLoud(event)).map((event) => (event.type === 'changed' && cases ? { ...event, subjects: [...new Set([...event.subjects, 'cases' as const])] } : event));
  return [...quiet, ...loud, ...lostTo(reader, visible, here)];
}

const isLoud = ({ type }: StationEvent): boolean => type === 'hot' || type === 'order-changed' || type === 'file-refused';

function isNews(reader: Reader, told: readonly Operation[], event: StationEvent, { now }: Here): boolean {
  if (event.type === 'hot') {
    const order = reader.get('order', { po: poNumber(event.po) });
    return order?.state === 'received' && told.some((operation) => 'po' in operation.body && operation.body.po === event.po);
  }
  if (event.type === 'file-refused') return told.some(({ kind, body, occurredAt }) => kind === 'document.received' && body.documentId === event.documentId && now - occurredAt < RECENT);
  if (event.type !== 'order-changed') return false;
  const isWorkedOn = tasksOn(reader, poNumber(event.po)).length > 0;
  return told.some((operation) => 'po' in operation.body && operation.body.po === event.po && (isWorkedOn || now - operation.occurredAt < RECENT));
}

/** Own acts that another station's came before in the site's order: once for each case, at the act that opened it. */
function lostTo(reader: Reader, placed: readonly PlacedOperation[], { acting }: Here): StationEvent[] {
  return placed.flatMap(({ operation, caseIds, foreign }) =>
    foreign
      ? []
      : caseIds.flatMap((caseId) => {
          const row = reader.get('case', { caseId });
          const opened = caseId.startsWith(`${operation.opId}:`);
          return row && opened && row.state === 'open' && row.second.station === acting && row.first !== null ? [{ type: 'lost' as const, caseId, what: row.what }] : [];
        }),
  );
}
