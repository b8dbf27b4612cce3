import type { ClaimView } from '../../../shared/contracts/views.ts';
import type { Words } from '../../ui/i18n.tsx';

/** "Held by Sam Okafor at Dock 3 since 12:40, with Dock 4". */
export function claimText({ t, format }: Words, { person, stationName, since, here, sharedWith }: ClaimView): string {
  const held = t(here ? 'casesScreen.claim.here' : 'casesScreen.claim.held', { name: person.name, station: stationName, since: format.time(since) });
  return sharedWith.length === 0 ? held : `${held}, ${t('casesScreen.claim.shared', { stations: format.list(sharedWith) })}`;
}

/** The order, pallet or carton that a claim is about, as people know it. */
export const subjectText = ({ subject }: ClaimView): string => subject.slice(subject.indexOf(':') + 1);
