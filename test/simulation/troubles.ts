import { HOUR, SECOND } from '../../shared/lib/time.ts';
import type { Agenda } from './agenda.ts';
import type { CentralImage, SimulatedCentral } from './central.ts';
import type { Random } from './random.ts';
import type { SimulatedStation } from './station.ts';
import type { Tally } from './tally.ts';
import type { Work } from './work.ts';

export interface Troubled {
  readonly agenda: Agenda;
  readonly random: Random;
  readonly tally: Tally;
  readonly central: SimulatedCentral;
  readonly stations: readonly SimulatedStation[];
  /** What is worked on. */
  readonly work: readonly Work[];
  readonly say: (text: string) => void;
  /** A disk was lost: what no disk holds any longer cannot come back. */
  readonly lost: () => void;
  /** Whether the time of troubles goes on: what was to go wrong after it does not. */
  readonly goesOn: () => boolean;
}

/** What goes wrong at a site, as a seed has it: begun by chance, ended by chance or by the end of all troubles. */
export class Troubles {
  readonly #site: Troubled;
  readonly #kinds: readonly (() => void)[];
  #lives = 1;

  constructor(site: Troubled) {
    this.#site = site;
    this.#kinds = [
      () => this.crash(this.#any()), () => this.crash(this.#any()), () => this.crash(this.#any()),
      () => this.#partition(), () => this.#partition(), () => this.#partition(), () => this.#partition(),
      () => this.#oldDisk(), () => this.#oldDisk(),
      () => this.#fullDisk(), () => this.#fullDisk(),
      () => this.#jump(),
      () => this.centralDown('killed'),
      () => this.#restore(), () => this.#restore(),
      () => this.#busy(), () => this.#busy(),
      () => this.#changeKey(),
    ];
  }

  one(): void {
    this.#site.random.pick(this.#kinds)();
  }

  /** Everything is as it should be again. */
  heal(): void {
    const { central, stations } = this.#site;
    central.beBusy(0);
    this.#centralBegins();
    for (const station of stations) {
      Object.assign(station.way, { upCut: false, downCut: false });
      if (station.disk.isFull) station.disk.free();
      if (!station.up) station.begin();
    }
  }

  centralDown(why: string): void {
    const { central, tally, say, random, agenda } = this.#site;
    if (!central.up) return;
    tally.note('central went down');
    say(`central goes down: ${why}`);
    central.stop();
    agenda.after(random.between(0, 10) * SECOND, () => this.#centralBegins());
  }

  #centralBegins(): void {
    const { central, say } = this.#site;
    if (central.up) return;
    say(`central begins at ${central.log.image.state.seq}`);
    central.begin();
  }

  /** The process of a station ends in no moment of its own choosing. */
  crash(station: SimulatedStation): void {
    const { agenda } = this.#site;
    agenda.interruptAfter(0, () => {
      if (!station.up) return;
      this.#site.tally.note('station crashed');
      this.#site.say(`${station.name} crashes`);
      station.crash();
      this.#beginSoon(station);
    });
  }

  /** A disk put back to what it held a while ago: a restored image, or a drive that had not written what it said it had. */
  #oldDisk(): void {
    const { agenda, random, tally, say, lost } = this.#site;
    const station = this.#any();
    const image = station.disk.image();
    say(`${station.name}'s disk is copied`);
    agenda.interruptAfter(random.between(1, 60) * SECOND, () => {
      if (!station.up || !this.#site.goesOn()) return;
      tally.note('old disk put in');
      say(`${station.name} gets its old disk back`);
      station.crash(image);
      lost();
      // Whoever cannot ask central first what it has of this station goes on with numbers that were given already.
      if (random.chance(0.5)) Object.assign(station.way, { upCut: true, downCut: true });
      this.#beginSoon(station);
      this.#workSoon(station);
      agenda.after(random.between(15, 60) * SECOND, () => Object.assign(station.way, { upCut: false, downCut: false }));
    });
  }

  #fullDisk(): void {
    const { agenda, random, tally, say } = this.#site;
    const station = this.#any();
    tally.note('disk full');
    say(`${station.name}'s disk is full`);
    station.disk.fill();
    agenda.after(random.between(5, 60) * SECOND, () => {
      if (!station.disk.isFull) return;
      say(`${station.name}'s disk has room`);
      station.disk.free();
    });
  }

  #beginSoon(station: SimulatedStation): void {
    const { agenda, random, say } = this.#site;
    agenda.after(random.between(0, 20) * SECOND, () => {
      if (station.up) return;
      say(`${station.name} begins`);
      station.begin();
    });
  }

  #workSoon(station: SimulatedStation): void {
    const { agenda, random, work } = this.#site;
    for (let left = random.between(0, 3); left > 0; left -= 1) agenda.after(random.between(5, 30) * SECOND, () => station.work(random.pick(work)));
  }

  #partition(): void {
    const { agenda, random, tally, say } = this.#site;
    const station = this.#any();
    const { name, way } = station;
    const [upCut, downCut] = random.pick([[true, false], [false, true], [true, true]] as const);
    tally.note(upCut && downCut ? 'cut off both ways' : upCut ? 'cut off to central' : 'cut off from central');
    say(`${name} is cut off${upCut ? ' to central' : ''}${downCut ? ' from central' : ''}`);
    Object.assign(way, { upCut, downCut });
    agenda.after(random.between(1, 90) * SECOND, () => {
      say(`${name} is whole`);
      Object.assign(way, { upCut: false, downCut: false });
      if (random.chance(0.5)) station.networkUp();
    });
  }

  #jump(): void {
    const { random, tally, say } = this.#site;
    const station = this.#any();
    station.skew = random.pick([HOUR, -HOUR, 24 * HOUR, -1e15, 0]);
    tally.note('clock set');
    say(`${station.name}'s clock is ${station.skew / HOUR} h off`);
  }

  /** Central is put back to a backup of a while ago: a new life. */
  #restore(): void {
    const { agenda, random, central, say } = this.#site;
    if (!central.up) return;
    const backup = central.image();
    say(`central is backed up at ${backup.log.state.seq}`);
    agenda.interruptAfter(random.between(1, 60) * SECOND, () => {
      if (this.#site.goesOn()) this.#putBack(backup);
    });
  }

  #putBack(backup: CentralImage): void {
    const { agenda, random, central, tally, say, lost } = this.#site;
    const gone = central.log.image.state.seq - backup.log.state.seq;
    tally.note(gone > 0 ? 'central restored, operations lost' : 'central restored, nothing lost');
    say(`central is restored to ${backup.log.state.seq}`);
    central.stop();
    central.restore(backup, `life-${++this.#lives}`);
    lost();
    agenda.after(random.between(0, 10) * SECOND, () => this.#centralBegins());
  }

  #busy(): void {
    const { random, central, tally, say } = this.#site;
    tally.note('central busy');
    say('central has too much to do');
    central.beBusy(random.between(5, 60) * SECOND);
  }

  #changeKey(): void {
    const { central, tally, say } = this.#site;
    tally.note('tokens made worthless');
    say('central has a new key');
    central.changeKey();
  }

  #any(): SimulatedStation {
    return this.#site.random.pick(this.#site.stations);
  }
}
