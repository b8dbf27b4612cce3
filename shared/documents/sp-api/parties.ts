import type { PartyAddress } from '../outgoing.ts';

/** `PartyIdentification` of the vendor models. */
export interface PartyIdentification {
  readonly partyId: string;
  readonly address?: {
    readonly name: string;
    readonly addressLine1: string;
    readonly city: string;
    readonly stateOrRegion: string;
    readonly postalCode: string;
    readonly countryCode: string;
  };
}

export const addressedParty = (party: PartyAddress): PartyIdentification => ({
  partyId: party.id,
  address: {
    name: party.name,
    addressLine1: party.addressLine,
    city: party.city,
    stateOrRegion: party.region,
    postalCode: party.postalCode,
    countryCode: party.country,
  },
});
