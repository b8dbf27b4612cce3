import fc from 'fast-check';
import type { OperationDraft } from '../../shared/contracts/operations.ts';
import { poNumber } from '../../shared/lib/ids.ts';
import { HOUR, MINUTE, SECOND } from '../../shared/lib/time.ts';
import { orderDocument } from '../support/domain.ts';
import { workStep, type NamedStep } from '../domain/scanning/steps.ts';
import { Agenda } from './agenda.ts';
import { NAMES, type Beginning } from './beginning.ts';
import { SimulatedCentral } from './central.ts';
import { contradictions } from './checks.ts';
import type { LogImage } from './memory-log.ts';
import { none, type Mutation } from './mutation.ts';
import { FAIR, Network } from './network.ts';
import { Random } from './random.ts';
import { SimulatedStation } from './station.ts';

export interface Verdict {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly trace: readonly string[];
}

export interface Extent {
  /** A disk put back to an older one, as by a restored backup of the machine: the station forks. */
  readonly forks: boolean;
  /** Central put back to a backup: a new life. */
  readonly restores: boolean;
}

const EVERYTHING: Extent = { forks: true, restores: true };

/** What people do: taken from once, so that a seed stays the same whatever else is drawn. */
const STEPS: readonly NamedStep[] = fc.sample(workStep, { numRuns: 600, seed: 20_261_124 });

const TROUBLED = 3 * MINUTE;
/** How soon after the line is whole everything must be everywhere. */
const DRAINED_WITHIN = 2 * MINUTE;

/** One seed: a site, its stations and all that goes wrong; then the line is whole, and everything must be as it should. */
class Simulation {
  readonly #agenda = new Agenda();
  readonly #random: Random;
  readonly #trace: string[] = [];
  readonly #central: SimulatedCentral;
  readonly #network: Network;
  readonly #stations: readonly SimulatedStation[];
  readonly #mutation: Mutation;
  readonly #extent: Extent;
  /** Saved operations that some disk holds: they must be there in the end. */
  #kept = new Set<string>();
  readonly #written = new Set<string>();
  readonly #oldDisks = new Map<string, Buffer>();
  #backup: LogImage | undefined;
  #troubled = true;
  #ids = 0;
  #lives = 1;

  constructor(seed: number, { log, disks }: Beginning, mutation: Mutation, extent: Extent) {
    this.#random = new Random(seed);
    this.#mutation = mutation;
    this.#extent = extent;
    const random = this.#random;
    const newId = (): string => `op-${String(++this.#ids).padStart(5, '0')}`;
    const trace = (text: string): void => void this.#trace.push(`${(this.#agenda.now / SECOND).toFixed(3)} ${text}`);
    const power = random.chance(0.3) ? 0.15 : 0;
    this.#central = new SimulatedCentral({
      agenda: this.#agenda, image: log, newId,
      cutAt: () => (this.#troubled && random.chance(power) ? random.pick(['before', 'after'] as const) : null),
      onPowerCut: (why) => this.#centralDown(why),
    });
    this.#network = new Network(this.#agenda, random, this.#central);
    this.#network.weather = { lost: random.pick([0, 0.05, 0.3]), twice: random.pick([0, 0.1, 0.4]), slow: random.pick([40, 500, 8_000]) };
    this.#stations = NAMES.slice(0, random.between(2, 4)).map((name) => new SimulatedStation({
      name, agenda: this.#agenda, random, network: this.#network, newId, trace, mutation,
      image: disks.get(name) ?? Buffer.alloc(0),
      written: (ids) => {
        for (const id of ids) {
          this.#kept.add(id);
          this.#written.add(id);
        }
      },
    }));
  }

  async run(): Promise<{ readonly faults: readonly string[]; readonly trace: readonly string[] }> {
    for (const station of this.#stations) {
      station.begin();
      for (let left = this.#random.between(4, 14); left > 0; left -= 1) this.#sometime(() => station.work(this.#random.pick(STEPS)));
    }
    for (let left = this.#random.between(3, 10); left > 0; left -= 1) this.#sometime(() => this.#trouble());
    for (let left = this.#random.between(0, 3); left > 0; left -= 1) this.#sometime(() => this.#customer());
    await this.#agenda.run(TROUBLED, () => false);
    this.#heal();
    const drained = await this.#agenda.run(TROUBLED + DRAINED_WITHIN, () => this.#isQuiet());
    const faults = drained ? await this.#contradictions() : [`not drained: ${this.#stations.map(({ name, store, state }) => `${name} at ${store.sync.cursor().after} with ${store.sync.pending} pending, ${JSON.stringify(state)}`).join('; ')}`];
    for (const station of this.#stations) station.end();
    return { faults, trace: this.#trace };
  }

  #sometime(what: () => void): void {
    this.#agenda.after(this.#random.next() * TROUBLED, what);
  }

  #say(text: string): void {
    this.#trace.push(`${(this.#agenda.now / SECOND).toFixed(3)} ${text}`);
  }

  #isQuiet(): boolean {
    const { epoch, seq } = this.#central.log.image.state;
    return this.#central.up && this.#central.order.isIdle && this.#stations.every((station) => {
      const { after, epoch: life } = station.store.sync.cursor();
      return after === seq && life === epoch && station.isDrained && !station.state.applying;
    });
  }

  async #contradictions(): Promise<readonly string[]> {
    const { image } = this.#central.log;
    const { result } = await this.#central.order.read((reader) => contradictions(this.#stations, image.entries, reader, this.#kept, this.#written));
    return result;
  }

  /** A change by the customer arrives at central. */
  #customer(): void {
    if (!this.#central.up) return;
    const { image } = this.#central.log;
    const order: OperationDraft = { kind: 'order.received', body: orderDocument(`LATER${String(image.state.seq).padStart(3, '0')}`, [{ vendorSku: 'PLATE', quantity: 4 }, { vendorSku: 'MUG', quantity: 12 }], { hpo: true }) };
    const cancelled: OperationDraft = { kind: 'order.cancelled', body: { po: poNumber('PLN00001'), documentId: null, reason: 'customer', by: 'customer' } };
    const draft = this.#random.pick([order, order, cancelled]);
    this.#say(`central hears ${draft.kind}`);
    this.#central.write(draft);
  }

  #trouble(): void {
    const station = this.#random.pick(this.#stations);
    const { forks, restores } = this.#extent;
    const kinds = [
      () => this.#crash(station), () => this.#crash(station),
      () => this.#partition(station), () => this.#partition(station), () => this.#partition(station),
      () => this.#centralDown('killed'),
      () => this.#jump(station),
      ...(forks ? [() => this.#copyDisk(station), () => this.#oldDisk(station)] : []),
      ...(restores ? [() => this.#restore()] : []),
    ];
    this.#random.pick(kinds)();
  }

  #crash(station: SimulatedStation): void {
    if (!station.up) return;
    this.#say(`${station.name} crashes`);
    station.crash();
    this.#beginSoon(station);
  }

  #beginSoon(station: SimulatedStation): void {
    this.#agenda.after(this.#random.between(0, 20) * SECOND, () => {
      if (station.up) return;
      this.#say(`${station.name} begins`);
      station.begin();
    });
  }

  #partition({ name, way }: SimulatedStation): void {
    const [upCut, downCut] = this.#random.pick([[true, false], [false, true], [true, true]] as const);
    this.#say(`${name} is cut off${upCut ? ' to central' : ''}${downCut ? ' from central' : ''}`);
    Object.assign(way, { upCut, downCut });
    this.#agenda.after(this.#random.between(1, 90) * SECOND, () => {
      this.#say(`${name} is whole`);
      Object.assign(way, { upCut: false, downCut: false });
    });
  }

  #centralDown(why: string): void {
    if (!this.#central.up) return;
    this.#say(`central goes down: ${why}`);
    this.#central.stop();
    const { log } = this.#central;
    if (this.#mutation.answersBeforeCommit) log.loseLastCommit();
    this.#agenda.after(this.#random.between(0, 10) * SECOND, () => this.#centralBegins());
  }

  #centralBegins(): void {
    if (this.#central.up) return;
    this.#say(`central begins at ${this.#central.log.image.state.seq}`);
    this.#central.begin();
  }

  #jump(station: SimulatedStation): void {
    station.skew = this.#random.pick([HOUR, -HOUR, 24 * HOUR, -1e15, 0]);
    this.#say(`${station.name}'s clock is ${station.skew / HOUR} h off`);
  }

  #copyDisk(station: SimulatedStation): void {
    this.#say(`${station.name}'s disk is copied`);
    this.#oldDisks.set(station.name, station.image());
  }

  #oldDisk(station: SimulatedStation): void {
    const old = this.#oldDisks.get(station.name);
    if (!old || !station.up) return;
    this.#say(`${station.name} gets its old disk back`);
    station.crash(old);
    this.#forget();
    this.#beginSoon(station);
  }

  /** The first time a backup is made, the second time it is put in place. */
  #restore(): void {
    const { log } = this.#central;
    if (!this.#backup) {
      this.#say(`central is backed up at ${log.image.state.seq}`);
      this.#backup = log.image;
      return;
    }
    if (!this.#central.up) return;
    this.#say(`central is restored to ${this.#backup.state.seq}`);
    this.#central.stop();
    log.restore(this.#backup, `life-${++this.#lives}`);
    this.#backup = undefined;
    this.#forget();
    this.#agenda.after(this.#random.between(0, 10) * SECOND, () => this.#centralBegins());
  }

  /** What no disk holds any longer cannot come back. */
  #forget(): void {
    const held = new Set(this.#central.log.image.entries.map(({ opId }) => opId));
    for (const { store } of this.#stations) for (const id of store.database.prepare('SELECT op_id FROM operation').pluck().all()) held.add(String(id));
    this.#kept = new Set([...this.#kept].filter((id) => held.has(id)));
  }

  #heal(): void {
    this.#say('all is whole');
    this.#troubled = false;
    this.#network.weather = FAIR;
    this.#centralBegins();
    for (const station of this.#stations) {
      Object.assign(station.way, { upCut: false, downCut: false });
      if (!station.up) station.begin();
    }
  }
}

export async function simulate(seed: number, beginning: Beginning, { mutation = none, extent = EVERYTHING }: { readonly mutation?: Mutation; readonly extent?: Extent } = {}): Promise<Verdict> {
  return { seed, ...(await new Simulation(seed, beginning, mutation, extent).run()) };
}
