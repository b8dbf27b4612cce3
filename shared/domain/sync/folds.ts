import type { Folds } from '../folds.ts';
import { actOf } from './act.ts';
import { actingStation, enrolledStation } from './acting-station.ts';
import { endClaim, leaveClaim } from './hold.ts';

type Kinds =
  | 'station.enrolled' | 'station.revoked' | 'station.forked' | 'operation.quarantined' | 'operations.held' | 'claim.taken' | 'claim.released' | 'case.resolved';

export const syncFolds: Folds<Kinds> = {
  'station.enrolled': (world, { station, name, number }, { occurredAt }) => world.put('peer', { station, name, number, state: 'active', since: occurredAt }),

  'station.revoked': (world, { station }, { occurredAt }) => {
    for (const peer of world.find('peer', {})) {
      if (enrolledStation(peer.station) === station) world.put('peer', { ...peer, state: 'revoked', since: occurredAt });
    }
  },

  /** The second history is a peer of its own, under the same name for people. */
  'station.forked': (world, { station, incarnation, number }, { occurredAt }) => {
    const name = world.get('peer', { station })?.name ?? station;
    world.put('peer', { station: actingStation(station, incarnation), name, number, state: 'active', since: occurredAt });
  },

  // What it means for people is the case that the judge opens.
  'operation.quarantined': () => undefined,
  'operations.held': () => undefined,

  /** The first in the site's order holds; who comes later without asking to share holds nothing, and the judge says so. */
  'claim.taken': (world, { subject, shared }, occurrence) => {
    const { station, actor, occurredAt } = occurrence;
    const held = world.get('claim', { subject });
    if (!held) return world.put('claim', { subject, station, staffId: actor, since: occurredAt, act: actOf(occurrence), sharedWith: [] });
    if (held.station === station || !shared || held.sharedWith.includes(station)) return;
    world.put('claim', { ...held, sharedWith: [...held.sharedWith, station] });
  },

  /** With a reason it is a supervisor's word and frees the work for everybody; without one the station itself lets go. */
  'claim.released': (world, { subject, reason }, { station }) => {
    if (reason === null) leaveClaim(world, subject, station);
    else endClaim(world, subject);
  },

  'case.resolved': (world, { caseId, decision, note }, occurrence) => {
    const found = world.get('case', { caseId });
    if (found?.state === 'open') world.put('case', { ...found, state: 'resolved', decision, note, resolvedBy: actOf(occurrence) });
  },
};
