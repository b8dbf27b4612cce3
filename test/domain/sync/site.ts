import type { OperationDraft } from '../../../shared/contracts/operations.ts';
import type { Occurrence } from '../../../shared/domain/decision.ts';
import type { Case, Entities, EntityKind } from '../../../shared/domain/state/entities.ts';
import { entityKinds } from '../../../shared/domain/state/entities.ts';
import { MemoryWorld } from '../../../shared/domain/state/memory-world.ts';
import { OverlayWorld } from '../../../shared/domain/state/overlay-world.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';
import { applyOperation, type Applied } from '../../../shared/domain/sync/apply.ts';
import { staffId, type OperationId } from '../../../shared/lib/ids.ts';
import type { Entry } from '../../support/domain.ts';
import { ScanFloor, warehouse } from '../scanning/floor.ts';

/** Central as a pure model: one order of operations, folded and judged. */
export class Site {
  readonly world = new MemoryWorld();
  readonly log: Entry[] = [];
  readonly verdicts: Applied[] = [];
  readonly #known = new Set<string>();

  /** Orders what is new of a push; what is known already is left where it is. */
  accept(entries: readonly Entry[]): void {
    for (const { draft, occurrence } of entries) {
      if (this.#known.has(occurrence.opId)) continue;
      this.#known.add(occurrence.opId);
      const ordered = { draft, occurrence: { ...occurrence, siteSeq: this.log.length + 1 } };
      this.log.push(ordered);
      this.verdicts.push(applyOperation(this.world, ordered.draft, ordered.occurrence));
    }
  }

  /** What central itself has to say: it has seen everything. */
  say(...drafts: readonly OperationDraft[]): void {
    for (const draft of drafts) this.accept([{ draft, occurrence: this.#occurrence() }]);
  }

  #occurrence(): Occurrence {
    const seq = this.log.length + 1;
    return { opId: `central-${seq}` as OperationId, station: 'central', stationSeq: seq, actor: staffId('central'), occurredAt: 1_772_460_000_000 as Occurrence['occurredAt'], baseSeq: this.log.length, siteSeq: null };
  }

  /** The site from its first operation on, folded anew. */
  refold(): MemoryWorld {
    const world = new MemoryWorld();
    for (const { draft, occurrence } of this.log) applyOperation(world, draft, occurrence);
    return world;
  }

  openCases(): Case[] {
    return this.world.find('case', { state: 'open' });
  }
}

/** A station as a pure model: what is confirmed, in the site's order, and its own pending operations on top. */
export class Station extends ScanFloor {
  confirmed = new MemoryWorld();
  seen = 0;
  pending: Entry[] = [];
  readonly verdicts: Applied[] = [];
  readonly #site: Site;
  #sequence = 0;

  constructor(site: Site, name: string) {
    super();
    this.#site = site;
    this.station = name;
    this.pull();
  }

  override apply(drafts: readonly OperationDraft[], actor = `staff-${this.role}`): OperationId[] {
    return drafts.map((draft) => {
      this.#sequence += 1;
      const opId = `${this.station}-${String(this.#sequence).padStart(6, '0')}` as OperationId;
      const occurrence: Occurrence = { opId, station: this.station, stationSeq: this.#sequence, actor: staffId(actor), occurredAt: this.now, baseSeq: this.seen, siteSeq: null };
      this.pending.push({ draft, occurrence });
      applyOperation(this.world, draft, occurrence);
      return opId;
    });
  }

  /** Sends its first pending operations. They stay pending until they come back in the site's order. */
  push(most = Infinity): void {
    this.#site.accept(this.pending.slice(0, most));
  }

  /** Takes in the next part of the site's order, and lays what is pending over it again. */
  pull(most = Infinity): void {
    const page = this.#site.log.slice(this.seen, this.seen + most);
    const own = new Set(page.map(({ occurrence }) => occurrence.opId));
    for (const { draft, occurrence } of page) this.verdicts.push(applyOperation(this.confirmed, draft, occurrence));
    this.seen += page.length;
    this.pending = this.pending.filter(({ occurrence }) => !own.has(occurrence.opId));
    this.world = this.folded(this.confirmed);
  }

  sync(): void {
    this.push();
    this.pull();
  }

  /** What is pending over a world. */
  folded(below: Reader): OverlayWorld {
    const world = new OverlayWorld(below);
    for (const { draft, occurrence } of this.pending) applyOperation(world, draft, occurrence);
    return world;
  }
}

/** Every row there is, to compare two worlds. */
export const rowsOf = (world: Reader): Record<string, readonly Entities[EntityKind][]> => Object.fromEntries(entityKinds.map((kind) => [kind, world.find(kind, {})]));

/** The warehouse's orders at central, and stations that have seen them. */
export function siteOf(...names: readonly string[]): { readonly site: Site; readonly stations: readonly Station[] } {
  const site = new Site();
  site.accept(warehouse().journal.map(({ draft, occurrence }) => ({ draft, occurrence: { ...occurrence, station: 'central' } })));
  names.forEach((station, index) => site.say({ kind: 'station.enrolled', body: { station, name: `Station ${station}`, number: index + 1 } }));
  return { site, stations: names.map((name) => new Station(site, name)) };
}

/** Two stations that do not hear of each other until they `sync`. */
export function twoStations(): { readonly site: Site; readonly left: Station; readonly right: Station } {
  const { site, stations } = siteOf('left', 'right');
  const [left, right] = stations;
  if (!left || !right) throw new Error('two stations');
  return { site, left, right };
}
