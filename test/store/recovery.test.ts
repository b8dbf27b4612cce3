import Database from 'better-sqlite3';
import { existsSync, openSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeSync, closeSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backUp, isSound, listBackups } from '../../electron/store/backup.ts';
import { StoreError } from '../../electron/store/errors.ts';
import { openStore } from '../../electron/store/health.ts';
import { sha256Of, type Store } from '../../electron/store/store.ts';
import { done } from '../../shared/domain/decision.ts';
import { location, sku } from '../../shared/lib/ids.ts';
import { DAY, HOUR, instant, later, MINUTE } from '../../shared/lib/time.ts';
import { contextAt, NOW, temporaryFolder } from '../support/store.ts';

const boxed = (eaches: number) => done({ kind: 'stock.set', body: { sku: sku('CG-1000'), location: location('A-01-01'), boxed: eaches, safety: null, reason: 'count', code: null } });

function open(folder: string): { readonly store: Store; readonly notices: readonly string[] } {
  const { store, notices } = openStore({
    file: join(folder, 'hotdock.db'), backups: join(folder, 'backups'), now: NOW,
    newIdentity: () => ({ site: 'site', station: 'dock1', incarnation: 1, demo: false }),
  });
  onTestFinished(() => store.close());
  return { store, notices: notices.map(({ key }) => key) };
}

/** Overwrites the middle of a file, as a dying disk would. */
function damage(file: string, from: number, length: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(length, 0x5a), 0, length, from);
  closeSync(handle);
}

const fill = (store: Store, count: number): void => {
  for (let each = 1; each <= count; each += 1) store.decide(contextAt(NOW + each), () => boxed(each));
};

describe('backups', () => {
  it('are sound copies with everything confirmed before them, and work goes on meanwhile', async () => {
    const folder = temporaryFolder();
    const { store } = open(folder);
    fill(store, 20);
    const copying = backUp(store, join(folder, 'backups'), NOW);
    store.decide(contextAt(), () => boxed(999));
    const { file, bytes } = await copying;
    expect(isSound(file)).toBe(true);
    expect(readdirSync(join(folder, 'backups'))).toEqual([`hotdock-${NOW}.db`]);
    expect(bytes).toBeGreaterThan(0);
    expect(store.reader.get('stock', { sku: sku('CG-1000') })?.boxed).toBe(999);
  });

  it('keep the newest eight and one of each of the last fourteen days', async () => {
    const folder = temporaryFolder();
    const { store } = open(folder);
    for (let day = 0; day < 20; day += 1) for (const part of [0, 0.25]) await backUp(store, join(folder, 'backups'), later(NOW, (day + part) * DAY));
    const kept = listBackups(join(folder, 'backups'));
    const days = kept.map(({ at }) => Math.floor((at - NOW) / DAY));
    expect(kept.length).toBe(18);
    expect(new Set(days)).toEqual(new Set([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]));
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it.each([['1970', instant(MINUTE)], ['an hour back', later(NOW, -HOUR)], ['years ahead', later(NOW, 999 * DAY)]])('made while the clock stands at %s: the newest is the one made last', async (_when, wrong) => {
    const folder = temporaryFolder();
    const { store } = open(folder);
    const backups = join(folder, 'backups');
    const made: string[] = [];
    for (const now of [wrong, NOW, wrong, ...Array.from({ length: 12 }, (_, each) => later(wrong, each)), NOW]) made.push((await backUp(store, backups, now)).file);
    expect(listBackups(backups).slice(0, 8).map(({ file }) => file)).toEqual(made.slice(-8).reverse());
  });

  it('are not counted when the copy does not pass its check', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'not-a-store.db'), 'hello');
    expect(isSound(join(folder, 'not-a-store.db'))).toBe(false);
    expect(isSound(join(folder, 'missing.db'))).toBe(false);
  });
});

describe('after damage the station', () => {
  it('starts again from the newest backup plus every operation that can still be read, and says so', async () => {
    const folder = temporaryFolder();
    const { store } = open(folder);
    fill(store, 300);
    await backUp(store, join(folder, 'backups'), NOW);
    for (let each = 301; each <= 400; each += 1) store.decide(contextAt(NOW + each), () => boxed(each));
    store.close();
    const file = join(folder, 'hotdock.db');
    const stockPage = damagedPageOf(file);
    damage(file, stockPage, 4096);
    const { store: damaged } = open(folder);
    expect(() => damaged.decide(contextAt(), () => boxed(401))).toThrow(StoreError);
    damaged.close();
    const { store: again, notices } = open(folder);
    expect(notices[0]).toMatch(/^store\.recovered/);
    expect(again.journalLength()).toBe(400);
    expect(again.reader.get('stock', { sku: sku('CG-1000') })?.boxed).toBe(400);
    expect(readdirSync(folder).some((name) => name.startsWith('damaged-'))).toBe(true);
    expect(again.rebuild().different).toEqual([]);
  });

  it('has the documents kept since the backup', async () => {
    const folder = temporaryFolder();
    const { store } = open(folder);
    fill(store, 20);
    await backUp(store, join(folder, 'backups'), NOW);
    const document = new TextEncoder().encode('{"asn":1}');
    store.decide(contextAt(), () => boxed(21), { blobs: [document] });
    store.close();
    damage(join(folder, 'hotdock.db'), damagedPageOf(join(folder, 'hotdock.db')), 4096);
    const { store: damaged } = open(folder);
    expect(() => damaged.decide(contextAt(), () => boxed(22))).toThrow(StoreError);
    damaged.close();
    const { store: again } = open(folder);
    expect(again.blob(sha256Of(document))).toEqual(Buffer.from(document));
  });

  it('finishes after a power cut in the middle of it, and never starts empty between the two', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'hotdock.db');
    const { store } = open(folder);
    fill(store, 20);
    store.close();
    renameSync(file, `${file}.recovered`);
    writeFileSync(file, 'damaged');
    const { store: again } = open(folder);
    expect(again.journalLength()).toBe(20);
    expect(readFileSync(join(folder, `damaged-${NOW}`, 'hotdock.db'), 'utf8')).toBe('damaged');
  });

  it('never starts empty: with nothing to read and no backup it stops, and the damaged files stay', () => {
    const folder = temporaryFolder();
    const { store } = open(folder);
    fill(store, 10);
    store.close();
    const file = join(folder, 'hotdock.db');
    damage(file, 0, statSync(file).size);
    expect(() => open(folder)).toThrow(StoreError);
    expect(existsSync(file)).toBe(true);
    expect(statSync(file).size).toBeGreaterThan(0);
  });

  it.each(['missing', 'empty'] as const)('never starts empty beside a backup: a store that is %s is put back from it', async (what) => {
    const folder = temporaryFolder();
    const file = join(folder, 'hotdock.db');
    const { store } = open(folder);
    fill(store, 20);
    await backUp(store, join(folder, 'backups'), NOW);
    store.close();
    if (what === 'missing') rmSync(file);
    else truncateSync(file);
    const { store: again, notices } = open(folder);
    expect(notices).toEqual(['store.missing']);
    expect(again.journalLength()).toBe(20);
    again.close();
    expect(open(folder).notices).toEqual([]);
  });

  it('starts as new where nothing was ever kept', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'hotdock.db'), '');
    const { store, notices } = open(folder);
    expect({ length: store.journalLength(), notices }).toEqual({ length: 0, notices: [] });
  });

  it('checks and repairs it when damage was met by reading', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'hotdock.db');
    const { store } = open(folder);
    fill(store, 20);
    await backUp(store, join(folder, 'backups'), NOW);
    store.close();
    damage(file, damagedPageOf(file), 4096);
    const { store: damaged } = open(folder);
    const fault = damaged.faultOf(thrownBy(() => damaged.reader.get('stock', { sku: sku('CG-1000') })));
    expect(fault).toMatchObject({ name: 'StoreError', reason: 'damaged' });
    damaged.close();
    const { store: again, notices } = open(folder);
    expect(notices[0]).toMatch(/^store\.recovered/);
    expect(again.reader.get('stock', { sku: sku('CG-1000') })?.boxed).toBe(20);
  });

  it('checks the store after an unclean end and tells people that it is sound', () => {
    const folder = temporaryFolder();
    const { store } = open(folder);
    fill(store, 5);
    store.database.close();
    const { notices } = open(folder);
    expect(notices).toEqual(['store.endedUncleanly']);
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

/** Byte offset of the first page of the `stock` table: a projection, so that the journal itself stays readable. */
function damagedPageOf(file: string): number {
  const database = new Database(file, { readonly: true });
  const page = Number(database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'stock'").pluck().get());
  database.close();
  return (page - 1) * 4096;
}
