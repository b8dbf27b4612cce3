import type { PartyAddress } from '../outgoing.ts';

/** `PartyIdentification` of the vendor models. */
export interface PartyIdentification {
  readonly partyId: string;
  readonly address?: {
    readonly name: string;
    readonly addressLine1: string;
    readonly city?: string;
    readonly stateOrRegion?: string;
    readonly postalCode?: string;
    readonly countryCode: string;
  };
}

/**
 * A party of our own. Without an id in the settings it goes by the vendor code, which Amazon knows; an address that has
 * not all the model requires (name, first line, country) is left out, for blank fields are refused.
 */
export function addressedParty(party: PartyAddress, vendorCode: string): PartyIdentification {
  const partyId = party.id === '' ? vendorCode : party.id;
  if (party.name === '' || party.addressLine === '' || party.country === '') return { partyId };
  return {
    partyId,
    address: {
      name: party.name,
      addressLine1: party.addressLine,
      ...(party.city === '' ? {} : { city: party.city }),
      ...(party.region === '' ? {} : { stateOrRegion: party.region }),
      ...(party.postalCode === '' ? {} : { postalCode: party.postalCode }),
      countryCode: party.country,
    },
  };
}
