import type { ClaimView } from '../../../shared/contracts/views.ts';
import type { Claim } from '../../../shared/domain/state/entities.ts';
import { orderClaim, unitClaim } from '../../../shared/domain/sync/hold.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import type { Station } from '../station.ts';
import { personRef, stationName } from './people.ts';

function claimView(station: Station, claim: Claim): ClaimView {
  return {
    subject: claim.subject,
    person: personRef(station.reader, claim.staffId),
    station: claim.station,
    stationName: stationName(station, claim.station),
    since: claim.since,
    here: claim.station === station.acting,
    sharedWith: claim.sharedWith.map((each) => stationName(station, each)),
  };
}

/** Who holds an order; null when nobody does. */
export function claimOfOrder(station: Station, po: string): ClaimView | null {
  const claim = station.reader.get('claim', { subject: orderClaim(poNumber(po)) });
  return claim ? claimView(station, claim) : null;
}

/** Who has a pallet or carton in hand; null when nobody does. */
export function claimOfUnit(station: Station, sscc: string): ClaimView | null {
  const claim = station.reader.get('claim', { subject: unitClaim(sscc) });
  return claim ? claimView(station, claim) : null;
}

export const claimViews = (station: Station): ClaimView[] =>
  station.reader.find('claim', {}).map((claim) => claimView(station, claim)).sort((left, right) => left.since - right.since);
