import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import { PrintJobs } from '../../electron/store/print-jobs.ts';
import type { FakePrinter, Manner } from '../printing/support/fake-printer.ts';
import { printerOn } from '../printing/support/printer-on.ts';
import { temporaryFolder } from '../support/store.ts';

const ROUNDS = 6;
const ASKED_A_ROUND = 4;
const zebra: Manner = { lamps: {}, closes: true };

/**
 * Prints in a process of its own until some labels were asked for; then it is killed dead: every other time while the printer takes a
 * paper, else a moment later.
 */
async function printUntilKilled(data: string, printer: FakePrinter, first: number, round: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'label-printer.ts'), data, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8');
  const enough = new Promise<void>((resolve) => {
    child.stdout.on('data', (text: string) => {
      output += text;
      if (output.split('asked ').length > ASKED_A_ROUND) resolve();
    });
  });
  await Promise.race([enough, once(child, 'exit').then(() => Promise.reject(new Error('the station ended by itself')))]);
  const dead = once(child, 'close');
  if (round % 2 === 0) printer.manner = { ...zebra, onPaper: () => child.kill('SIGKILL') };
  else setTimeout(() => child.kill('SIGKILL'), round * 3);
  await dead;
  printer.manner = zebra;
  // A line cut off in the middle was not heard by anybody.
  return output.split('\n').slice(0, -1).flatMap((line) => /^asked (\d{18})$/.exec(line)?.[1] ?? []);
}

it(`no paper is lost and none is printed twice by itself, however often the station is killed (${ROUNDS} rounds)`, { timeout: 180_000 }, async () => {
  const [data, folder] = [temporaryFolder(), temporaryFolder()];
  const printer = await printerOn(0, zebra);
  const before = new Station({ data, clock: systemClock, version: 'test' });
  before.decideAsStation(() => ({
    ok: true,
    result: undefined,
    operations: [
      {
        kind: 'settings.changed',
        body: {
          patch: {
            printers: [
              { id: 'z', name: 'Zebra', connection: { kind: 'network', host: '127.0.0.1', port: printer.port }, language: 'zpl', media: '4x6', dpi: 203 },
              { id: 'f', name: 'Folder', connection: { kind: 'folder', folder }, language: 'pdf', media: 'A4', dpi: 203 },
            ],
            printerFor: { label: 'z', 'pick-list': null, 'packing-list': 'f', sheet: null },
          },
        },
      },
    ],
  }));
  before.close();

  const asked: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) asked.push(...(await printUntilKilled(data, printer, 1 + round * 1000, round)));

  const after = new Station({ data, clock: systemClock, version: 'test' });
  const events = after.publisher.subscribe('event', { signal: AbortSignal.timeout(60_000) });
  await after.printing.start();
  for await (const _event of events) if (after.printing.counts().waiting === 0) break;
  await after.printing.close();
  await printer.idle();

  const jobs = new PrintJobs(after.store.database).recent(10_000);
  const papersOf = (sscc: string): number => printer.papers.filter((zpl) => zpl.includes(sscc) && zpl.endsWith('^XZ\n')).length;
  const labels = jobs.filter(({ kind }) => kind === 'label');
  const states = new Map(labels.map(({ subject, job }) => [subject, job]));
  expect(asked.filter((sscc) => !states.has(sscc))).toEqual([]);

  // Sheets: each asked for is there once, and whole. A folder remembers by its files, so that no kill leaves a doubt but one before the first byte.
  const sheets = jobs.filter(({ kind }) => kind === 'packing-list');
  const files = readdirSync(folder);
  const filesOf = (sscc: string): readonly string[] => files.filter((name) => name.includes(sscc) && name.endsWith('.pdf'));
  expect(asked.filter((sscc) => !sheets.some(({ subject }) => subject === sscc))).toEqual([]);
  for (const { subject, job } of sheets) {
    const made = filesOf(subject);
    if (job.state === 'sent') expect([subject, made.length]).toEqual([subject, 1]);
    else expect([job.doubtful, made.length]).toEqual([true, 0]);
    for (const name of made) expect(readFileSync(join(folder, name)).subarray(-6).toString().trim()).toBe('%%EOF');
  }
  expect(sheets.some(({ job }) => job.state === 'sent')).toBe(true);

  for (const { subject, job } of labels) {
    if (job.state === 'sent') expect([subject, papersOf(subject)]).toEqual([subject, 1]);
    else {
      expect(job).toMatchObject({ state: 'failed', doubtful: true, fault: { key: 'printing.fault.interrupted' } });
      expect(papersOf(subject)).toBeLessThanOrEqual(1);
    }
  }
  // The kill fell into a delivery at least once, or the test has shown nothing.
  expect(labels.some(({ job }) => job.state === 'failed')).toBe(true);
  expect(labels.some(({ job }) => job.state === 'sent')).toBe(true);
  after.close();
});
