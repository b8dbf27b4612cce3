import { gunzipSync } from 'node:zlib';
import type { LogEntry } from '../../../central/sync/port.ts';
import { readOperation } from '../../../central/sync/operation-text.ts';
import { wireOperation, type SnapshotManifest } from '../../../shared/contracts/sync.ts';
import { MemoryWorld, type AnyRow } from '../../../shared/domain/state/memory-world.ts';
import { occurrenceOf } from '../../../shared/domain/sync/acting-station.ts';
import { applyOperation } from '../../../shared/domain/sync/apply.ts';
import { call, TestStation, type Answer } from '../../support/central.ts';
import type { ChaosSite } from './chaos-site.ts';

/** A station that joins now is told this by central, with the order after it: the site as central has it. */
export class Newcomer {
  readonly #station: TestStation;

  static async join({ central, site }: ChaosSite): Promise<Newcomer> {
    const station = new TestStation(central.url);
    const { status } = await station.enrol(await central.codeFor(site));
    if (status !== 200) throw new Error(`the newcomer was refused: ${status}`);
    return new Newcomer(station);
  }

  private constructor(station: TestStation) {
    this.#station = station;
  }

  /** What central answers when it is asked for the order. */
  pull(): Promise<Answer<unknown>> {
    return this.#station.pull(0);
  }

  /** Central's newest snapshot, with what the order has after it. */
  async snapshot(order: readonly LogEntry[]): Promise<MemoryWorld> {
    const { sitePath, headers } = this.#station;
    const { body: manifest } = await call<SnapshotManifest>(`${sitePath}/snapshot`, { headers });
    const world = new MemoryWorld();
    for (const { number } of manifest.chunks) {
      const chunk = await fetch(`${sitePath}/snapshot/${manifest.seq}/${number}`, { headers });
      for (const line of gunzipSync(await chunk.arrayBuffer()).toString('utf8').split('\n')) if (line !== '') world.load(JSON.parse(line) as AnyRow);
    }
    for (const { siteSeq, lineage, envelope } of order) {
      const reading = readOperation(wireOperation.parse(JSON.parse(envelope)));
      if (siteSeq > manifest.seq && reading.ok) applyOperation(world, reading.operation, occurrenceOf(reading.operation, siteSeq, lineage));
    }
    return world;
  }
}
