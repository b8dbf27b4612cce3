import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { systemClock } from '../../electron/station/clock.ts';
import { fillOutbox, noticeTakenDocuments } from '../../electron/station/outgoing.ts';
import { Scheduler } from '../../electron/station/scheduler.ts';
import { Station } from '../../electron/station/station.ts';
import { listBackups } from '../../electron/store/backup.ts';
import { sha256Of } from '../../electron/store/store.ts';
import { decided } from '../../shared/domain/decision.ts';
import { decideSettings } from '../../shared/domain/settings/decide-settings.ts';
import type { SettingsPatch } from '../../shared/domain/settings/settings.ts';
import { documentId, poNumber } from '../../shared/lib/ids.ts';
import { DAY, later, type Instant } from '../../shared/lib/time.ts';
import { temporaryFolder } from '../support/store.ts';
import { vendorOrder850 } from '../bench/documents.ts';

function open(at?: Instant): { readonly station: Station; readonly folder: string; readonly clock: { at: Instant | undefined } } {
  const folder = temporaryFolder();
  const clock = { at };
  const station = new Station({ data: join(folder, 'data'), clock: () => clock.at ?? systemClock(), version: 'test' });
  onTestFinished(() => station.close());
  return { station, folder, clock };
}

function change(station: Station, patch: SettingsPatch): void {
  expect(station.decideAsStation((reader, context) => decideSettings(reader, patch, context)).ok).toBe(true);
}

function prepare(station: Station): string {
  const bytes = new TextEncoder().encode('{}');
  const id = documentId('d1');
  station.decideAsStation(
    () => decided([{ kind: 'document.prepared', body: { documentId: id, kind: 'confirmation-json', po: poNumber('PO000001'), shipmentId: null, fileName: 'asn.json', sha256: sha256Of(bytes), controlNumber: 0, dueBy: null } }], undefined),
    { blobs: [bytes] },
  );
  return id;
}

const stateOf = (station: Station, id: string) => station.reader.get('outgoing', { documentId: documentId(id) })?.state;

describe('the outbox', () => {
  it('counts a file as handed over when it was taken, not when the folder is out of reach', () => {
    const { station, folder } = open();
    const outbox = join(folder, 'gateway');
    change(station, { outboxFolder: outbox });
    const id = prepare(station);
    noticeTakenDocuments(station);
    expect(readdirSync(outbox)).toEqual(['asn.json']);
    renameSync(outbox, `${outbox}-away`);
    noticeTakenDocuments(station);
    expect(stateOf(station, id)).toBe('prepared');
    renameSync(`${outbox}-away`, outbox);
    rmSync(join(outbox, 'asn.json'));
    noticeTakenDocuments(station);
    expect(stateOf(station, id)).toBe('handed-over');
  });
});

describe('the scheduler', () => {
  it('goes on with its backups after a clock that was years ahead is set right', async () => {
    const { station, clock } = open(later(systemClock(), 3650 * DAY));
    const scheduler = new Scheduler(station);
    onTestFinished(() => scheduler.close());
    scheduler.wake();
    clock.at = systemClock();
    scheduler.wake();
    await scheduler.close();
    expect(listBackups(station.folder.backups)).toHaveLength(1);
  });

  it('tidies the log of a station whose last work seems to lie ahead', () => {
    const { station, clock } = open(later(systemClock(), 3650 * DAY));
    change(station, { siteName: 'Phoenix' });
    clock.at = systemClock();
    station.tidy();
    expect(statSync(`${station.store.file}-wal`).size).toBe(0);
  });

  it('does the rest of its work while the watched folder is out of reach', async () => {
    const { station, folder } = open();
    writeFileSync(join(folder, 'a-file'), '');
    change(station, { watchedFolder: join(folder, 'a-file', 'in') });
    prepare(station);
    const scheduler = new Scheduler(station);
    scheduler.wake();
    await scheduler.close();
    expect(readdirSync(station.folder.outbox)).toEqual(['asn.json']);
  });

  it('tells that the watched folder went away, makes no empty one in its place, and takes it up again', async () => {
    const { station, folder } = open();
    const watched = join(folder, 'share');
    change(station, { watchedFolder: watched });
    const scheduler = new Scheduler(station);
    onTestFinished(() => scheduler.close());
    scheduler.wake();
    await vi.waitFor(() => expect(existsSync(watched)).toBe(true));
    expect(station.folders.told).toEqual([]);
    rmSync(watched, { recursive: true });
    scheduler.wake();
    await vi.waitFor(() => expect(station.folders.told).toMatchObject([{ key: 'settings.fault.folder', params: { which: 'watched', folder: watched } }]));
    scheduler.wake();
    expect(existsSync(watched)).toBe(false);
    mkdirSync(watched);
    scheduler.wake();
    await vi.waitFor(() => expect(station.folders.told).toEqual([]));
  });

  it('tells that the outbox cannot be written while a document waits, and no longer when it is there', () => {
    const { station, folder } = open();
    const outbox = join(folder, 'out');
    writeFileSync(outbox, 'a file in the way');
    change(station, { outboxFolder: outbox });
    prepare(station);
    fillOutbox(station);
    expect(station.folders.told).toMatchObject([{ key: 'settings.fault.folder', params: { which: 'outbox', folder: outbox } }]);
    rmSync(outbox);
    fillOutbox(station);
    expect(station.folders.told).toEqual([]);
    expect(readdirSync(outbox)).toEqual(['asn.json']);
  });

  it('tells of the outbox no longer when nothing waits for it any more', () => {
    const { station, folder } = open();
    const outbox = join(folder, 'out');
    writeFileSync(outbox, 'a file in the way');
    change(station, { outboxFolder: outbox });
    const id = prepare(station);
    fillOutbox(station);
    expect(station.folders.told).toHaveLength(1);
    station.decideAsStation(() => decided([{ kind: 'document.state-changed', body: { documentId: documentId(id), state: 'withdrawn', note: null } }], undefined));
    fillOutbox(station);
    expect(station.folders.told).toEqual([]);
  });

  it('leaves a document for the site where it is while the demo is open, and takes it afterwards', async () => {
    const { station, folder } = open();
    const watched = join(folder, 'in');
    mkdirSync(watched);
    change(station, { watchedFolder: watched });
    const scheduler = new Scheduler(station);
    onTestFinished(() => scheduler.close());
    scheduler.wake();
    await vi.waitFor(() => {
      writeFileSync(join(watched, 'first.edi'), vendorOrder850('FIRST001', 1));
      expect(station.reader.find('inbound', {})).toHaveLength(1);
    }, { timeout: 8_000, interval: 1_000 });
    station.enterDemo();
    writeFileSync(join(watched, 'second.edi'), vendorOrder850('SECOND01', 1));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(readdirSync(watched)).toContain('second.edi');
    expect(station.reader.find('inbound', {})).toHaveLength(0);
    station.leaveDemo();
    scheduler.wake();
    await vi.waitFor(() => {
      expect(station.reader.find('order', {}).map(({ po }) => String(po))).toContain('SECOND01');
    }, { timeout: 8_000 });
  });
});
