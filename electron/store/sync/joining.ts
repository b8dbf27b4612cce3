import type { Identity } from '../journal.ts';
import type { MembershipState } from './membership.ts';
import type { SyncParts } from './pages.ts';
import { JoinRefused } from './refusals.ts';

export interface Pairing {
  readonly site: string;
  readonly station: string;
  readonly incarnation: number;
  readonly stationNumber: number;
  readonly epoch: string;
}

/** How a store comes to its place in a site: joined, joined again, under another incarnation, in another life of central. */
export class Joining {
  readonly #parts: SyncParts;
  readonly #setIdentity: (identity: Identity) => void;

  constructor(parts: SyncParts, setIdentity: (identity: Identity) => void) {
    this.#parts = parts;
    this.#setIdentity = setIdentity;
  }

  pair(pairing: Pairing): void {
    const identity = this.#parts.identity();
    const { state } = this.#parts.membership;
    if (identity.demo) throw new JoinRefused('demo', 'the demo warehouse belongs to no site');
    if (pairing.site !== identity.site && this.#parts.journal.length() > 0) throw new JoinRefused('other-site', `this store works for ${identity.site}`);
    if (state) return this.#pairAgain(state, pairing);
    const lineageStart = pairing.incarnation > identity.incarnation ? this.#parts.journal.stationSeq : 0;
    this.#become({ ...identity, site: pairing.site, station: pairing.station, incarnation: pairing.incarnation });
    this.#begin(pairing, lineageStart);
  }

  fork(state: MembershipState, incarnation: number): void {
    const { journal, membership, identity, layers } = this.#parts;
    if (incarnation <= identity().incarnation) return;
    membership.set({ ...state, lineageStart: journal.stationSeq });
    this.#become({ ...identity(), incarnation });
    // What is pending was done by this history, whatever name stands on it.
    if (!state.shadowed) layers.relay();
  }

  changeEpoch(state: MembershipState, epoch: string, common: number): 'continue' | 'bootstrap' {
    const { database, journal, outbox, recovered, layers, shadow, membership } = this.#parts;
    outbox.reoffer(0);
    // Of what waits since several lives, the least that any of them shares.
    const isOfOne = outbox.oldest > state.lifeStart;
    const lives = { epoch, lifeStart: journal.stationSeq, lifeCommon: isOfOne ? common : Math.min(state.lifeCommon, common), lifeBefore: isOfOne ? state.epoch : null };
    if (common >= state.after && state.manifest === null && recovered.empty) {
      membership.set({ ...state, ...lives });
      return 'continue';
    }
    recovered.takeAfter(common, state.epoch);
    database.prepare('DELETE FROM confirmed WHERE site_seq > ?').run(common);
    database.exec('DELETE FROM snapshot_chunk');
    if (!state.shadowed) layers.leave();
    shadow.begin();
    membership.set({ ...state, ...lives, after: 0, base: 0, seen: common, shadowed: true, stale: false, awaitsCopy: true, manifest: null });
    return 'bootstrap';
  }

  #begin({ epoch, stationNumber }: Pairing, lineageStart: number): void {
    const { journal, outbox, recovered, shadow, membership, identity } = this.#parts;
    const { station } = identity();
    const hasHistory = journal.length() > 0;
    if (hasHistory) {
      outbox.addAll(station);
      recovered.takeForeign(station, epoch);
      shadow.begin();
    }
    const awaitsCopy = !hasHistory || !recovered.empty;
    membership.set({ epoch, stationNumber, after: 0, base: 0, seen: 0, lineageStart, lifeStart: 0, lifeCommon: 0, lifeBefore: null, shadowed: hasHistory, stale: false, awaitsCopy, manifest: null });
    journal.reload(identity());
  }

  #pairAgain(state: MembershipState, { epoch, incarnation, stationNumber }: Pairing): void {
    const { membership } = this.#parts;
    membership.set({ ...state, stationNumber });
    this.fork({ ...state, stationNumber }, incarnation);
    if (epoch !== state.epoch) this.changeEpoch(membership.state ?? state, epoch, 0);
  }

  #become(identity: Identity): void {
    this.#setIdentity(identity);
    this.#parts.journal.reload(identity);
  }
}
