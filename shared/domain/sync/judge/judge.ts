import type { OperationDraft } from '../../../contracts/operations.ts';
import type { Occurrence } from '../../decision.ts';
import type { Case } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';
import { judgeAcknowledgement } from './acceptance.ts';
import { judgeClaim } from './claims.ts';
import { judgeCount, judgeReceipt } from './counting.ts';
import { judgeCancellation, judgeChange } from './customer.ts';
import { judgeDeparture } from './departure.ts';
import { casesOf, type Finding } from './finding.ts';
import { judgeLoading, judgeUnloading } from './loading.ts';
import { judgeMissing } from './missing.ts';
import { judgeNesting, judgePacking, judgeVoid } from './packing.ts';
import { judgeDamaged, judgePick, judgeReturn } from './picking.ts';
import { judgeLoadingOnCancelled, judgePlan, judgePlanCancelled, judgeRequest } from './planning.ts';
import { judgeResolution } from './resolution.ts';
import { judgeOpening } from './sscc.ts';
import { judgeAssignment, judgeTask } from './staffing.ts';
import { judgeFork, judgeHeld, judgeQuarantine } from './stations.ts';
import { judgeUndone } from './undone.ts';
import { judgeUnnesting, judgeUnpacking } from './unpacking.ts';

/** The contradictions that an operation makes with what others did, read from the state before it. */
export function judge(reader: Reader, draft: OperationDraft, occurrence: Occurrence): readonly Case[] {
  const findings = [...findingsOf(reader, draft, occurrence), ...judgeMissing(reader, draft)];
  return findings.length === 0 ? [] : casesOf(reader, occurrence, findings);
}

function findingsOf(reader: Reader, draft: OperationDraft, occurrence: Occurrence): readonly Finding[] {
  switch (draft.kind) {
    case 'pick.confirmed':
      return judgePick(reader, draft.body, occurrence);
    case 'unit.packed':
      return judgePacking(reader, draft.body, occurrence);
    case 'unit.loaded':
      return [...judgeLoading(reader, draft.body, occurrence), ...judgeLoadingOnCancelled(reader, draft.body, occurrence)];
    case 'shipment.created':
      return judgePlan(reader, draft.body, occurrence);
    case 'shipment.routing-requested':
      return judgeRequest(reader, draft.body, occurrence);
    case 'shipment.cancelled':
      return judgePlanCancelled(reader, draft.body, occurrence);
    case 'unit.opened':
      return judgeOpening(reader, draft.body, occurrence);
    case 'unit.unpacked':
      return judgeUnpacking(reader, draft.body, occurrence);
    case 'unit.nested':
      return judgeNesting(reader, draft.body, occurrence);
    case 'unit.unnested':
      return judgeUnnesting(reader, { sscc: draft.body.sscc, from: draft.body.from }, occurrence);
    case 'unit.voided':
      return judgeVoid(reader, draft.body, occurrence);
    case 'unit.unloaded':
      return draft.body.afterDeparture === true ? [] : judgeUnloading(reader, draft.body.sscc, occurrence);
    case 'goods.damaged':
      return judgeDamaged(reader, draft.body, occurrence);
    case 'pick.returned':
      return judgeReturn(reader, draft.body, occurrence);
    case 'scan.undone': {
      const scan = reader.get('scan', { opId: draft.body.undoes });
      return scan && !scan.undone ? judgeUndone(reader, scan, occurrence) : [];
    }
    case 'stock.received':
      return judgeReceipt(reader, draft.body, occurrence);
    case 'stock.set':
      return judgeCount(reader, draft.body, occurrence);
    case 'shipment.departed':
      return judgeDeparture(reader, draft.body, occurrence);
    case 'order.acknowledged':
      return judgeAcknowledgement(reader, draft.body, occurrence);
    case 'order.cancelled':
    case 'order.closed':
      return judgeCancellation(reader, draft.body, occurrence);
    // A second receipt of an order is a change of it.
    case 'order.received':
    case 'order.changed':
      return judgeChange(reader, draft.body, occurrence);
    case 'order.assigned':
      return judgeAssignment(reader, draft.body, occurrence);
    case 'task.set':
      return judgeTask(reader, draft.body, occurrence);
    case 'claim.taken':
      return judgeClaim(reader, draft.body, occurrence);
    case 'case.resolved':
      return judgeResolution(reader, draft.body, occurrence);
    case 'station.forked':
      return judgeFork(reader, draft.body);
    case 'operation.quarantined':
      return judgeQuarantine(reader, draft.body);
    case 'operations.held':
      return judgeHeld(reader, draft.body);
    default:
      return [];
  }
}
