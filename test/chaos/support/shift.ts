import { randomUUID } from 'node:crypto';
import type { OrderView, ScanReply } from '../../../shared/contracts/views.ts';
import { commandCode } from '../../../shared/lib/barcode/house-code.ts';
import { grinder, kettle } from '../../e2e/support/goods.ts';
import { vendorOrders } from '../../e2e/support/orders.ts';
import type { Random } from '../../simulation/random.ts';
import type { Ledger } from './ledger.ts';
import type { Outcome, StationClient, StationProcess } from './station-process.ts';

export const GOODS = [grinder, kettle];
export const SUPERVISOR = 'Sam';
export const PICKER = 'Ana';

const TASKS = ['pick', 'pick', 'pack', 'pack', 'load', 'load', 'count'] as const;
const LOCATIONS = [grinder.bin, kettle.bin, 'C-03-01'] as const;
/** The stations work on the same few orders, so that they get in each other's way. */
const AT_A_TIME = 4;

export interface ShiftOptions {
  readonly station: StationProcess;
  readonly random: Random;
  readonly ledger: Ledger;
  /** Orders that were imported anywhere, the newest last. */
  readonly orders: string[];
}

type Step = () => Promise<unknown>;

interface Scan {
  readonly scanId: string;
  readonly code: string;
  readonly quantity: number | null;
}

/** People at one station who do whatever comes to their mind, through its API; refusals are all in the day's work. */
export class Shift {
  readonly #options: ShiftOptions;
  readonly #steps: readonly (readonly [weight: number, step: Step])[];
  #unanswered: Scan | undefined;
  /** Calls that were answered, refused, lost with their process. */
  readonly outcomes = { done: 0, refused: 0, lost: 0 };

  constructor(options: ShiftOptions) {
    this.#options = options;
    this.#steps = [
      [4, () => this.#import()], [2, () => this.#changeOrder()], [6, () => this.#answer()], [24, () => this.#workAtFloor()], [4, () => this.#ship()],
      [3, () => this.#count()], [3, () => this.#assign()], [2, () => this.#steer()], [1, () => this.#cancel()], [1, () => this.#short()], [1, () => this.#putBack()],
      [2, () => this.#units()], [1, () => this.#hire()], [2, () => this.#settings()], [1, () => this.#product()], [4, () => this.#decideCase()], [2, () => this.#undo()],
    ];
  }

  /** One thing that somebody does; nothing while the station does not run. */
  async step(): Promise<void> {
    const { random, station } = this.#options;
    if (!station.up) return;
    if (this.#unanswered) {
      await this.#ask(this.#unanswered);
      return;
    }
    const total = this.#steps.reduce((sum, [weight]) => sum + weight, 0);
    let at = random.next() * total;
    const [, step] = this.#steps.find(([weight]) => (at -= weight) < 0) ?? [];
    await step?.();
  }

  async #call<Result>(as: string, ask: (client: StationClient) => Promise<Result>): Promise<Outcome<Result>> {
    const outcome = await this.#options.station.call(as, ask);
    this.outcomes[outcome.kind] += 1;
    return outcome;
  }

  /** A call of which one operation of this kind becomes, with a number in it that nothing else has. */
  async #marked<Result>(kind: string, ask: (client: StationClient, mark: number) => Promise<Result>): Promise<Outcome<Result>> {
    const { ledger } = this.#options;
    const mark = ledger.nextMark();
    const outcome = await this.#call(SUPERVISOR, (client) => ask(client, mark));
    if (outcome.kind !== 'refused') ledger.marked(kind, mark, outcome.kind === 'done' ? 'acknowledged' : 'unanswered');
    return outcome;
  }

  /** What a view of an order tells of its history is saved: it was read from there. */
  async #onOrder(ask: (client: StationClient) => Promise<OrderView>): Promise<OrderView | undefined> {
    const outcome = await this.#call(SUPERVISOR, ask);
    if (outcome.kind !== 'done') return undefined;
    for (const { opId } of outcome.result.history) this.#options.ledger.acknowledged(opId);
    return outcome.result;
  }

  #order(): string {
    return this.#options.random.pick(this.#options.orders.slice(-AT_A_TIME));
  }

  async #import(): Promise<void> {
    const { random, orders } = this.#options;
    const po = `C${random.between(100_000, 999_999)}X`;
    const done = await this.#importFile(po, null);
    if (done) orders.push(po);
  }

  /** The customer's own change of an order, as any station may be the first to hear of it. */
  async #changeOrder(): Promise<void> {
    await this.#importFile(this.#order(), `2026-11-${String(this.#options.random.between(10, 28))}T10:00:00Z`);
  }

  async #importFile(po: string, changed: string | null): Promise<boolean> {
    const { random } = this.#options;
    const order = { po, goods: random.pick(GOODS), units: random.between(1, 12) * 10, type: random.pick(['RegularOrder', 'RushOrder'] as const), from: '2026-11-24', to: '2026-12-20', ...(changed === null ? {} : { changed }) };
    const base64 = Buffer.from(vendorOrders(order)).toString('base64');
    const { kind } = await this.#marked('document.received', (client, mark) => client.documents.import({ files: [{ name: `orders-${mark}.json`, base64 }] }));
    return kind === 'done';
  }

  async #answer(): Promise<void> {
    const { random } = this.#options;
    const po = this.#order();
    const plan = await this.#call(SUPERVISOR, (client) => client.acknowledgement.plan({ po }));
    if (plan.kind !== 'done') return;
    const whole = random.chance(0.6);
    const lines = plan.result.lines.map(({ line, requested, chosen }) => ({ line, accept: whole ? requested : chosen }));
    if (lines.length > 0) await this.#onOrder((client) => client.acknowledgement.send({ po, lines, overrideReason: plan.result.needsOverride || whole ? 'the truck waits' : null }));
  }

  async #workAtFloor(): Promise<void> {
    const { random } = this.#options;
    const po = this.#order();
    const started = await this.#call(PICKER, (client) => client.floor.start({ kind: random.pick(TASKS), po, share: random.chance(0.5) }));
    if (started.kind !== 'done') return;
    let last: ScanReply | undefined;
    for (let scans = random.between(2, 7); scans > 0; scans -= 1) {
      last = await this.#scan(await this.#nextCode(last));
      if (!last) return;
    }
  }

  /** Mostly what the step wants, now and then anything. */
  async #nextCode(last: ScanReply | undefined): Promise<{ readonly code: string; readonly quantity: number | null }> {
    const { random } = this.#options;
    const quantity = random.chance(0.2) ? random.between(1, 12) : null;
    const { answer } = last ?? {};
    if (answer?.confirm && random.chance(0.7)) return { code: answer.confirm, quantity: null };
    const { next } = answer ?? {};
    const wanted = [
      ...(next?.location ? [next.location] : []),
      ...(next?.sscc ? [next.sscc] : []),
      ...GOODS.filter(({ sku }) => sku === next?.sku).flatMap(({ caseGtin, upc }) => [caseGtin, caseGtin, upc]),
      ...(next?.accepts.includes('pallet') === true ? await this.#pallets() : []),
    ];
    if (wanted.length > 0 && random.chance(0.8)) return { code: random.pick(wanted), quantity };
    const any = [...GOODS.flatMap(({ caseGtin, upc, sku }) => [caseGtin, upc, sku]), ...LOCATIONS, commandCode('done'), commandCode('next'), commandCode('yes'), this.#order(), 'nonsense'];
    return { code: random.pick(any), quantity };
  }

  async #pallets(): Promise<readonly string[]> {
    const shown = await this.#onOrder((client) => client.orders.get({ po: this.#order() }));
    return shown?.handlingUnits.map(({ sscc }) => sscc) ?? [];
  }

  async #scan(scan: Omit<Scan, 'scanId'>): Promise<ScanReply | undefined> {
    const { random } = this.#options;
    const known = { ...scan, scanId: randomUUID() };
    const reply = await this.#ask(known);
    // Now and then the answer is taken for lost, and the same is asked once more.
    return reply && random.chance(0.1) ? this.#ask(known) : reply;
  }

  /** As a screen does it: a scan that was not answered is asked again under the same id as soon as somebody answers. */
  async #ask(scan: Scan): Promise<ScanReply | undefined> {
    this.#unanswered = scan;
    const outcome = await this.#call(PICKER, (client) => client.floor.scan(scan));
    if (outcome.kind === 'lost') return undefined;
    this.#unanswered = undefined;
    if (outcome.kind === 'refused') return undefined;
    const { opId } = outcome.result.answer;
    if (opId !== null) this.#options.ledger.acknowledged(opId);
    return outcome.result;
  }

  async #undo(): Promise<void> {
    const outcome = await this.#call(PICKER, (client) => client.floor.undo({}));
    if (outcome.kind === 'done' && outcome.result.answer.opId !== null) this.#options.ledger.acknowledged(outcome.result.answer.opId);
  }

  async #ship(): Promise<void> {
    const { random } = this.#options;
    const list = await this.#call(SUPERVISOR, (client) => client.shipments.list({}));
    if (list.kind !== 'done') return;
    const open = list.result.filter(({ state }) => state !== 'departed');
    if (open.length === 0 || random.chance(0.3)) {
      await this.#call(SUPERVISOR, (client) => client.shipments.create({ pos: [this.#order()], freightTerm: random.pick(['collect', 'prepaid'] as const) }));
      return;
    }
    const { shipmentId, units, orders, freightTerm } = random.pick(open);
    const unit = units[0];
    if (random.chance(0.3)) {
      await this.#marked('shipment.changed', (client, mark) =>
        client.shipments.change({ shipmentId, freightTerm, freightReady: null, cartons: 4, palletsStackable: 1, palletsNonStackable: 0, weightGrams: 90_000, volumeCubicCentimetres: 500_000, arn: null, scac: 'ABFS', pro: String(mark), bol: null, appointment: null }));
    } else if (unit?.state === 'loaded' && random.chance(0.3)) {
      await this.#call(SUPERVISOR, (client) => client.shipments.unload({ shipmentId, sscc: unit.sscc }));
    } else {
      const leftBehind = random.chance(0.5) ? units.filter(({ state }) => state !== 'loaded').map(({ sscc }) => sscc) : [];
      await this.#call(SUPERVISOR, (client) => client.shipments.depart({ shipmentId, finished: random.chance(0.3) ? orders.map(({ po }) => po) : [], leftBehind }));
    }
  }

  async #count(): Promise<void> {
    const { random } = this.#options;
    const { sku } = random.pick(GOODS);
    const location = random.pick(LOCATIONS);
    // The number that is there already changes nothing, so only one that cannot be there is sure to become an operation.
    if (random.chance(0.5)) await this.#call(SUPERVISOR, (client) => client.stock.set({ sku, location, boxed: random.between(0, 900), safety: null, reason: 'counted' }));
    else await this.#marked('stock.set', (client, mark) => client.stock.set({ sku, location, boxed: mark, safety: null, reason: 'counted' }));
  }

  async #assign(): Promise<void> {
    const people = await this.#call(SUPERVISOR, (client) => client.people.list({}));
    if (people.kind !== 'done') return;
    const staffIds = people.result.filter(() => this.#options.random.chance(0.4)).slice(0, 3).map(({ staffId }) => staffId);
    await this.#onOrder((client) => client.orders.assign({ po: this.#order(), staffIds }));
  }

  async #steer(): Promise<void> {
    const { random } = this.#options;
    const po = this.#order();
    if (random.chance(0.5)) await this.#marked('order.pinned', (client, mark) => client.orders.pin({ po, pin: random.pick([-1, 1] as const), reason: `because ${mark}` }));
    else await this.#marked('order.flagged', (client, mark) => client.orders.flag({ po, hpo: random.chance(0.7), reason: `because ${mark}` }));
  }

  async #cancel(): Promise<void> {
    await this.#marked('order.cancelled', (client, mark) => client.orders.cancel({ po: this.#order(), reason: `nobody wants it ${mark}` }));
  }

  async #short(): Promise<void> {
    const { random } = this.#options;
    const po = this.#order();
    if (random.chance(0.5)) await this.#marked('short.resolved', (client, mark) => client.orders.resolveShort({ po, line: '1', note: `found ${mark}` }));
    else await this.#marked('pick.short', (client, mark) => client.floor.short({ po, line: '1', eaches: random.between(1, 10), reason: `not there ${mark}` }));
  }

  async #putBack(): Promise<void> {
    const { random } = this.#options;
    await this.#onOrder((client) => client.orders.returnToStock({ po: this.#order(), line: '1', eaches: random.between(1, 10), location: random.pick(LOCATIONS) }));
  }

  async #units(): Promise<void> {
    const { random } = this.#options;
    const shown = await this.#onOrder((client) => client.orders.get({ po: this.#order() }));
    const units = shown?.handlingUnits ?? [];
    if (units.length === 0) return;
    const { sscc, state } = random.pick(units);
    if (state === 'closed') await this.#marked('unit.reopened', (client, mark) => client.units.reopen({ sscc, reason: `forgotten ${mark}` }));
    else if (random.chance(0.6)) await this.#marked('unit.closed', (client, mark) => client.units.close({ sscc, weightGrams: mark, heightMm: 1_200 }));
    else if (random.chance(0.5)) await this.#call(SUPERVISOR, (client) => client.units.remove({ sscc, line: '1', eaches: random.between(1, 10) }));
    else await this.#marked('unit.voided', (client, mark) => client.units.discard({ sscc, reason: `broken ${mark}` }));
  }

  async #hire(): Promise<void> {
    await this.#marked('staff.put', (client, mark) => client.people.put({ staffId: null, name: `Worker ${mark}`, role: 'picker', badge: null, pin: '4711', active: true }));
  }

  async #settings(): Promise<void> {
    await this.#marked('settings.changed', (client, mark) => client.station.changeSettings({ shipFrom: { id: 'GRNDX', name: `Grinder House ${mark}`, addressLine: '1 Dock Road', city: 'Phoenix', region: 'AZ', postalCode: '85001', country: 'US' } }));
  }

  async #product(): Promise<void> {
    const { sku, asin, upc, caseGtin, caseSize, cost, bin } = this.#options.random.pick(GOODS);
    await this.#marked('product.put', (client, mark) =>
      client.stock.putProduct({ sku, asin, title: `Goods ${mark}`, gtinEach: upc, gtinCase: caseGtin, gtinPallet: null, caseSize, cost, currency: 'USD', weightGrams: 900, lengthMm: 450, widthMm: 300, heightMm: 250, location: bin }));
  }

  async #decideCase(): Promise<void> {
    const { random } = this.#options;
    const list = await this.#call(SUPERVISOR, (client) => client.cases.list({ limit: 20 }));
    if (list.kind !== 'done' || list.result.rows.length === 0) return;
    const { caseId, proposals } = random.pick(list.result.rows);
    if (proposals.length === 0) return;
    const { decision } = random.pick(proposals);
    await this.#marked('case.resolved', (client, mark) => client.cases.resolve({ caseId, decision, note: `agreed ${mark}` }));
  }
}
