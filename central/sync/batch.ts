import { aggregatesOf } from '../../shared/contracts/aggregates.ts';
import { operationBodies, type Operation, type OperationDraft } from '../../shared/contracts/operations.ts';
import type { Verdict, WireOperation } from '../../shared/contracts/sync.ts';
import { occurrenceOf } from '../../shared/domain/sync/acting-station.ts';
import { applyOperation } from '../../shared/domain/sync/apply.ts';
import type { Instant } from '../../shared/lib/time.ts';
import type { FormerLives, Written } from './former-lives.ts';
import type { Lineages } from './lineages.ts';
import { hashOf, readOperation } from './operation-text.ts';
import type { KnownOperation, LogEntry, SiteState } from './port.ts';
import type { RevertibleWorld } from './revertible-world.ts';

/** The name under which central writes operations of its own. */
export const CENTRAL = 'central';

export interface BatchOptions {
  readonly state: SiteState;
  readonly world: RevertibleWorld;
  readonly known: ReadonlyMap<string, KnownOperation>;
  readonly lineages: Lineages;
  readonly formerLives: FormerLives;
  readonly now: Instant;
  readonly newId: () => string;
}

/** How an operation comes into the order. */
export interface Filing {
  readonly lineage: number;
  readonly written: Written;
  /** What it was in the life of central that lost it; null for what comes the first time. */
  readonly former: Former | null;
}

interface Former {
  readonly siteSeq: number;
  /** What central had said that its person had seen, where the envelope does not. */
  readonly seen?: number | undefined;
}

/** What one transaction adds to a site's order. Everything here is taken back when the transaction fails. */
export class Batch {
  readonly state: SiteState;
  readonly world: RevertibleWorld;
  readonly lineages: Lineages;
  readonly now: Instant;
  readonly newId: () => string;
  readonly entries: LogEntry[] = [];
  readonly #known: Map<string, KnownOperation>;
  readonly formerLives: FormerLives;

  constructor({ state, world, known, lineages, formerLives, now, newId }: BatchOptions) {
    this.state = state;
    this.world = world;
    this.#known = new Map(known);
    this.lineages = lineages;
    this.formerLives = formerLives;
    this.now = now;
    this.newId = newId;
  }

  /** The number of the last operation, this batch's included. */
  get head(): number {
    return this.state.seq + this.entries.length;
  }

  known(opId: string): KnownOperation | undefined {
    return this.#known.get(opId);
  }

  /** Gives an operation its place, judges and folds it. What cannot be read or folded is kept with a note of central's own, and never holds up the rest. */
  order(op: WireOperation, { lineage, written, former }: Filing): KnownOperation {
    const reading = readOperation(op);
    const seen = this.formerLives.seenBy(op, written, former?.seen, { head: this.state.seq, entries: this.entries });
    const again = former?.siteSeq === this.head + 1 ? written.epoch : null;
    const applied = reading.ok ? this.#apply(reading.operation, lineage, seen) : { verdict: 'quarantined' as const, caseIds: [], reason: reading.reason };
    const entry = this.#enter(op, { lineage, recovered: former !== null, again, seen, verdict: applied.verdict, caseIds: applied.caseIds });
    if ('reason' in applied) {
      const { opId, station, kind } = op;
      this.write({ kind: 'operation.quarantined', body: { opId: opId as Operation['opId'], station, kind, reason: applied.reason } });
    }
    return entry;
  }

  /** Writes an operation of central's own. */
  write(draft: OperationDraft): Operation {
    const { site, life } = this.state;
    const lineage = this.lineages.of(CENTRAL, life);
    const unsigned = {
      opId: this.newId(), site, station: CENTRAL, incarnation: life,
      stationSeq: lineage.highest + 1,
      hlc: `${this.now}:${this.entries.length}`,
      kind: draft.kind,
      v: 1,
      aggregates: aggregatesOf(draft),
      baseSeq: this.head,
      actor: CENTRAL,
      occurredAt: this.now,
      body: operationBodies[draft.kind].parse(draft.body) as Record<string, unknown>,
    };
    const op: WireOperation = { ...unsigned, hash: hashOf(unsigned) };
    const operation = op as unknown as Operation;
    const { verdict, caseIds } = applyOperation(this.world, operation, occurrenceOf(operation, this.head + 1));
    this.#enter(op, { lineage: life, recovered: false, again: null, seen: null, verdict, caseIds });
    return operation;
  }

  #apply(operation: Operation, lineage: number, seen: number | null): { readonly verdict: Exclude<Verdict, 'quarantined'>; readonly caseIds: readonly string[] } | { readonly verdict: 'quarantined'; readonly caseIds: readonly string[]; readonly reason: string } {
    const mark = this.world.mark();
    try {
      return applyOperation(this.world, operation, occurrenceOf(operation, this.head + 1, lineage, seen ?? undefined));
    } catch (error) {
      this.world.revertTo(mark);
      return { verdict: 'quarantined', caseIds: [], reason: String(error).slice(0, 500) };
    }
  }

  #enter(op: WireOperation, filed: Pick<LogEntry, 'lineage' | 'verdict' | 'caseIds' | 'recovered' | 'again' | 'seen'>): KnownOperation {
    const { opId, station, stationSeq, kind, hash } = op;
    const { lineage } = filed;
    const entry: LogEntry = { siteSeq: this.head + 1, opId, station, stationSeq, kind, hash, envelope: JSON.stringify(op), ...filed };
    this.entries.push(entry);
    this.lineages.hold(station, lineage, stationSeq);
    this.#known.set(opId, entry);
    return entry;
  }
}
