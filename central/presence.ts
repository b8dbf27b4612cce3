import type { Sighting, Stations } from './store/stations.ts';

const EVERY = 1_000;

/** Remembers what stations let be known as they call and writes it down once a second: a station that sends a scan costs no second write. */
export class Presence {
  readonly #stations: Stations;
  readonly #seen = new Map<string, Sighting>();
  readonly #timer: NodeJS.Timeout;

  constructor(stations: Stations) {
    this.#stations = stations;
    this.#timer = setInterval(() => void this.flush(), EVERY).unref();
  }

  note(sighting: Sighting): void {
    const key = `${sighting.site} ${sighting.station}`;
    this.#seen.set(key, { ...this.#seen.get(key), ...sighting });
  }

  async flush(): Promise<void> {
    const bySite = Map.groupBy(this.#seen.values(), ({ site }) => site);
    this.#seen.clear();
    // What is lost while the database is away is said again by the next call.
    await Promise.allSettled([...bySite].map(([site, seen]) => this.#stations.sighted(site, seen)));
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }
}
