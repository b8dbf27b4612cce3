import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findQueues } from '../../electron/printing/transports/find-queues.ts';
import { IppTransport } from '../../electron/printing/transports/ipp.ts';
import type { Parcel } from '../../electron/printing/transports/transport.ts';
import { renderLabelPdf } from '../../electron/printing/label-pdf.ts';
import type { Message } from '../../shared/messages/say.ts';
import { palletLabel } from './samples.ts';
import { Cups, PDF_FOLDER } from './support/cups.ts';
import type { FakePrinter } from './support/fake-printer.ts';
import { printerOn } from './support/printer-on.ts';
import { pagePng, readBars } from './raster.ts';

/* A real CUPS with Debian's virtual PDF printer; only paper is missing. */

const never = new AbortController().signal;
const LOOK_EVERY = 100;

let cups: Cups;
let office: string;
let label: Uint8Array;

beforeAll(async () => {
  cups = await Cups.start();
  office = cups.addQueue('Office');
  label = await renderLabelPdf(palletLabel);
});
afterAll(() => cups.remove());

const parcel = (jobId: string, bytes: Uint8Array = label, language: Parcel['language'] = 'pdf'): Parcel => ({ jobId, title: 'label', bytes, language, media: '4x6' });

const transport = (url: string): IppTransport => new IppTransport(url, LOOK_EVERY);

const printed = (jobId: string): readonly string[] => readdirSync(PDF_FOLDER).filter((name) => name.includes(jobId));

it('prints a label on the virtual printer, whole and in its own size, and its bar code still scans', async () => {
  const jobId = randomUUID();
  expect(await transport(office).deliver(parcel(jobId), () => undefined, never)).toEqual({ kind: 'sent', confirmed: true });
  const files = printed(jobId);
  expect(files).toHaveLength(1);
  const file = join(PDF_FOLDER, files[0] ?? '');
  const pdf = readFileSync(file);
  rmSync(file);
  expect((await readBars(pagePng(pdf, 203))).map(({ text }) => text)).toContainEqual(expect.stringContaining(palletLabel.sscc));
});

it('knows afterwards what arrived, and what did not', async () => {
  const jobId = randomUUID();
  await transport(office).deliver(parcel(jobId), () => undefined, never);
  for (const name of printed(jobId)) rmSync(join(PDF_FOLDER, name));
  expect(await transport(office).arrived(jobId, never)).toBe(true);
  expect(await transport(office).arrived(randomUUID(), never)).toBe(false);
});

it('sends ZPL through a queue as it is, to the byte', async () => {
  const printer = await printerOn(0, { lamps: null, closes: true });
  const url = cups.addQueue('Zebra', `socket://127.0.0.1:${printer.port}`);
  const zpl = '^XA^FO10,10^FDRaw ü^FS^XZ\n';
  expect(await transport(url).deliver(parcel(randomUUID(), new TextEncoder().encode(zpl), 'zpl'), () => undefined, never)).toEqual({ kind: 'sent', confirmed: true });
  expect(await printer.printed(1)).toEqual([zpl]);
});

it('waits while the queue is stopped or takes no jobs, and says so', async () => {
  const url = cups.addQueue('Stopped');
  cups.manage('cupsdisable', 'Stopped');
  expect(await transport(url).deliver(parcel(randomUUID()), () => undefined, never)).toMatchObject({ kind: 'waits', fault: { key: 'printing.fault.stopped' } });
  cups.manage('cupsenable', 'Stopped');
  cups.manage('cupsreject', 'Stopped');
  expect(await transport(url).condition(never)).toMatchObject({ kind: 'trouble', fault: { key: 'printing.fault.notAccepting' } });
  cups.manage('cupsaccept', 'Stopped');
  expect(await transport(url).condition(never)).toEqual({ kind: 'ready' });
});

it('is not done before the printer is: it says what holds the paper up, and ends when it comes out', async () => {
  const off = await printerOn(0, { lamps: null, closes: true });
  const { port } = off;
  off.off();
  const url = cups.addQueue('Away', `socket://127.0.0.1:${port}`);
  const notes: (Message | null)[] = [];
  let back: Promise<FakePrinter> | undefined;
  const delivery = transport(url).deliver(parcel(randomUUID(), new TextEncoder().encode('^XA^XZ'), 'zpl'), (fault) => {
    notes.push(fault);
    // CUPS goes on trying by itself.
    if (fault !== null) back ??= printerOn(port, { lamps: null, closes: true });
  }, never);
  expect(await delivery).toEqual({ kind: 'sent', confirmed: true });
  expect(notes).toContainEqual({ key: 'printing.fault.says', params: { words: expect.stringContaining('unavailable') } });
  expect((await back)?.papers).toEqual(['^XA^XZ']);
}, 60_000);

it('gives a paper back that its queue holds, and neither that nor one that was ended half way comes out', async () => {
  const off = await printerOn(0, { lamps: null, closes: true });
  const { port } = off;
  off.off();
  const url = cups.addQueue('Held', `socket://127.0.0.1:${port}`);
  const sends = async (jobId: string) => {
    const held = Promise.withResolvers<undefined>();
    const delivery = transport(url).deliver(parcel(jobId, new TextEncoder().encode('^XA^XZ'), 'zpl'), () => held.resolve(undefined), never);
    await held.promise;
    return { delivery };
  };
  const [first, second] = [randomUUID(), randomUUID()];
  const tried = await sends(first);
  const behind = await sends(second);
  expect(await transport(url).takeBack(second, never)).toBe('back');
  // CUPS tries that one: it does not tell whether bytes are through.
  expect(await transport(url).takeBack(first, never)).toBe('unknown');
  for (const { delivery } of [tried, behind]) expect(await delivery).toMatchObject({ kind: 'refused', fault: { key: 'printing.fault.aborted' } });
  expect(await transport(url).takeBack(second, never)).toBe('unknown');
  const back = await printerOn(port, { lamps: null, closes: true });
  const next = '^XA^FDnext^FS^XZ';
  expect(await transport(url).deliver(parcel(randomUUID(), new TextEncoder().encode(next), 'zpl'), () => undefined, never)).toMatchObject({ kind: 'sent' });
  expect(back.papers).toEqual([next]);
}, 60_000);

it('does not say that a paper was given back whose bytes are at the printer, nor one that is out', async () => {
  const slow = await printerOn(0, { lamps: null, closes: false });
  const url = cups.addQueue('Slow', `socket://127.0.0.1:${slow.port}`);
  const jobId = randomUUID();
  const sent = Promise.withResolvers<undefined>();
  const delivery = transport(url).deliver(parcel(jobId, new TextEncoder().encode('^XA^XZ'), 'zpl'), (fault) => {
    // What CUPS says once it is through to the printer.
    if (/printer to finish|sent|sending/i.test(String(fault?.params['words']))) sent.resolve(undefined);
  }, never);
  await sent.promise;
  expect(await transport(url).takeBack(jobId, never)).toBe('unknown');
  expect(await delivery).toMatchObject({ kind: 'refused' });
  const done = randomUUID();
  slow.manner = { lamps: null, closes: true };
  expect(await transport(url).deliver(parcel(done, new TextEncoder().encode('^XA^XZ'), 'zpl'), () => undefined, never)).toEqual({ kind: 'sent', confirmed: true });
  expect(await transport(url).takeBack(done, never)).toBe('printed');
}, 60_000);

it('refuses a queue that is not there and finds those that are', async () => {
  expect(await transport(`${cups.url}printers/Nobody`).condition(never)).toMatchObject({ kind: 'trouble', fault: { key: 'printing.fault.noQueue' } });
  expect(await findQueues(never, cups.url)).toContainEqual({ name: 'Office', url: office });
});

it('waits while the print server is down, and prints when it is back', async () => {
  await cups.stop();
  const waits = await transport(office).deliver(parcel(randomUUID()), () => undefined, never);
  expect(waits).toMatchObject({ kind: 'waits', fault: { key: 'printing.fault.refused' } });
  expect(await findQueues(never, cups.url)).toEqual([]);
  await cups.run();
  expect(await transport(office).condition(never)).toEqual({ kind: 'ready' });
});
