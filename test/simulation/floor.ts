import type { DecideOptions, Store } from '../../electron/store/store.ts';
import type { OperationDraft } from '../../shared/contracts/operations.ts';
import { done, type Context, type Decision } from '../../shared/domain/decision.ts';
import type { ScanDecision } from '../../shared/domain/scanning/answer.ts';
import type { ScanInput } from '../../shared/domain/scanning/scan.ts';
import type { Role } from '../../shared/domain/state/entities.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import { actingStation } from '../../shared/domain/sync/acting-station.ts';
import { staffId, type OperationId } from '../../shared/lib/ids.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { ScanFloor } from '../domain/scanning/floor.ts';
import { actsOf } from './acts.ts';
import type { Mutation } from './mutation.ts';
import type { Event } from './tally.ts';

interface Watcher {
  readonly mutation: Pick<Mutation, 'answered' | 'written'>;
  readonly saved: (ids: readonly string[]) => void;
  readonly did: (act: Event) => void;
}

/** People at a station: their decisions are made on what its store shows, and saved in it. */
export class StoreFloor extends ScanFloor {
  override readonly newId: () => string;
  readonly #store: Store;
  readonly #watcher: Watcher;

  constructor(store: Store, newId: () => string, watcher: Watcher) {
    super();
    this.#store = store;
    this.newId = newId;
    this.#watcher = watcher;
    this.world = store.sync.parts.shown;
  }

  /** Whose acts these are, and when: a station's name changes with its incarnation, its clock may jump. */
  at(now: Instant): this {
    this.now = now;
    this.station = actingStation(this.#store.sync.station, this.#store.sync.incarnation);
    return this;
  }

  override apply(drafts: readonly OperationDraft[], actor = 'staff-supervisor'): OperationId[] {
    const wanted = this.#watcher.mutation.written(drafts);
    if (wanted.length === 0) return [];
    const role: Role = actor === 'staff-supervisor' ? 'supervisor' : this.role;
    return this.#decide({ ...this.context(role), actor: { staffId: staffId(actor), name: actor, role } }, () => done(...wanted));
  }

  protected override answer(input: ScanInput, context: Context): ScanDecision {
    return this.#watcher.mutation.answered(super.answer(input, context));
  }

  /** Whether it stands or not: a refusal is an answer too. */
  decide(decision: (reader: Reader, context: Context) => Decision<unknown>, options?: DecideOptions): void {
    const context = this.context();
    this.#decide(context, (reader) => decision(reader, context), options);
  }

  #decide(context: Context, decision: (reader: Reader) => Decision<unknown>, options?: DecideOptions): OperationId[] {
    const outcome = this.#store.decide(context, decision, options);
    const operations = outcome.ok ? outcome.operations : [];
    const ids = operations.map(({ opId }) => opId);
    this.#watcher.saved(ids);
    for (const act of actsOf(this.world, operations)) this.#watcher.did(act);
    return ids;
  }
}
