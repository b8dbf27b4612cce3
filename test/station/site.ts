import { createRouterClient } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { startCentral, type RunningCentral, type StartOptions } from '../../central/start.ts';
import { router } from '../../electron/station/api/router.ts';
import { systemClock, type Clock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import type { Contract } from '../../shared/contracts/api.ts';
import type { StationEvent, SyncView } from '../../shared/contracts/views.ts';

export type Client = ContractRouterClient<Contract>;

/** A workstation as a shell runs it: the station, its API with the console at it, and what its screens are told. */
export interface Workplace {
  readonly data: string;
  readonly station: Station;
  readonly client: Client;
  readonly events: StationEvent[];
  /** Resolves at the first event of a kind, told already or still to come. */
  readonly heard: <Type extends StationEvent['type']>(type: Type) => Promise<Extract<StationEvent, { type: Type }>>;
  /** Resolves once the view of sync is as wanted. */
  readonly until: (wanted: (view: SyncView) => boolean) => Promise<SyncView>;
  readonly close: () => void;
}

/** Where people work without a site around it, too. */
export type AtStation = Pick<Workplace, 'station'>;

/** Central and its stations in one process, over real sockets and real files. `close` ends and removes all of it. */
export class Site {
  readonly #folders: string[] = [];
  readonly #workplaces: Workplace[] = [];
  #central: RunningCentral | undefined;
  #data = '';

  get central(): RunningCentral {
    if (!this.#central) throw new Error('central does not run');
    return this.#central;
  }

  /** Central's own folder: a second start on it is the same central. */
  get data(): string {
    return this.#data;
  }

  async start(options: Partial<StartOptions> = {}): Promise<void> {
    this.#data = options.data ?? this.folder();
    this.#central = await startCentral({ port: 0, logLevel: 'silent', ...options, data: this.#data });
  }

  async stopCentral(): Promise<void> {
    await this.#central?.close();
    this.#central = undefined;
  }

  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'hotdock-site-'));
    this.#folders.push(folder);
    return folder;
  }

  open(data: string = this.folder(), clock: Clock = systemClock): Workplace {
    const station = new Station({ data, clock, version: '0.1.0' });
    const client: Client = createRouterClient(router, { context: { station, session: { shell: 'command-line', staffId: null } } });
    const events: StationEvent[] = [];
    const looking = new Set<() => void>();
    const ended = new AbortController();
    void (async () => {
      try {
        for await (const event of station.publisher.subscribe('event', { signal: ended.signal })) {
          events.push(event);
          for (const look of looking) look();
        }
      } catch (error) {
        if (!ended.signal.aborted) throw error;
      }
    })();
    const when = <Value>(find: () => Value | undefined): Promise<Value> =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = find();
          if (found === undefined) return;
          looking.delete(look);
          resolve(found);
        };
        looking.add(look);
        look();
      });
    const workplace: Workplace = {
      data, station, client, events,
      heard: (type) => when(() => events.find((event): event is Extract<StationEvent, { type: typeof type }> => event.type === type)),
      until: (wanted) =>
        when(() => {
          const view = station.sync.view();
          return wanted(view) ? view : undefined;
        }),
      close: () => {
        ended.abort();
        station.close();
      },
    };
    this.#workplaces.push(workplace);
    return workplace;
  }

  /** Set up, with a supervisor, and paired as the first station of the site. */
  async first(name = 'Dock 1', { clock = systemClock, zone = 'America/Phoenix' }: { readonly clock?: Clock; readonly zone?: string } = {}): Promise<Workplace> {
    const place = this.open(this.folder(), clock);
    await place.client.station.setUp({ siteName: 'Phoenix', zone, stationName: name, stationUse: 'floor', supervisorName: 'Sam', pin: '1234', locale: 'en' });
    await pair(place, this.central.url, await this.central.code());
    return place;
  }

  /** An empty folder that joins the site, and has all of it. */
  async join(name: string, clock: Clock = systemClock): Promise<Workplace> {
    const place = this.open(this.folder(), clock);
    const site = this.#workplaces[0]?.station.store.identity.site;
    await place.client.sync.join({ address: this.central.url, code: await this.central.code(site), certificate: this.central.authority, stationName: name, stationUse: 'floor', locale: 'en' });
    await place.until((view) => isThrough(view) && place.station.settings.configured);
    return place;
  }

  /** All of them hold the whole order at the same moment and nothing waits: what one sends is what the others have still to read. */
  async inStep(...places: readonly Workplace[]): Promise<void> {
    for (const { station } of places) await station.sync.tryNow();
    const are = async (): Promise<boolean> => {
      const heads = await Promise.all(places.map(({ station }) => this.central.central.log.state(station.store.identity.site)));
      return places.every(({ station: { store } }, index) => store.sync.pending === 0 && store.sync.cursor().after === heads[index]?.seq);
    };
    while (!(await are())) await after(20);
  }

  async close(): Promise<void> {
    for (const place of this.#workplaces) place.close();
    await this.stopCentral();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Pairs as a supervisor, who exists by now. */
async function pair(place: Workplace, address: string, code: string, certificate: string | null = null): Promise<void> {
  const supervisor = place.station.reader.find('staff', { role: 'supervisor' })[0];
  const asSupervisor: Client = createRouterClient(router, { context: { station: place.station, session: { shell: 'command-line', staffId: supervisor?.staffId ?? null } } });
  await asSupervisor.sync.pair({ address, code, certificate });
  await place.until(isThrough);
}

/** Nothing waits in either direction, and central was heard. */
export const isThrough = ({ lastHeardAt, unsent, behind, trouble, state }: SyncView): boolean => lastHeardAt !== null && unsent === 0 && behind === 0 && trouble === null && state !== 'joining';

export function asSupervisor({ station }: AtStation): Client {
  const supervisor = station.reader.find('staff', { role: 'supervisor' })[0];
  if (!supervisor) throw new Error('nobody supervises');
  return createRouterClient(router, { context: { station, session: { shell: 'command-line', staffId: supervisor.staffId } } });
}
