import { cpSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { router } from '../../electron/station/api/router.ts';
import { entityKinds, type CaseDecision, type CaseType } from '../../shared/domain/state/entities.ts';
import type { CaseView } from '../../shared/contracts/views.ts';
import { instant } from '../../shared/lib/time.ts';
import { sayMessage, type Message } from '../../shared/messages/say.ts';
import { hashOf } from '../../central/sync/operation-text.ts';
import { foreignCarton } from '../domain/scanning/floor.ts';
import { answer, askForTruck, BOWL, depart, importOrders, load, MUG, pack, pick, PLATE, stockUp, UNITS } from './hands.ts';
import { asSupervisor, isThrough, Site, type Client, type Workplace } from './site.ts';

/*
 * Every contradiction there is a word for, made by real stations: a day on which the dock, the desk and a machine that was set up from a
 * copy of the dock's folder work without hearing of each other. Then all come back, one after the other.
 */

interface Scenario {
  readonly type: CaseType;
  /** The order, or null where it is about something else. */
  readonly po: string | null;
  readonly units: number;
  /** Of those units; null where their cost is not known, or nothing is at stake. */
  readonly cost: string | null;
  /** Who is on either side; the first is null where the other side is no operation. */
  readonly sides: readonly [string | null, string];
  /** What is added to the station's name where its second history acted. */
  readonly acting?: string;
  readonly line?: readonly [first: number, second: number];
}

const worth = (units: number): string => `${units * 10}.00`;
const between = (type: CaseType, po: string | null, units: number, more: Partial<Scenario> = {}): Scenario => ({ type, po, units, cost: units === 0 ? null : worth(units), sides: ['Dock', 'Desk'], ...more });

const SCENARIOS: readonly Scenario[] = [
  between('double-acceptance', 'PROMISE2', 3),
  between('acknowledged-twice', 'ANSWERED', 12, { line: [UNITS, 12] }),
  between('packed-twice', 'CARTON01', 6, { line: [6, 6] }),
  between('loaded-twice', 'LOADED01', UNITS, { line: [UNITS, UNITS] }),
  between('departed-twice', 'DEPART01', UNITS, { line: [UNITS, UNITS] }),
  between('over-pick', 'PICKED01', UNITS, { line: [UNITS, UNITS] }),
  between('over-pack', 'PACKED01', UNITS, { line: [UNITS, UNITS] }),
  between('over-ship', 'SHIPPED1', 12, { line: [18, 18] }),
  between('planned-twice', 'PLANNED1', UNITS, { line: [UNITS, UNITS] }),
  between('worked-after-change', 'CANCEL01', UNITS),
  between('shipped-after-change', 'CANCEL02', UNITS),
  between('count-against-movement', null, 4),
  between('claimed-twice', 'TWOPLACE', 0),
  between('staff-two-places', 'TWOPLACE', 0),
  between('quarantined', null, 0, { sides: [null, 'Central'] }),
  between('cloned-station', null, 0, { sides: [null, 'Central'] }),
  between('sscc-reused', 'PALLET01', 6, { sides: ['Dock', 'Dock'], acting: '~2' }),
];

const site = new Site();
let dock: Workplace;
let desk: Workplace;
let copy: Workplace;

/** Pat, who picks: at any station. */
const asPat = ({ station }: Workplace): Client => {
  const pat = station.reader.find('staff', { role: 'picker' })[0];
  if (!pat) throw new Error('Pat is not known here');
  return createRouterClient(router, { context: { station, session: { shell: 'command-line', staffId: pat.staffId } } });
};

/** Every case as the dock and as the desk saw it before anything was decided. */
const found = new Map<CaseType, { readonly atDock: CaseView | undefined; readonly atDesk: CaseView | undefined }>();

const decisions = new Map<string, CaseDecision>();

const adviceOf = ({ proposals }: CaseView): CaseDecision => {
  const [advice] = proposals;
  if (!advice) throw new Error('nothing can be decided');
  return advice.decision;
};

const caseOf = async (place: Workplace, { type, po }: Pick<Scenario, 'type' | 'po'>): Promise<CaseView | undefined> => {
  const { rows } = await asSupervisor(place).cases.list({ state: 'open', limit: 500 });
  return rows.find((row) => row.type === type && (po === null || row.po === po));
};

async function goOnline(...places: readonly Workplace[]): Promise<void> {
  for (const place of places) {
    await place.station.sync.start();
    await place.until((view) => isThrough(view) && place.station.store.sync.pending === 0);
  }
}

const sameAs = (place: Workplace, other: Workplace): boolean => place.station.store.sync.cursor().after === other.station.store.sync.cursor().after && place.station.store.sync.pending === 0;

const allEqual = async (): Promise<void> => {
  for (const place of [dock, desk, copy]) await place.until((view) => isThrough(view) && sameAs(place, dock) && sameAs(place, desk) && sameAs(place, copy));
};

/** Work that only one station does and everybody knows of. */
async function prepare(): Promise<Record<'loaded' | 'departing' | 'cancelled', string> & { readonly trucks: Record<'departing' | 'cancelled', string> }> {
  await stockUp(dock);
  await asSupervisor(dock).people.put({ staffId: null, name: 'Pat', role: 'picker', badge: null, pin: '4321', active: true });
  const known = ['CARTON01', 'LOADED01', 'DEPART01', 'PICKED01', 'PACKED01', 'SHIPPED1', 'PLANNED1', 'CANCEL01', 'CANCEL02', 'TWOPLACE', 'PALLET00', 'PALLET01'];
  await importOrders(dock, [...known, 'ANSWERED']);
  await importOrders(dock, ['PROMISE1'], PLATE, 6);
  await importOrders(dock, ['PROMISE2'], PLATE, 5);
  await importOrders(dock, ['COUNTED1'], BOWL, 6);
  for (const po of known) await answer(dock, po, UNITS);
  await answer(dock, 'COUNTED1', 6, 6);
  for (const po of ['CARTON01', 'LOADED01', 'DEPART01', 'PACKED01', 'SHIPPED1', 'CANCEL02', 'PALLET00', 'PALLET01']) await pick(dock, po);
  const [loaded, departing, cancelled] = [await pack(dock, 'LOADED01'), await pack(dock, 'DEPART01'), await pack(dock, 'CANCEL02')];
  const trucks = { departing: await load(dock, 'DEPART01', departing), cancelled: await load(dock, 'CANCEL02', cancelled) };
  await asSupervisor(dock).floor.leave({});
  return { loaded, departing, cancelled, trucks };
}

/** An entry as a newer release would have written it, in words that nobody here knows. */
function writeUnreadable({ station: { store, settings } }: Workplace): void {
  const { site: siteId, station, incarnation } = store.identity;
  const stationSeq = store.journal(0, 10_000).entries.reduce((most, { operation }) => (operation.station === station ? Math.max(most, operation.stationSeq) : most), 0) + 1;
  const unsigned = {
    opId: crypto.randomUUID(), site: siteId, station, incarnation, stationSeq, hlc: `${Date.now()}:0`, kind: 'pallet.wrapped', v: 1, aggregates: [], baseSeq: store.sync.baseSeq,
    actor: settings.stationName, occurredAt: instant(Date.now()), body: { film: 'stretch' },
  };
  store.adopt([{ ...unsigned, hash: hashOf(unsigned) }], []);
}

beforeAll(async () => {
  await site.start();
  dock = await site.first('Dock');
  const { loaded, trucks } = await prepare();
  await dock.until(isThrough);
  desk = await site.join('Desk');
  await dock.until((view) => isThrough(view) && sameAs(dock, desk));
  for (const place of [dock, desk]) place.station.sync.stop();

  const folder = dock.data;
  dock.close();
  const copied = site.folder();
  cpSync(folder, copied, { recursive: true });
  dock = site.open(folder);
  copy = site.open(copied);

  // The dock's day.
  await answer(dock, 'PROMISE1', 6, 6);
  await answer(dock, 'ANSWERED', UNITS);
  await asSupervisor(dock).floor.start({ kind: 'pack', po: 'CARTON01' });
  await asSupervisor(dock).floor.scan({ code: foreignCarton(1) });
  await load(dock, 'LOADED01', loaded);
  await depart(dock, trucks.departing);
  await pick(dock, 'PICKED01');
  await pack(dock, 'PACKED01');
  await depart(dock, await load(dock, 'SHIPPED1', await pack(dock, 'SHIPPED1', 18)));
  await askForTruck(dock, 'PLANNED1');
  await asSupervisor(dock).orders.cancel({ po: 'CANCEL01', reason: 'by telephone' });
  await asSupervisor(dock).orders.cancel({ po: 'CANCEL02', reason: 'by telephone' });
  await pick(dock, 'COUNTED1', 6, BOWL);
  await pack(dock, 'PALLET00', 6);
  await asPat(dock).floor.start({ kind: 'pick', po: 'TWOPLACE' });

  // The same day at the desk.
  await answer(desk, 'PROMISE2', 5, 5);
  await answer(desk, 'ANSWERED', 12);
  await asSupervisor(desk).floor.start({ kind: 'pack', po: 'CARTON01' });
  await asSupervisor(desk).floor.scan({ code: foreignCarton(1) });
  await load(desk, 'LOADED01', loaded);
  await depart(desk, trucks.departing);
  await pick(desk, 'PICKED01');
  await pack(desk, 'PACKED01');
  await depart(desk, await load(desk, 'SHIPPED1', await pack(desk, 'SHIPPED1', 18)));
  await askForTruck(desk, 'PLANNED1');
  await pick(desk, 'CANCEL01');
  await depart(desk, trucks.cancelled);
  await asSupervisor(desk).stock.set({ sku: BOWL.sku, location: BOWL.bin, boxed: 58, safety: null, reason: 'count' });
  await asPat(desk).floor.start({ kind: 'pick', po: 'TWOPLACE' });
  writeUnreadable(desk);

  // And at the machine that was set up from the dock's folder: the next pallet's number is given there too.
  await pack(copy, 'PALLET01', 6);

  await goOnline(dock, desk, copy);
  await allEqual();

  // All are back: the supervisor at the dock takes the first proposal of each case.
  for (const scenario of SCENARIOS) found.set(scenario.type, { atDock: await caseOf(dock, scenario), atDesk: await caseOf(desk, scenario) });
  for (const { atDock } of found.values()) {
    if (!atDock) continue;
    // What is offered follows how things stand by then.
    const { caseId } = atDock;
    const decision = adviceOf(await asSupervisor(dock).cases.view({ caseId }));
    decisions.set(caseId, decision);
    await asSupervisor(dock).cases.resolve({ caseId, decision, note: 'looked at it' });
  }
  await allEqual();
}, 120_000);
afterAll(() => site.close());

/** A text that can be shown in both languages. */
function expectSayable(words: Message): void {
  for (const locale of ['en', 'es'] as const) expect(sayMessage(locale, words), words.key).not.toMatch(/[{}]|undefined/);
}

describe('a contradiction between real stations', () => {
  test.each(SCENARIOS)('$type: both sides, what is at stake, and a decision that reaches everybody', async ({ type, units, cost, sides, acting, line }) => {
    const { atDock, atDesk } = found.get(type) ?? {};
    if (!atDock) throw new Error(`no case ${type}`);
    expect(atDesk).toEqual({ ...atDock, history: atDesk?.history });
    expect(atDock).toMatchObject({ units, cost, currency: cost === null ? null : 'USD', firstStation: sides[0], secondStation: sides[1] });
    if (acting) expect(atDock.second.station).toBe(`${dock.station.store.identity.station}${acting}`);
    if (line) expect(atDock.detail.lines).toMatchObject([{ first: line[0], second: line[1] }]);
    expectSayable(atDock.what);
    for (const side of [atDock.first, atDock.second]) {
      if (!side) continue;
      expectSayable(side.what);
      // Who, where and when are those of the very operation, which every station holds.
      const entry = desk.station.store.journal(0, 10_000).entries.find(({ operation }) => operation.opId === side.opId);
      expect(entry?.operation).toMatchObject({ actor: side.actor, occurredAt: side.at });
    }
    if (atDock.first) expect(atDock.firstPerson?.name).toMatch(/^(Sam|Pat)$/);
    for (const { label, consequence } of atDock.proposals) [label, consequence].forEach(expectSayable);

    for (const place of [dock, desk, copy]) {
      const decided = await asSupervisor(place).cases.view({ caseId: atDock.caseId });
      expect(decided).toMatchObject({ state: 'resolved', decision: decisions.get(atDock.caseId), note: 'looked at it', resolvedBy: { station: dock.station.acting } });
      // The audit trail: the decision is an entry of its own, with its person.
      expect(decided.history.find(({ opId }) => opId === decided.resolvedBy?.opId)?.actor.name).toBe('Sam');
    }
  });

  test('the second request for a truck was given to nobody', async () => {
    const { central, url } = site.central;
    const id = dock.station.store.identity.site;
    const { key } = await central.gateways.create(id, 'edi', instant(Date.now()));
    const answered = await fetch(`${url}/v1/sites/${id}/documents?after=0&limit=100`, { headers: { authorization: `Bearer ${key}` } });
    const { documents } = (await answered.json()) as { documents: readonly { kind: string; po: string; fileName: string }[] };
    expect(documents.filter(({ kind }) => kind === 'routing-json')).toHaveLength(1);
  });

  test('afterwards all stations hold the same, and a rebuild from the log gives it again', async () => {
    for (const kind of entityKinds) {
      const rows = (place: Workplace): unknown => place.station.reader.find(kind, {});
      for (const place of [desk, copy]) expect(rows(place), kind).toEqual(rows(dock));
    }
    for (const place of [dock, desk, copy]) expect(place.station.store.rebuild().different).toEqual([]);
    const open = await asSupervisor(copy).cases.list({ state: 'open', limit: 500 });
    expect(open.rows.filter(({ history }) => history.length === 0)).toEqual([]);
  });

  test('a pallet in hand at the desk is seen at the dock’s shipping board: who has it, where and since when', async () => {
    const by = asSupervisor(desk);
    const { shipmentId } = await asSupervisor(dock).shipments.create({ pos: ['ANSWERED'], freightTerm: 'prepaid' });
    await allEqual();
    await pick(desk, 'ANSWERED', 6);
    await by.floor.start({ kind: 'pack', po: 'ANSWERED' });
    const { unit } = await by.units.open({ po: 'ANSWERED', kind: 'pallet' });
    await by.floor.scan({ code: MUG.upc, quantity: 6 });
    await allEqual();
    const { units } = await asSupervisor(dock).shipments.get({ shipmentId });
    const claim = desk.station.reader.get('claim', { subject: `unit:${unit?.sscc ?? ''}` });
    expect(units).toMatchObject([{ sscc: unit?.sscc, claim: { person: { name: 'Sam' }, stationName: 'Desk', since: claim?.since, here: false } }]);
    await by.units.close({ sscc: unit?.sscc ?? '', weightGrams: null, heightMm: null });
    await allEqual();
    expect((await asSupervisor(dock).shipments.get({ shipmentId })).units).toMatchObject([{ sscc: unit?.sscc, claim: null }]);
  });
});
