import type { ClaimView } from '../../../shared/contracts/views.ts';
import type { Claim } from '../../../shared/domain/state/entities.ts';
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
  const claim = station.reader.get('claim', { subject: `order:${po}` });
  return claim ? claimView(station, claim) : null;
}

export const claimViews = (station: Station): ClaimView[] =>
  station.reader.find('claim', {}).map((claim) => claimView(station, claim)).sort((left, right) => left.since - right.since);
