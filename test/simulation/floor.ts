import type { Store } from '../../electron/store/store.ts';
import type { OperationDraft } from '../../shared/contracts/operations.ts';
import { done } from '../../shared/domain/decision.ts';
import type { Role } from '../../shared/domain/state/entities.ts';
import { actingStation } from '../../shared/domain/sync/acting-station.ts';
import { staffId, type OperationId } from '../../shared/lib/ids.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { ScanFloor } from '../domain/scanning/floor.ts';

/** People at a station: their decisions are made on what its store shows, and saved in it. */
export class StoreFloor extends ScanFloor {
  override readonly newId: () => string;
  readonly #store: Store;
  readonly #written: (ids: readonly string[]) => void;

  constructor(store: Store, newId: () => string, written: (ids: readonly string[]) => void) {
    super();
    this.#store = store;
    this.newId = newId;
    this.#written = written;
    this.world = store.sync.parts.shown;
  }

  /** Whose acts these are, and when: a station's name changes with its incarnation, its clock may jump. */
  at(now: Instant): this {
    this.now = now;
    this.station = actingStation(this.#store.sync.station, this.#store.sync.incarnation);
    return this;
  }

  override apply(drafts: readonly OperationDraft[], actor = 'staff-supervisor'): OperationId[] {
    if (drafts.length === 0) return [];
    const role: Role = actor === 'staff-supervisor' ? 'supervisor' : this.role;
    const outcome = this.#store.decide({ now: this.now, actor: { staffId: staffId(actor), name: actor, role }, station: this.station, newId: this.newId }, () => done(...drafts));
    if (!outcome.ok) throw new Error('refused');
    const ids = outcome.operations.map(({ opId }) => opId);
    this.#written(ids);
    return ids;
  }
}
