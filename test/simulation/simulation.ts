import { createHash } from 'node:crypto';
import { MINUTE, SECOND } from '../../shared/lib/time.ts';
import { Agenda } from './agenda.ts';
import { NAMES, type Beginning } from './beginning.ts';
import { SimulatedCentral } from './central.ts';
import { answeredWrongly, contradictions, documentsMissing, gapsIn, lostFromJournal, orderContradictions, rebuildDiffers, seenTooMuch, seenWrongly } from './checks.ts';
import { DOCUMENTS } from './documents.ts';
import { found, type Finding } from './finding.ts';
import { none, type Mutation } from './mutation.ts';
import { FAIR, Network } from './network.ts';
import { Random } from './random.ts';
import { SimulatedStation } from './station.ts';
import { Tally } from './tally.ts';
import { Troubles } from './troubles.ts';
import { workBy, type Work } from './work.ts';

/** What one seed came to. */
export interface Outcome {
  readonly seed: number;
  readonly findings: readonly Finding[];
  readonly trace: readonly string[];
}

/** How soon after the line is whole everything must be everywhere. */
const DRAINED_WITHIN = 2 * MINUTE;

/** How large a seed's site is. Most are small, where rare meetings are many among little else; some are large. */
interface Extent {
  readonly stations: number;
  /** Steps of work at each. */
  readonly steps: readonly [number, number];
  readonly troubles: readonly [number, number];
  readonly troubledFor: number;
}

const SMALL: Extent = { stations: 2, steps: [2, 6], troubles: [2, 4], troubledFor: 1.5 * MINUTE };
const MIDDLE: Extent = { stations: 3, steps: [3, 8], troubles: [3, 6], troubledFor: 2 * MINUTE };
const LARGE: Extent = { stations: 4, steps: [8, 16], troubles: [5, 12], troubledFor: 3 * MINUTE };

const extentBy = (chance: number): Extent => (chance < 0.88 ? SMALL : chance < 0.98 ? MIDDLE : LARGE);

/** One seed: a site, its stations and all that goes wrong; then the line is whole, and everything must be as it should. */
class Simulation {
  readonly #agenda = new Agenda();
  readonly #random: Random;
  readonly #extent: Extent;
  readonly #work: readonly Work[];
  readonly #tally: Tally;
  readonly #firstLife: string;
  readonly #folded: Mutation['folded'];
  readonly #trace: string[] = [];
  readonly #findings: Finding[] = [];
  readonly #central: SimulatedCentral;
  readonly #network: Network;
  readonly #stations: readonly SimulatedStation[];
  readonly #troubles: Troubles;
  /** Saved operations that some disk holds: they must be in the order in the end. */
  #saved = new Set<string>();
  readonly #everWritten = new Set<string>();
  /** The lives of central that operations were written in. */
  readonly #lives = new Map<string, string>();
  #troubled = true;
  #ids = 0;

  constructor(seed: number, from: readonly Beginning[], mutation: Mutation, tally: Tally) {
    this.#random = new Random(seed);
    const { log, disks } = this.#random.pick(from);
    this.#tally = tally;
    this.#firstLife = log.state.epoch;
    this.#folded = mutation.folded;
    const random = this.#random;
    const agenda = this.#agenda;
    this.#extent = extentBy(random.next());
    this.#work = workBy(random.next());
    const newId = (): string => `op-${String(++this.#ids).padStart(5, '0')}`;
    const trace = (text: string): void => void this.#trace.push(`${(agenda.now / SECOND).toFixed(3)} ${text}`);
    const onFault = (text: string): void => void this.#findings.push(found('faults')(text));
    const onUndeclared = (text: string): void => void this.#findings.push(found('scans')(text));
    const power = random.chance(0.3) ? 0.15 : 0;
    this.#central = new SimulatedCentral({
      agenda, random, tally, image: log, newId, mutation,
      tokenSeconds: random.pick([20, 600]),
      pageSize: random.pick([3, 20, 500]),
      cutAt: () => this.#powerCut(power),
      onPowerCut: (why) => this.#troubles.centralDown(why),
      onFault: (error) => onFault(`central: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    });
    this.#network = new Network(agenda, random, this.#central, tally);
    this.#network.weather = { lost: random.pick([0, 0.05, 0.3]), twice: random.pick([0, 0.1, 0.4]), slow: random.pick([40, 500, 8_000]) };
    this.#stations = NAMES.slice(0, this.#extent.stations).map((name) => {
      const image = disks.get(name);
      if (!image) throw new Error(`no disk for ${name}`);
      return new SimulatedStation({ name, image, agenda, random, network: this.#network, tally, newId, trace, onFault, onUndeclared, mutation, saved: (ids, life) => this.#save(ids, life), onCopying: (station) => this.#copying(station) });
    });
    this.#troubles = new Troubles({
      agenda, random, tally, central: this.#central, stations: this.#stations, work: this.#work, say: trace,
      lost: () => this.#lose(),
      goesOn: () => this.#troubled,
    });
  }

  async run(): Promise<Omit<Outcome, 'seed'>> {
    const { steps, troubles, troubledFor } = this.#extent;
    for (const station of this.#stations) {
      station.begin();
      this.#times(steps, () => station.work(this.#random.pick(this.#work)));
    }
    this.#times(troubles, () => this.#troubles.one());
    this.#times([0, 2], () => this.#customer());
    await this.#agenda.run(troubledFor, () => false);
    if (this.#random.chance(0.5)) this.#look();
    this.#heal();
    const drained = await this.#agenda.run(troubledFor + DRAINED_WITHIN, () => this.#isQuiet());
    if (drained) await this.#check();
    else this.#notDrained();
    this.#count();
    for (const station of this.#stations) station.end();
    return { findings: this.#findings, trace: this.#trace };
  }

  #times([least, most]: readonly [number, number], what: () => void): void {
    for (let left = this.#random.between(least, most); left > 0; left -= 1) this.#agenda.after(this.#random.next() * this.#extent.troubledFor, what);
  }

  #powerCut(chance: number): 'before' | 'after' | null {
    if (!this.#troubled || !this.#random.chance(chance)) return null;
    const when = this.#random.pick(['before', 'after'] as const);
    this.#tally.note(when === 'before' ? 'power cut before the commit' : 'power cut after the commit');
    return when;
  }

  #copying(station: SimulatedStation): void {
    if (this.#troubled && this.#random.chance(0.3)) this.#troubles.crash(station);
  }

  #save(ids: readonly string[], life: string | null): void {
    for (const id of ids) {
      this.#lives.set(id, life ?? this.#firstLife);
      this.#saved.add(id);
      this.#everWritten.add(id);
    }
  }

  /** What no disk holds any longer cannot come back. What a disk holds is known here, whatever its store says. */
  #lose(): void {
    const held = new Set(this.#central.log.image.entries.map(({ opId }) => opId));
    for (const { disk } of this.#stations) for (const id of disk.holds) held.add(id);
    this.#saved = new Set([...this.#saved].filter((id) => held.has(id)));
  }

  /** A document of the customer's arrives at central. */
  #customer(): void {
    if (!this.#central.up) return;
    const document = this.#random.pick(DOCUMENTS);
    this.#trace.push(`central hears ${document.fileName}`);
    this.#central.receive(document);
  }

  /** What people see at one of the stations while all is still in motion. */
  #look(): void {
    const seen = seenWrongly(this.#random.pick(this.#stations), this.#central.log.image);
    if (!seen) return;
    this.#tally.note('looked at what people see');
    this.#findings.push(...seen);
  }

  #heal(): void {
    this.#trace.push('all is whole');
    this.#troubled = false;
    this.#network.weather = FAIR;
    this.#troubles.heal();
  }

  #isQuiet(): boolean {
    const { epoch, seq } = this.#central.log.image.state;
    return this.#central.up && this.#central.order.isIdle && this.#stations.every((station) => {
      const { after, epoch: life } = station.store.sync.cursor();
      return after === seq && life === epoch && station.isDrained;
    });
  }

  async #check(): Promise<void> {
    const rebuilt = this.#random.chance(0.3) ? this.#random.pick(this.#stations) : undefined;
    if (rebuilt) this.#tally.note('rebuilt');
    const { documents, answered, log } = this.#central;
    const { entries } = log.image;
    const { result } = await this.#central.order.read((reader) => contradictions({ stations: this.#stations, entries, reader, saved: this.#saved, everWritten: this.#everWritten }, this.#folded));
    this.#findings.push(
      ...result,
      ...answeredWrongly(entries, answered),
      ...seenTooMuch(log.image, (epoch) => log.orderOf(epoch), (opId) => this.#lives.get(opId) ?? this.#firstLife),
      ...this.#stations.flatMap((station) => [...lostFromJournal(station, station.disk.holds), ...documentsMissing(station, entries, documents)]),
      ...(rebuilt ? rebuildDiffers(rebuilt) : []),
    );
  }

  /** What may have kept it from being drained. */
  #notDrained(): void {
    const { entries, ended } = this.#central.log.image;
    const where = this.#stations.map(({ name, store, state }) => `${name} at ${store.sync.cursor().after} with ${store.sync.pending} pending, ${JSON.stringify(state)}`);
    this.#findings.push(...orderContradictions(entries, this.#everWritten), ...(ended.length === 0 ? gapsIn(entries) : []), found('drained')(where.join('; ')));
  }

  #count(): void {
    for (const { kind, caseIds, opId, station } of this.#central.log.image.entries) {
      if (opId.startsWith('op-')) this.#tally.note(`ordered ${station === 'central' ? 'by central ' : ''}${kind}`);
      for (const caseId of caseIds) this.#tally.note(`case ${caseId.split(':')[1] ?? ''}`);
    }
  }
}

export interface SimulateOptions {
  readonly mutation?: Mutation;
  /** Counts what happens, over many seeds. */
  readonly tally?: Tally;
}

export async function simulate(seed: number, from: readonly Beginning[], { mutation = none, tally = new Tally() }: SimulateOptions = {}): Promise<Outcome> {
  return { seed, ...(await new Simulation(seed, from, mutation, tally).run()) };
}

/** What tells two lives of a site apart. */
export const digestOf = ({ trace, findings }: Outcome): string => createHash('sha256').update(JSON.stringify({ trace, findings })).digest('hex');
