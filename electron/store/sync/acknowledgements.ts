import type { PushReply } from '../../../shared/contracts/sync.ts';
import type { MembershipState } from './membership.ts';
import type { Pages, SyncParts } from './pages.ts';

/** What central's answer to a push changes here. In the caller's transaction. */
export class Acknowledgements {
  readonly #parts: SyncParts;
  readonly #pages: Pages;

  constructor(parts: SyncParts, pages: Pages) {
    this.#parts = parts;
    this.#pages = pages;
  }

  /** True when something was placed that a copy of the site contains already: what people see may have changed. */
  take(state: MembershipState, { epoch, have, results }: Pick<PushReply, 'epoch' | 'have' | 'results'>): boolean {
    const { outbox, layers, identity } = this.#parts;
    if (epoch !== state.epoch) return false;
    const contained = results.map((result) => this.#one(state, result)).some(Boolean);
    // Only a station without rights is told no more than the number: with two histories under one name the number alone says little.
    if (results.length === 0 && have.incarnation === identity().incarnation) outbox.acknowledgeUpTo(have.stationSeq);
    if (contained && !state.shadowed) layers.relay();
    return contained;
  }

  #one(state: MembershipState, { opId, siteSeq, verdict, caseIds }: PushReply['results'][number]): boolean {
    const { journal, outbox, recovered } = this.#parts;
    const known = journal.find(opId);
    if (!known) return false;
    recovered.acknowledge(known.seq, siteSeq, caseIds);
    if (!outbox.acknowledge(known.seq, siteSeq, caseIds) || siteSeq > state.after) return false;
    this.#pages.place({ seq: known.seq, siteSeq, caseIds, lineage: null }, verdict === 'duplicate' ? (caseIds.length > 0 ? 'case' : 'ok') : verdict);
    return true;
  }
}
