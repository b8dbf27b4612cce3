import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { v7 } from 'uuid';
import { Codes } from '../../../central/store/codes.ts';
import { Database } from '../../../central/store/database.ts';
import type { OperationDraft } from '../../../shared/contracts/operations.ts';
import { instant } from '../../../shared/lib/time.ts';
import { spawnCentral } from '../../central/support/central-process.ts';
import { openDatabaseUrl } from '../../central/support/database-url.ts';
import { centralFolder } from '../../support/central.ts';
import { batchesOf, journalOf } from './day.ts';
import { LightStation, readyPush } from './light-station.ts';

/** A central as people run it, a process of its own with its own PostgreSQL, and one site in it. */
export interface BenchCentral {
  readonly url: string;
  readonly site: string;
  /** The first station, which set the site up. */
  readonly founder: LightStation;
  readonly newCode: () => Promise<string>;
  /** A code for a station that brings a site of its own. */
  readonly newSiteCode: () => Promise<string>;
  /** Another station, enrolled. */
  readonly enrol: () => Promise<LightStation>;
  readonly close: () => Promise<void>;
}

export async function startBenchCentral(setUp: readonly OperationDraft[]): Promise<BenchCentral> {
  const data = centralFolder();
  const running = await spawnCentral(data);
  const database = new Database({ url: openDatabaseUrl({ data }), connections: 1, name: 'bench', onTrouble: () => undefined });
  const codes = new Codes(database, v7);
  const site = randomUUID();
  const stations: LightStation[] = [];
  const enrolWith = async (code: string): Promise<LightStation> => {
    const station = new LightStation(running.url, stations.length);
    stations.push(station);
    await station.enrol(code, site);
    return station;
  };
  const codeFor = async (about: string | null): Promise<string> => (await codes.create({ site: about, by: 'bench' }, instant(Date.now()))).code;
  const newCode = (): Promise<string> => codeFor(site);
  const founder = await enrolWith(running.code);
  for (const batch of batchesOf(journalOf(site, founder.station, setUp))) await founder.push(readyPush(batch));
  return {
    url: running.url, site, founder, newCode,
    newSiteCode: () => codeFor(null),
    enrol: async () => enrolWith(await newCode()),
    close: async () => {
      await Promise.all(stations.map((station) => station.close()));
      await database.end();
      await running.end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Enrols so many stations and gives each its own part of the work. */
export async function stationsWithWork(central: BenchCentral, count: number, drafts: readonly OperationDraft[][]): Promise<readonly { readonly station: LightStation; readonly operations: ReturnType<typeof journalOf> }[]> {
  const made: { station: LightStation; operations: ReturnType<typeof journalOf> }[] = [];
  for (let each = 0; each < count; each += 1) {
    const station = await central.enrol();
    made.push({ station, operations: journalOf(central.site, station.station, drafts[each] ?? []) });
  }
  return made;
}
