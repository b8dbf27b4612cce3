import Sqlite from 'better-sqlite3';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Database } from '../../../central/store/database.ts';
import { PostgresLog } from '../../../central/store/postgres-log.ts';
import { runningUrl } from '../../../central/store/embedded/embedded-postgres.ts';
import type { LogEntry } from '../../../central/sync/port.ts';
import type { SyncView } from '../../../shared/contracts/views.ts';
import { productsCsv, stockCsv } from '../../e2e/support/goods.ts';
import { Random } from '../../simulation/random.ts';
import { CentralProcess } from './central-process.ts';
import { ChaosProxy } from './chaos-proxy.ts';
import { GOODS, PICKER, SUPERVISOR } from './shift.ts';
import { StationProcess } from './station-process.ts';

const STATIONS = ['Dock 1', 'Dock 2', 'Desk'] as const;
const LOOK_EVERY = 100;

export interface Place {
  readonly station: StationProcess;
  /** Its own line to central. */
  readonly line: ChaosProxy;
}

/** A site at work: central and three stations, each a process, each station behind a line of its own. */
export class ChaosSite {
  readonly folder = mkdtempSync(join(tmpdir(), 'hotdock-chaos-'));
  readonly central: CentralProcess;
  #places: readonly Place[];
  site = '';

  static async start(seed: number, databaseUrl?: string): Promise<ChaosSite> {
    const random = new Random(seed);
    const lines = await Promise.all(STATIONS.map(() => ChaosProxy.start(random)));
    const site = new ChaosSite(lines, databaseUrl);
    try {
      await Promise.all([site.beginCentral(), ...site.places.map(({ station }) => station.begin())]);
      await site.#open();
      return site;
    } catch (error) {
      await site.remove();
      throw error;
    }
  }

  private constructor(lines: readonly ChaosProxy[], databaseUrl: string | undefined) {
    // PostgreSQL runs as somebody else and must get through.
    chmodSync(this.folder, 0o711);
    this.central = new CentralProcess(join(this.folder, 'central'), databaseUrl);
    this.#places = lines.map((line, at) => ({ line, station: new StationProcess(STATIONS[at] ?? '', join(this.folder, `station-${at + 1}`)) }));
  }

  get places(): readonly Place[] {
    return this.#places;
  }

  get stations(): readonly StationProcess[] {
    return this.places.map(({ station }) => station);
  }

  get faults(): readonly string[] {
    return [this.central, ...this.stations].flatMap(({ faults }) => faults);
  }

  async beginCentral(): Promise<void> {
    await this.central.begin();
    for (const { line } of this.places) line.target = this.central.port;
  }

  /** Somebody sets up another machine with the folder of a station that does not run now. Both are on the same line. */
  copy({ station: { name, data }, line }: Place): Place {
    const folder = join(this.folder, `copy-${this.#places.length}`);
    cpSync(data, folder, { recursive: true });
    const place = { station: new StationProcess(`${name}, copied`, folder), line };
    this.#places = [...this.#places, place];
    return place;
  }

  /** The machine burns: what only it had is gone. */
  async lose(place: Place): Promise<void> {
    await place.station.kill();
    rmSync(place.station.data, { recursive: true, force: true });
    this.#places = this.#places.filter((each) => each !== place);
  }

  /** Nothing is wrong with any line, and every process runs. */
  async heal(): Promise<void> {
    for (const { line } of this.places) line.toxics = [];
    await Promise.all([...(this.central.up ? [] : [this.beginCentral()]), ...this.stations.filter(({ up }) => !up).map((station) => station.begin())]);
  }

  /** Resolves when nothing waits anywhere and every station holds the whole order; throws after so many milliseconds. */
  async drained(withinMs: number): Promise<void> {
    const until = performance.now() + withinMs;
    for (;;) {
      const { seq, epoch } = await this.state();
      const views = await this.#views();
      const cursors = this.stations.map(cursorOf);
      if (views.every(isThrough) && cursors.every((cursor) => cursor?.after === seq && cursor.epoch === epoch)) return;
      if (performance.now() > until) throw new Error(`not drained: ${seq} in the order, ${JSON.stringify(cursors)} at the stations, ${JSON.stringify(views)}`);
      await after(LOOK_EVERY);
    }
  }

  /** A new code at a station whose word central does not take any more. */
  async pairAgain({ station, line }: Place): Promise<void> {
    const code = await this.central.codeFor(this.site);
    await station.ask(SUPERVISOR, (client) => client.sync.pair({ address: addressOf(line), code, certificate: null }));
  }

  /** Whether a station holds the order up to its newest operation. */
  async isAtHead({ station }: Place): Promise<boolean> {
    const { seq, epoch } = await this.state();
    const cursor = cursorOf(station);
    return cursor?.after === seq && cursor.epoch === epoch;
  }

  /** Resolves when every station stands with central as wanted. */
  async until(wanted: (view: SyncView) => boolean): Promise<void> {
    while (!(await this.#views()).every(wanted)) await after(LOOK_EVERY);
  }

  async state(): Promise<{ readonly seq: number; readonly epoch: string }> {
    return this.#inLog(async (log) => (await log.state(this.site)) ?? { seq: 0, epoch: '' });
  }

  order(): Promise<readonly LogEntry[]> {
    return this.#inLog((log) => log.read(this.site, 0, 10_000_000));
  }

  /** Ends everything in its own time; answers the exit codes. */
  async stop(): Promise<readonly (number | null)[]> {
    const codes = await Promise.all(this.stations.map((station) => station.stop()));
    return [...codes, await this.central.stop()];
  }

  /** Ends what still runs and leaves nothing behind. */
  async remove(): Promise<void> {
    await Promise.all([...this.stations, this.central].filter(({ running }) => running).map((one) => one.kill()));
    // A killed central leaves its PostgreSQL.
    this.central.killDatabase();
    for (const { line } of this.places) line.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  #views(): Promise<readonly SyncView[]> {
    return Promise.all(this.stations.map((station) => station.ask(SUPERVISOR, (client) => client.sync.status({}))));
  }

  async #inLog<Result>(look: (log: PostgresLog) => Promise<Result>): Promise<Result> {
    const url = this.central.databaseUrl ?? (await runningUrl(this.central.data));
    if (url === undefined) throw new Error('the database does not run');
    const database = new Database({ url, name: 'chaos', connections: 1, onTrouble: () => undefined });
    try {
      return await look(new PostgresLog(database));
    } finally {
      await database.end();
    }
  }

  /** A day's beginning: one station is set up and paired, the others join. */
  async #open(): Promise<void> {
    const [first, ...others] = this.places;
    if (!first) throw new Error('no station');
    const { station, line } = first;
    await station.ask(undefined, (client) => client.station.setUp({ siteName: 'Phoenix', zone: 'America/Phoenix', stationName: station.name, stationUse: 'shipping', supervisorName: SUPERVISOR, pin: '1234', locale: 'en' }));
    await station.ask(SUPERVISOR, async (client) => {
      await client.people.put({ staffId: null, name: PICKER, role: 'shipping', badge: null, pin: '2001', active: true });
      await client.station.changeSettings({ companyPrefix: '0614141' });
      await client.stock.importProducts({ name: 'products.csv', base64: Buffer.from(productsCsv(GOODS)).toString('base64') });
      await client.stock.importStock({ name: 'stock.csv', base64: Buffer.from(stockCsv(GOODS)).toString('base64') });
      await client.sync.pair({ address: addressOf(line), code: this.central.code, certificate: null });
    });
    this.site = await this.central.onlySite();
    for (const other of others) {
      const code = await this.central.codeFor(this.site);
      await other.station.ask(undefined, (client) => client.sync.join({ address: addressOf(other.line), code, certificate: null, stationName: other.station.name, stationUse: 'floor', locale: 'en' }));
    }
    for (const each of this.stations) {
      while (!(await each.ask(undefined, async (client) => (await client.station.status({})).configured))) await after(LOOK_EVERY);
    }
    await this.drained(30_000);
  }
}

/** How far a station is in the order, as its store says; a copy of the site brings it there without every operation in its journal. */
function cursorOf({ data }: StationProcess): { readonly epoch: string; readonly after: number } | undefined {
  const store = new Sqlite(join(data, 'hotdock.db'), { readonly: true });
  try {
    return store.prepare<[], { epoch: string; after: number }>('SELECT epoch, after FROM membership').get();
  } finally {
    store.close();
  }
}

const addressOf = ({ port }: ChaosProxy): string => `http://127.0.0.1:${port}`;

/** Nothing waits in either direction. */
export const isThrough = ({ unsent, behind, trouble, state }: SyncView): boolean => unsent === 0 && behind === 0 && trouble === null && state === 'connected';
