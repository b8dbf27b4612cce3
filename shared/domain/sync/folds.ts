import type { Folds } from '../folds.ts';
import { actOf } from './act.ts';
import { actingStation, enrolledStation } from './acting-station.ts';

type Kinds =
  | 'station.enrolled' | 'station.revoked' | 'station.forked' | 'operation.quarantined' | 'claim.taken' | 'claim.released' | 'case.resolved';

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

  /** The first in the site's order holds; who comes later without asking to share holds nothing, and the judge says so. */
  'claim.taken': (world, { subject, shared }, occurrence) => {
    const { station, actor, occurredAt } = occurrence;
    const held = world.get('claim', { subject });
    if (!held) return world.put('claim', { subject, station, staffId: actor, since: occurredAt, act: actOf(occurrence), sharedWith: [] });
    if (held.station === station || !shared || held.sharedWith.includes(station)) return;
    world.put('claim', { ...held, sharedWith: [...held.sharedWith, station] });
  },

  /** With a reason it is a supervisor's word and frees the work for everybody; without one the station itself lets go. */
  'claim.released': (world, { subject, reason }, { station, occurredAt }) => {
    const held = world.get('claim', { subject });
    if (!held) return;
    if (reason !== null) return world.remove('claim', { subject });
    const others = held.sharedWith.filter((other) => other !== station);
    if (held.station !== station) return world.put('claim', { ...held, sharedWith: others });
    const [next, ...rest] = others;
    if (next === undefined) return world.remove('claim', { subject });
    // Who shared it goes on alone; the person is known from that station's task.
    const staffId = world.get('task', { station: next })?.staffId ?? held.staffId;
    world.put('claim', { ...held, station: next, staffId, since: occurredAt, sharedWith: rest });
  },

  'case.resolved': (world, { caseId, decision, note }, occurrence) => {
    const found = world.get('case', { caseId });
    if (found?.state === 'open') world.put('case', { ...found, state: 'resolved', decision, note, resolvedBy: actOf(occurrence) });
  },
};
