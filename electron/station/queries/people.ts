import type { PersonRef, StaffView } from '../../../shared/contracts/views.ts';
import { stationRow } from '../../../shared/domain/settings/station-settings.ts';
import type { Staff, Task } from '../../../shared/domain/state/entities.ts';
import { remainingWork } from '../../../shared/domain/state/totals.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';
import { enrolledStation } from '../../../shared/domain/sync/acting-station.ts';
import { staffId } from '../../../shared/lib/ids.ts';
import type { Station } from '../station.ts';

/** Under this id central writes what it does by itself. */
const CENTRAL = 'central';
const CENTRAL_NAME = 'Central';

/** A person by id, in the name people know; the station's own acts and the console's carry their own names. */
export function personRef(reader: Reader, id: string): PersonRef {
  return { staffId: id, name: reader.get('staff', { staffId: staffId(id) })?.name ?? (id === CENTRAL ? CENTRAL_NAME : id) };
}

/** A station as people call it, by the name it has given itself or that central knows; one that nobody named by its id. */
export function stationName({ reader, store, settings }: Station, acting: string): string {
  const id = enrolledStation(acting);
  if (id === store.identity.station) return settings.stationName;
  if (id === CENTRAL) return CENTRAL_NAME;
  return reader.get('settings', { id: stationRow(id) })?.settings.stationName ?? reader.get('peer', { station: id })?.name ?? id;
}

export function staffViews(station: Station): StaffView[] {
  const { reader } = station;
  const tasks = reader.find('task', {});
  const assignments = assignedOrders(station);
  return reader.find('staff', {}).map((staff) => viewOf(station, staff, tasks, assignments));
}

/** `workMs`: of the whole order. */
type Assigned = StaffView['assigned'][number] & { readonly workMs: number };

function viewOf(station: Station, staff: Staff, tasks: readonly Task[], assignments: ReadonlyMap<string, readonly Assigned[]>): StaffView {
  const task = tasks.find((row) => row.staffId === staff.staffId);
  const assigned = assignments.get(staff.staffId) ?? [];
  return {
    staffId: staff.staffId,
    name: staff.name,
    role: staff.role,
    badge: staff.badge,
    active: staff.active,
    lockedUntil: staff.lockedUntil,
    task: task ? { kind: task.kind, po: task.po, station: stationName(station, task.station), since: task.startedAt } : null,
    assigned: assigned.map(({ workMs: _, ...order }) => order),
    load: {
      units: assigned.reduce((sum, { unitsLeft, people }) => sum + Math.ceil(unitsLeft / people), 0),
      workMs: assigned.reduce((sum, { workMs, people }) => sum + Math.ceil(workMs / people), 0),
    },
  };
}

function assignedOrders(station: Station): Map<string, Assigned[]> {
  const byPerson = new Map<string, Assigned[]>();
  for (const { po, assigned } of station.queue.live()) {
    const order = assigned.length === 0 ? undefined : station.reader.get('order', { po });
    if (!order) continue;
    const target = order.acknowledgementVersion === 0 ? order.requested : order.accepted;
    const unitsLeft = Math.max(0, target - order.packed);
    for (const id of order.assigned) {
      const list = byPerson.get(id) ?? [];
      list.push({ po, hpo: order.hpo, unitsLeft, people: order.assigned.length, workMs: unitsLeft === 0 ? 0 : remainingWork(order, station.settings) });
      byPerson.set(id, list);
    }
  }
  return byPerson;
}
