import { setTimeout as after } from 'node:timers/promises';
import type { Random } from '../../simulation/random.ts';
import type { ChaosSite, Place } from './chaos-site.ts';
import { badLine, describeToxics } from './toxics.ts';

/** What goes wrong at a site, one thing after the other and many at a time; the same seed wants the same things. */
export class Trouble {
  readonly #site: ChaosSite;
  readonly #milliseconds: number;
  readonly #random: Random;
  readonly #repairs = new Set<Promise<void>>();
  readonly #began = performance.now();
  /** What happened when, to read when something was found. */
  readonly story: string[] = [];

  constructor(site: ChaosSite, milliseconds: number, random: Random) {
    this.#site = site;
    this.#milliseconds = milliseconds;
    this.#random = random;
  }

  /** All of it has been put right again when this resolves. */
  async make(): Promise<void> {
    while (this.#left > 0) {
      await after(this.#random.between(200, 1_500));
      this.#one();
    }
    await Promise.all(this.#repairs);
  }

  get #left(): number {
    return this.#began + this.#milliseconds - performance.now();
  }

  #one(): void {
    const place = this.#random.pick(this.#site.places);
    switch (this.#random.between(0, 9)) {
      case 0:
      case 1:
        return this.#killStation(place);
      case 2:
        return this.#killCentral();
      case 3:
        return this.#killDatabase();
      default:
        return this.#spoil(place);
    }
  }

  #spoil({ station, line }: Place): void {
    const toxics = badLine(this.#random);
    this.#say(`the line of ${station.name}: ${describeToxics(toxics)}`);
    line.toxics = toxics;
    this.#repair(this.#howLong(), () => {
      this.#say(`the line of ${station.name} is whole`);
      line.toxics = [];
    });
  }

  #killStation({ station }: Place): void {
    // Also in the middle of its start.
    if (!station.running) return;
    this.#say(`${station.name} is killed`);
    const killed = station.kill();
    this.#repair(this.#random.between(0, 2_500), async () => {
      await killed;
      await station.begin();
      this.#say(`${station.name} is back`);
    });
  }

  #killCentral(): void {
    const { central } = this.#site;
    if (!central.running) return;
    this.#say('central is killed');
    const killed = central.kill();
    this.#repair(this.#random.between(0, 2_500), async () => {
      await killed;
      await this.#site.beginCentral();
      this.#say('central is back');
    });
  }

  #killDatabase(): void {
    const { central } = this.#site;
    if (!central.up) return;
    this.#say('PostgreSQL is killed');
    central.killDatabase();
  }

  /** Mostly seconds; where there is time, now and then long enough for whoever waits to have grown patient. */
  #howLong(): number {
    const long = this.#random.chance(0.05) && this.#milliseconds > 60_000;
    return this.#random.between(300, long ? this.#milliseconds / 2 : 6_000);
  }

  #repair(inMilliseconds: number, how: () => void | Promise<void>): void {
    const repair = after(Math.max(0, Math.min(inMilliseconds, this.#left))).then(how).catch((error: unknown) => this.#say(`could not be repaired: ${String(error)}`)).finally(() => this.#repairs.delete(repair));
    this.#repairs.add(repair);
  }

  #say(text: string): void {
    this.story.push(`${((performance.now() - this.#began) / 1_000).toFixed(2)} ${text}`);
  }
}
