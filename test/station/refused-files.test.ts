import { createRouterClient } from '@orpc/server';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { router } from '../../electron/station/api/router.ts';
import { eventsOfApplied } from '../../electron/station/applied-events.ts';
import { systemClock } from '../../electron/station/clock.ts';
import { importFiles } from '../../electron/station/imports.ts';
import { Station } from '../../electron/station/station.ts';
import type { StationEvent } from '../../shared/contracts/views.ts';
import { HOUR, later } from '../../shared/lib/time.ts';
import { temporaryFolder } from '../support/store.ts';

const REFUSED = { name: 'hot850.edi', bytes: readFileSync(join(import.meta.dirname, '../fixtures/documents/published/850-edinet-02-multi-n1.edi')) };
const GOOD = { name: 'good.edi', bytes: readFileSync(join(import.meta.dirname, '../fixtures/documents/synthetic/850-rush-grinders.edi')) };

function open(data = temporaryFolder()) {
  const station = new Station({ data, clock: systemClock, version: 'test' });
  let isOpen = true;
  const close = (): void => {
    if (isOpen) station.close();
    isOpen = false;
  };
  onTestFinished(close);
  const told: StationEvent[] = [];
  onTestFinished(station.publisher.subscribe('event', (event) => told.push(event)));
  const client = createRouterClient(router, { context: { station, session: { shell: 'command-line', staffId: null } } });
  return { station, client, told, close, alerts: () => told.filter(({ type }) => type === 'file-refused') };
}

it('a refused file of the watched folder is told to every screen, and stands at Documents over a restart until somebody opened it', async () => {
  const data = temporaryFolder();
  const first = open(data);
  importFiles(first.station, [GOOD, REFUSED], 'folder');
  const [refused] = first.station.reader.find('inbound', {}).filter(({ fileName }) => fileName === REFUSED.name);
  const documentId = refused?.documentId ?? '';
  expect(first.alerts()).toEqual([{ type: 'file-refused', documentId, fileName: REFUSED.name, po: '4600000406', orders: 1, why: expect.objectContaining({ key: expect.stringMatching(/./) }) }]);
  first.close();
  const again = open(data);
  expect((await again.client.station.status({})).refusedFiles).toEqual([documentId]);
  await again.client.documents.seen({ documentId });
  expect(again.told).toContainEqual({ type: 'status' });
  expect((await again.client.station.status({})).refusedFiles).toEqual([]);
});

it('whoever hands a file over in person has the answer already: no alert, no mark', async () => {
  const { station, client, alerts } = open();
  importFiles(station, [REFUSED], 'screen');
  importFiles(station, [REFUSED], 'command-line');
  expect({ alerts: alerts(), marks: (await client.station.status({})).refusedFiles }).toEqual({ alerts: [], marks: [] });
});

it('another station\'s refused file is told here while it is news, and not after a night apart', () => {
  const { station } = open();
  importFiles(station, [REFUSED], 'folder');
  const placed = station.store.journal(0, 10).entries.map(({ operation }) => ({ operation, verdict: 'ok' as const, caseIds: [], foreign: true }));
  const types = (after: number): readonly string[] => eventsOfApplied(station.reader, placed, { acting: station.acting, now: later(station.now(), after) }).map(({ type }) => type);
  expect([types(0), types(HOUR)]).toEqual([['changed', 'file-refused'], ['changed']]);
});
