import type Database from 'better-sqlite3';
import type { Operation } from '../../../shared/contracts/operations.ts';
import type { ConfirmedOperation, PullReply, Verdict } from '../../../shared/contracts/sync.ts';
import type { Occurrence } from '../../../shared/domain/decision.ts';
import { occurrenceOf } from '../../../shared/domain/sync/acting-station.ts';
import { applyOperation } from '../../../shared/domain/sync/apply.ts';
import { understand, type Identity, type Journal } from '../journal.ts';
import type { SqliteWorld } from '../sqlite-world.ts';
import type { Layers } from './layers.ts';
import type { Membership, MembershipState } from './membership.ts';
import type { NeedsUpdate } from './needs-update.ts';
import type { Outbox, PlacedRow } from './outbox.ts';
import type { Recovered } from './recovered.ts';
import { PageRefused } from './refusals.ts';
import type { Shadow } from './shadow.ts';

/** So few pending operations are laid on again within one scan's time. */
const FEW_PENDING = 100;
/** With so many waiting, central is told of them first: laying them on at every page would cost more than it shows. */
const MANY_PENDING = 2_000;
/** A long history counts as arrived when no more than this is still pending. */
const ARRIVED = 200;

/** This release judged an operation differently than central did: two releases, or a fault. Central's word is what is kept. */
export interface Difference {
  readonly siteSeq: number;
  readonly opId: string;
  readonly here: Verdict;
  readonly central: Verdict;
}

/** An operation with the place that the page gave it. */
export interface Placed {
  readonly operation: Operation;
  readonly siteSeq: number;
  readonly verdict: Verdict;
  readonly caseIds: readonly string[];
  /** This store had not seen it before. */
  readonly foreign: boolean;
}

/** What a page changed for people. */
export interface PageEffects {
  readonly after: number;
  readonly operations: number;
  /** What the page placed and this release can read, in the site's order. */
  readonly placed: readonly Placed[];
  /** Pending operations that were laid over the page again. */
  readonly relaid: readonly Operation[];
  /** Any row may have changed. */
  readonly everything: boolean;
  readonly differences: readonly Difference[];
}

interface Tally {
  readonly placed: Placed[];
  readonly differences: Difference[];
  ownName: boolean;
}

type Laid = Pick<PageEffects, 'relaid' | 'everything'>;

export interface SyncParts {
  readonly database: Database.Database;
  readonly shown: SqliteWorld;
  readonly journal: Journal;
  readonly membership: Membership;
  readonly outbox: Outbox;
  readonly recovered: Recovered;
  readonly needsUpdate: NeedsUpdate;
  readonly layers: Layers;
  readonly shadow: Shadow;
  readonly identity: () => Identity;
}

/** Takes pages of the site's order: the operations, their effects and the cursor, in the caller's transaction. */
export class Pages {
  readonly #parts: SyncParts;
  readonly #place: Database.Statement<[number, number, string, string, number | null, number | null]>;
  readonly #noteSecondHistory: Database.Statement<[number]>;
  readonly #seenOf: Database.Statement<[number, number], number>;

  constructor(parts: SyncParts) {
    this.#parts = parts;
    this.#place = parts.database.prepare('INSERT OR REPLACE INTO confirmed (site_seq, seq, verdict, case_ids, lineage, seen) VALUES (?, ?, ?, ?, ?, ?)');
    this.#seenOf = parts.database.prepare<[number, number], number>('SELECT min(base_seq, ?) FROM operation WHERE seq = ?').pluck();
    this.#noteSecondHistory = parts.database.prepare('INSERT OR IGNORE INTO second_history (seq) VALUES (?)');
  }

  apply(state: MembershipState, page: PullReply): PageEffects {
    const operations = following(state, page);
    const tally: Tally = { placed: [], differences: [], ownName: false };
    for (const each of operations) this.#take(each, state.shadowed, tally);
    if (tally.ownName) this.#parts.journal.reload();
    const after = state.after + operations.length;
    const next = { ...state, after, awaitsCopy: operations.length === 0 && state.awaitsCopy };
    const laid = state.shadowed ? this.#arrive(next, page.head) : this.#lay(next, page.head);
    return { after, operations: operations.length, ...laid, placed: tally.placed, differences: tally.differences };
  }

  /** An operation that a copy of the site contains already: it is confirmed without being folded. */
  place({ seq, siteSeq, caseIds, lineage }: PlacedRow, verdict: Verdict): void {
    this.#place.run(siteSeq, seq, verdict, JSON.stringify(caseIds), lineage, this.#seenAtLeast(seq));
    this.#parts.outbox.confirm(seq);
  }

  /** Takes the shadow over once the long history in it has arrived; also called when a copy is whole. */
  arrive(state: MembershipState): readonly Operation[] | undefined {
    const { outbox, recovered, shadow, shown, layers, membership } = this.#parts;
    if (state.awaitsCopy || state.manifest !== null || outbox.pending > ARRIVED || !recovered.empty) return undefined;
    shadow.takeOver();
    shown.forget();
    membership.set({ ...state, shadowed: false, stale: false });
    return layers.relayOver();
  }

  /** Central's answer does not say what the person had seen of this life's order. Nothing here asks, but another restore would. */
  #seenAtLeast(seq: number): number | null {
    const { state } = this.#parts.membership;
    return !state || state.lifeStart === 0 ? null : this.#seenOf.get(state.lifeCommon, seq) ?? null;
  }

  #take({ siteSeq, verdict, caseIds, lineage, seen, op }: ConfirmedOperation, shadowed: boolean, tally: Tally): void {
    const { journal, outbox, recovered, needsUpdate, identity } = this.#parts;
    const known = journal.find(op.opId);
    if (known && known.hash !== op.hash) throw new PageRefused('changed', op.opId);
    const seq = known?.seq ?? journal.write(op);
    this.#place.run(siteSeq, seq, verdict, JSON.stringify(caseIds), lineage ?? null, seen ?? null);
    const own = outbox.confirm(seq);
    recovered.confirm(seq);
    const { station, incarnation } = identity();
    if (!known && op.station === station) {
      tally.ownName = true;
      if (op.incarnation === incarnation && lineage !== undefined && lineage !== incarnation) this.#noteSecondHistory.run(seq);
    }
    const read = understand(op);
    if ('reason' in read) return needsUpdate.add(op.aggregates, siteSeq);
    const here = this.#fold(read.operation, occurrenceOf(read.operation, siteSeq, lineage, seen), { shadowed, own, known: known !== undefined });
    tally.placed.push({ operation: read.operation, siteSeq, verdict, caseIds, foreign: known === undefined });
    if (here !== verdict) tally.differences.push({ siteSeq, opId: op.opId, here, central: verdict });
  }

  #fold(operation: Operation, occurrence: Occurrence, { shadowed, own, known }: { readonly shadowed: boolean; readonly own: boolean; readonly known: boolean }): Verdict {
    const { layers, shadow, shown } = this.#parts;
    if (shadowed) {
      // What people see goes on as it was, with what others did on top, until the shadow takes over.
      if (!known) applyOperation(shown, operation, occurrence);
      return applyOperation(shadow.world, operation, occurrence).verdict;
    }
    let verdict: Verdict = 'ok';
    const fold = (): void => {
      verdict = applyOperation(layers.confirmed, operation, occurrence).verdict;
    };
    if (own) fold();
    else layers.watch(fold);
    return verdict;
  }

  #lay(state: MembershipState, head: number): Laid {
    const { layers, outbox, membership } = this.#parts;
    const owed = layers.takeDisturbance() || (state.stale && outbox.pending > 0);
    const later = outbox.pending > FEW_PENDING && (state.after < head || outbox.pending > MANY_PENDING);
    const relaid = owed && !later ? layers.relay() : [];
    layers.settle();
    layers.flush();
    membership.set({ ...state, stale: owed && later });
    return { relaid, everything: false };
  }

  #arrive(state: MembershipState, head: number): Laid {
    const { shadow, shown, membership } = this.#parts;
    shadow.world.flush();
    shown.flush();
    membership.set(state);
    const relaid = state.after < head ? undefined : this.arrive(state);
    return { relaid: relaid ?? [], everything: relaid !== undefined };
  }
}

/** What `Pages` tells of a page that changed nothing yet, for what a copy or an answer of central changed. */
export const anyEffects = (after: number): PageEffects => ({ after, operations: 0, placed: [], relaid: [], everything: true, differences: [] });

/** The operations of a page that come after the cursor; those before it are held already. */
function following({ epoch, after, manifest }: MembershipState, page: PullReply): readonly ConfirmedOperation[] {
  if (manifest !== null) throw new PageRefused('copying', `until ${manifest.seq}`);
  if (page.epoch !== epoch) throw new PageRefused('epoch', `${page.epoch} is not ${epoch}`);
  const operations = page.operations.filter(({ siteSeq }) => siteSeq > after);
  for (const [index, { siteSeq }] of operations.entries()) {
    if (siteSeq !== after + 1 + index) throw new PageRefused('gap', `${siteSeq} comes after ${after + index}`);
  }
  return operations;
}
