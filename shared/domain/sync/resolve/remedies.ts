import type { Instant } from '../../../lib/time.ts';
import { message } from '../../../messages/say.ts';
import type { OperationDraft } from '../../../contracts/operations.ts';
import { decided } from '../../decision.ts';
import type { Case } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';
import { acceptanceRemedies, twiceAnsweredRemedies } from './answers.ts';
import { leftOtherwiseRemedies, packedTwiceRemedies } from './packed-twice.ts';
import { plannedTwiceRemedies } from './plans.ts';
import { asItStands, type Remedy } from './remedy.ts';
import { putBackPackedRemedies, surplusRemedies } from './surplus.ts';
import { departedTwiceRemedies, loadedTwiceRemedies, reusedRemedies } from './units.ts';

/** What can be decided about a case as things stand now; the first is the advice. Never empty. */
export function remediesOf(reader: Reader, found: Case, now: Instant): readonly Remedy[] {
  // Both decisions have been carried out: what is left of either is for people to look at.
  if (found.what.key === 'cases.decidedTwice.what') return [asItStands('noted', message('cases.do.decidedTwice', {}), message('cases.next.decidedTwice', {}))];
  switch (found.type) {
    case 'double-acceptance':
      return acceptanceRemedies(reader, found, now);
    case 'acknowledged-twice':
      return twiceAnsweredRemedies(reader, found, now);
    case 'packed-twice':
      return packedTwiceRemedies(reader, found);
    case 'loaded-twice':
      return loadedTwiceRemedies(reader, found);
    case 'departed-twice':
      return departedTwiceRemedies(reader, found);
    case 'planned-twice':
      return plannedTwiceRemedies(reader, found);
    case 'sscc-reused':
      return reusedRemedies(reader, found);
    case 'over-pick':
    case 'over-pack':
    case 'worked-after-change':
      return surplusRemedies(reader, found);
    case 'over-ship':
    case 'shipped-after-change':
      return found.what.key === 'cases.shippedAfterChange.unit' ? leftOtherwiseRemedies(reader, found) : shippedRemedies(found);
    case 'count-against-movement':
      return found.what.key === 'cases.countAgainstMovement.packed' ? [...putBackPackedRemedies(reader, found), ...countRemedies(found)] : countRemedies(found);
    case 'claimed-twice':
      return claimRemedies(reader, found);
    case 'staff-two-places':
      return [asItStands('noted', message('cases.do.staffNoted', {}))];
    case 'cloned-station':
      return [asItStands('noted', message('cases.do.stationNoted', {}), message('cases.next.station', {}))];
    case 'quarantined':
      if (found.what.key === 'cases.quarantined.held') return heldRemedies(reader, found);
      return [asItStands('noted', message('cases.do.quarantineNoted', {}), message('cases.next.update', {}))];
  }
}

function shippedRemedies({ units, po }: Case): readonly Remedy[] {
  const words = { eaches: units, po: po ?? '' };
  return [asItStands('tell-customer', message('cases.do.shippedTell', words), message('cases.next.tellCustomer', { po: po ?? '' })), asItStands('noted', message('cases.do.shippedNoted', words))];
}

/** The count begins at the supervisor's own station where nothing else is in hand; otherwise the words say what to count. */
function countRemedies({ sku, location, po }: Case): readonly Remedy[] {
  const words = { sku: sku ?? '', location: location ?? '' };
  const recount: Remedy = {
    decision: 'recount',
    consequence: message('cases.do.recount', words),
    carryOut: () => decided(sku === null || location === null ? [] : [{ kind: 'task.set', body: { kind: 'count', po: null, shipmentId: null, sscc: null, location, sku } } satisfies OperationDraft], { next: message('cases.next.count', words) }),
  };
  return [recount, asItStands('keep-both', message('cases.do.booksStand', { ...words, po: po ?? '' }))];
}

/** The decision is the operation: central, which holds the entries, does the rest when it orders it. */
function heldRemedies(reader: Reader, { what, detail, units }: Case): readonly Remedy[] {
  const { name = '', count = 0 } = what.params;
  // Given its rights again, the station brings in what it has itself.
  if (reader.get('peer', { station: detail.firstPlace ?? '' })?.state === 'active') return [asItStands('noted', message('cases.do.heldComesIn', { name }))];
  return [asItStands('let-in', message('cases.do.letIn', { count, eaches: units })), asItStands('keep-out', message('cases.do.keepOut', { name, count }))];
}

function claimRemedies(reader: Reader, { po, sscc, detail }: Case): readonly Remedy[] {
  const subject = sscc === null ? `order:${po ?? ''}` : `unit:${sscc}`;
  const held = reader.get('claim', { subject });
  const holder = reader.get('peer', { station: held?.station ?? detail.firstPlace ?? '' })?.name ?? held?.station ?? detail.firstPlace ?? '';
  const stays = asItStands('keep-first', message('cases.do.firstHolds', { station: holder }));
  if (!held) return [asItStands('noted', message('cases.do.claimOver', {}))];
  const release: Remedy = {
    decision: 'release-claim',
    consequence: message('cases.do.release', { station: holder }),
    carryOut: (_context, note) => decided([{ kind: 'claim.released', body: { subject, reason: note ?? 'decided as a case' } } satisfies OperationDraft], { next: null }),
  };
  return [stays, release];
}
