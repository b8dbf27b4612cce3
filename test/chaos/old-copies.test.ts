import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SyncView } from '../../shared/contracts/views.ts';
import { ChaosSite, isThrough, type Place } from './support/chaos-site.ts';
import { Ledger } from './support/ledger.ts';
import { reckon } from './support/reckoning.ts';
import { SUPERVISOR } from './support/shift.ts';
import { Workday } from './support/workday.ts';

/*
 * An earlier state that goes on living: a station's folder on a second machine, and central put back to a backup. Real processes, and people
 * who work at every station all the while. Whatever was saved anywhere must be in the one order once, and all must hold the same.
 */

const SEED = 11;
const DRAINED_WITHIN = 60_000;

/** One record for both days. */
const ledger = new Ledger();
let site: ChaosSite;

beforeAll(async () => {
  site = await ChaosSite.start(SEED);
}, 240_000);
afterAll(() => site.remove());

function placeOf(name: string): Place {
  const found = site.places.find(({ station }) => station.name === name);
  if (!found) throw new Error(`no station ${name}`);
  return found;
}

const viewOf = ({ station }: Place): Promise<SyncView> => station.ask(SUPERVISOR, (client) => client.sync.status({}));

async function until(wanted: (view: SyncView) => boolean, ...places: readonly Place[]): Promise<void> {
  while (!(await Promise.all(places.map(viewOf))).every(wanted)) await after(50);
}

async function restart({ station }: Place): Promise<void> {
  await station.stop();
  await station.begin();
}

/** Made before anything went wrong. */
const backupFile = (): string => join(site.folder, 'central.hdc');

const idsAt = ({ station }: Place): Promise<readonly string[]> => station.ask(SUPERVISOR, async (client) => (await client.station.journal({ limit: 5_000 })).entries.map(({ opId }) => opId));

const mustBePairedAgain = ({ trouble }: SyncView): boolean => trouble?.key === 'sync.trouble.unpaired';

test('a station’s folder on a second machine: both say they must be paired again and work on, both histories stay, and it is a case', { timeout: 300_000 }, async () => {
  const desk = placeOf('Desk');
  const before = new Workday(site, SEED, ledger);
  await before.saves(20);
  await site.central.command('backup', backupFile());
  await before.saves(10);
  await before.end();
  await desk.station.stop();
  const copy = site.copy(desk);
  // By the time the second machine asks for a token the first one has had two more.
  await desk.station.begin();
  await until(isThrough, desk);
  await restart(desk);
  await until(isThrough, desk);
  await copy.station.begin();

  const day = new Workday(site, SEED + 1, ledger);
  await until(mustBePairedAgain, copy);
  await restart(desk);
  await until(mustBePairedAgain, desk);
  await day.saves(40);
  for (const place of [desk, copy]) expect((await viewOf(place)).unsent).toBeGreaterThan(5);

  for (const place of [desk, copy]) await site.pairAgain(place);
  await day.end();
  await site.drained(DRAINED_WITHIN);
  const order = await site.order();
  expect(ledger.faults(order)).toEqual([]);
  const [fork, ...more] = order.filter(({ kind }) => kind === 'station.forked').map(({ envelope }) => (JSON.parse(envelope) as { readonly body: { readonly station: string } }).body);
  expect(more).toEqual([]);
  expect(new Set(order.filter(({ station }) => station === fork?.station).map(({ lineage }) => lineage))).toEqual(new Set([1, 2]));
  for (const { station } of site.places) {
    const lists = await station.ask(SUPERVISOR, (client) => Promise.all((['open', 'resolved'] as const).map((state) => client.cases.list({ state, limit: 500 }))));
    expect(lists.flatMap(({ rows }) => rows).filter(({ type }) => type === 'cloned-station')).toHaveLength(1);
  }
});

test('central put back to an old backup: a new life, stations offer what it lacks in its old order, also what one of them alone still has', { timeout: 300_000 }, async () => {
  const [dock, burning, desk, copy] = [placeOf('Dock 1'), placeOf('Dock 2'), placeOf('Desk'), placeOf('Desk, copied')];
  const day = new Workday(site, SEED + 2, ledger);
  await day.saves(30);
  // From here on the desk hears nothing: what Dock 2 does now is at central and at Dock 1 only.
  desk.line.toxics = [{ type: 'down' }];
  await day.saves(30);
  await day.end();
  await until(isThrough, burning);
  while (!(await site.isAtHead(dock))) await after(50);
  const old = { ...(await site.state()), order: await site.order() };
  const atDesk = new Set(await idsAt(desk));
  const peers = await dock.station.ask(SUPERVISOR, (client) => client.sync.peers({}));
  const ofBurning = old.order.filter(({ station }) => station === peers.find(({ name }) => name === 'Dock 2')?.station).map(({ opId }) => opId);
  expect(ofBurning.filter((opId) => !atDesk.has(opId)).length).toBeGreaterThan(3);
  expect((await viewOf(desk)).unsent).toBeGreaterThan(3);

  await site.central.stop();
  await site.lose(burning);
  renameSync(site.central.data, join(site.folder, 'central-lost'));
  await site.central.command('restore', backupFile());
  const rest = new Workday(site, SEED + 3, ledger);
  await site.heal();
  for (const { station } of site.places) await station.ask(SUPERVISOR, (client) => client.sync.now({}));
  // What paired since the backup was made is a stranger to it, as it hears with its next token.
  for (const place of [desk, copy]) {
    await restart(place);
    await until(mustBePairedAgain, place);
    await site.pairAgain(place);
  }
  await rest.saves(20);
  await rest.end();
  await site.drained(DRAINED_WITHIN);

  expect((await site.state()).epoch).not.toBe(old.epoch);
  const offered = (await site.order()).filter(({ recovered }) => recovered).map(({ opId }) => opId);
  expect(offered.length).toBeGreaterThan(60);
  const among = new Set(offered);
  expect(offered).toEqual(old.order.map(({ opId }) => opId).filter((opId) => among.has(opId)));
  expect(await reckon(site, ledger, DRAINED_WITHIN, { kept: old.order.map(({ opId }) => opId), ofOthers: ofBurning })).toEqual([]);
});
