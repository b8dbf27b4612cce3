import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { router } from '../../electron/station/api/router.ts';
import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import { PrintJobs } from '../../electron/store/print-jobs.ts';
import type { PrintJobView, StationEvent } from '../../shared/contracts/views.ts';
import type { Printer } from '../../shared/domain/printing/printer.ts';
import { later } from '../../shared/lib/time.ts';
import { pdfText } from '../printing/raster.ts';
import { printerOn } from '../printing/support/printer-on.ts';
import { temporaryFolder } from '../support/store.ts';

/* Papers from the API to the printer's port, with a real station and its store. */

const zebra = { lamps: {}, closes: false };
const labelPrinter = (port: number, id = 'z1'): Printer => ({ id, name: `Zebra ${id}`, connection: { kind: 'network', host: '127.0.0.1', port }, language: 'zpl', media: '4x6', dpi: 203 });
const officePrinter = (port: number): Printer => ({ id: 'o1', name: 'Office', connection: { kind: 'network', host: '127.0.0.1', port }, language: 'pdf', media: 'A4', dpi: 300 });

const orders = (po: string) => ({ name: 'orders.json', base64: Buffer.from(JSON.stringify(ORDER(po))).toString('base64') });
const ORDER = (po: string) => ({
  payload: {
    orders: [{
      purchaseOrderNumber: po, purchaseOrderState: 'New',
      orderDetails: {
        purchaseOrderDate: '2026-11-24T09:30:00.000Z', purchaseOrderStateChangedDate: '2026-11-24T09:30:00.000Z', purchaseOrderType: 'RushOrder', isRushOrder: true,
        shipWindow: '2026-11-24T00:00:00Z--2026-11-27T00:00:00Z', shipToParty: { partyId: 'PHX3' }, buyingParty: { partyId: 'AMAZON' }, sellingParty: { partyId: 'VENDR' },
        items: [{ itemSequenceNumber: '1', vendorProductIdentifier: 'GRIND-1', orderedQuantity: { amount: 40, unitOfMeasure: 'Eaches', unitSize: 1 }, isBackOrderAllowed: true, netCost: { currencyCode: 'USD', amount: '8.40' } }],
      },
    }],
  },
});

interface Desk {
  readonly data: string;
  readonly station: Station;
  readonly client: ReturnType<typeof clientOf>;
  readonly events: StationEvent[];
  /** Resolves once the jobs are as wanted. */
  readonly until: (wanted: (jobs: readonly PrintJobView[]) => boolean) => Promise<readonly PrintJobView[]>;
}

const clientOf = (station: Station) => createRouterClient(router, { context: { station, session: { shell: 'command-line', staffId: station.reader.find('staff', { role: 'supervisor' })[0]?.staffId ?? null } } });

function open(data: string): Desk {
  const station = new Station({ data, clock: systemClock, version: 'test' });
  const events: StationEvent[] = [];
  const looking = new Set<() => void>();
  const ended = new AbortController();
  onTestFinished(async () => {
    ended.abort();
    await station.printing.close();
    station.close();
  });
  void (async () => {
    for await (const event of station.publisher.subscribe('event', { signal: ended.signal })) {
      events.push(event);
      for (const look of looking) look();
    }
  })().catch(() => undefined);
  const client = clientOf(station);
  const until: Desk['until'] = (wanted) =>
    new Promise((resolve) => {
      const look = (): void => {
        const jobs = station.printing.views();
        if (!wanted(jobs)) return;
        looking.delete(look);
        resolve(jobs);
      };
      looking.add(look);
      look();
    });
  return { data, station, client, events, until };
}

/** A station with an order, and with printers set up. */
async function desk(printers: readonly Printer[]): Promise<Desk> {
  const data = temporaryFolder();
  const first = new Station({ data, clock: systemClock, version: 'test' });
  const { client } = { client: clientOf(first) };
  await client.station.setUp({ siteName: 'Reno', zone: 'America/Los_Angeles', stationName: 'Dock 1', stationUse: 'floor', supervisorName: 'Sam', pin: '1234', locale: 'en' });
  const supervisor = clientOf(first);
  await supervisor.documents.import({ files: [orders('1PRINTME')] });
  const pick = printers.find(({ media }) => media !== '4x6')?.id ?? null;
  await supervisor.station.changeSettings({ printers: [...printers], printerFor: { label: printers.find(({ media }) => media === '4x6')?.id ?? null, 'pick-list': pick, 'packing-list': pick, sheet: pick } });
  first.close();
  const made = open(data);
  await made.station.printing.start();
  return made;
}

const state = (jobs: readonly PrintJobView[]) => jobs.map((job) => job.state);

describe('printing at a station', () => {
  it('sends a pick list to the printer for lists, in the size that is loaded, and tells when it is there', async () => {
    const paper = await printerOn(0, { lamps: null, closes: true });
    const { client, until } = await desk([officePrinter(paper.port)]);
    const answer = await client.printing.pickList({ po: '1PRINTME' });
    expect(answer).toMatchObject({ kind: 'queued', already: false, job: { kind: 'pick-list', subject: '1PRINTME', reprint: false, printerName: 'Office' } });
    await until((jobs) => jobs[0]?.state === 'sent');
    const [bytes = ''] = await paper.printed(1);
    expect(bytes.startsWith('%PDF-')).toBe(true);
    expect(bytes).toContain('/MediaBox [0 0 595.28 841.89]');
  });

  it('shows a paper instead where no printer is set for it', async () => {
    const { client, until } = await desk([]);
    expect(await client.printing.pickList({ po: '1PRINTME' })).toMatchObject({ kind: 'show', file: { mediaType: 'application/pdf' } });
    expect(await until(() => true)).toEqual([]);
  });

  it('keeps a paper while its printer is off, says so once, and prints it once when it is back', async () => {
    const paper = await printerOn(0, { lamps: null, closes: true });
    const { port } = paper;
    paper.off();
    const { client, events, until } = await desk([officePrinter(port)]);
    await client.printing.pickList({ po: '1PRINTME' });
    const [waiting] = await until(([job]) => job !== undefined && job.state === 'queued' && job.attempts > 0);
    expect(waiting).toMatchObject({ fault: { key: 'printing.fault.refused' }, doubtful: false });
    expect((await client.station.status({})).printing).toMatchObject({ waiting: 1, failed: 0 });
    const again = await client.printing.pickList({ po: '1PRINTME' });
    expect(again).toMatchObject({ kind: 'queued', already: true, job: { jobId: waiting?.jobId } });
    const back = await printerOn(port, { lamps: null, closes: true });
    await client.printing.decide({ jobId: waiting?.jobId ?? '', word: 'hurry' });
    await until(([job]) => job?.state === 'sent');
    expect(await back.printed(1)).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'paper')).toHaveLength(1);
    const [, ...lists] = (await client.station.journal({ aggregate: 'order:1PRINTME' })).entries.filter(({ kind }) => kind === 'list.printed');
    expect(lists).toEqual([]);
  });

  it('papers of a shipment or an order go the same way: a second print of a revision is a reprint, and one that waits gives way to a newer revision', async () => {
    const paper = await printerOn(0, { lamps: null, closes: true });
    const { port } = paper;
    const { client, until, station } = await desk([officePrinter(port)]);
    const list = { paper: 'packing-list', subject: '1printme' } as const;
    expect(await client.printing.paper(list)).toMatchObject({ kind: 'queued', job: { kind: 'packing-list', subject: '1PRINTME', reprint: false, printerName: 'Office' } });
    await until(([job]) => job?.state === 'sent');
    paper.off();
    const second = await client.printing.paper(list);
    expect(second).toMatchObject({ already: false, job: { reprint: true } });
    expect(await client.printing.paper(list)).toMatchObject({ already: true, job: { reprint: true } });
    const cut = JSON.stringify(ORDER('1PRINTME')).replace('"amount":40', '"amount":30').replaceAll('2026-11-24T09:30', '2026-11-24T10:30');
    await client.documents.import({ files: [{ name: 'change.json', base64: Buffer.from(cut).toString('base64') }] });
    expect(await client.printing.paper(list)).toMatchObject({ already: false, job: { reprint: false } });
    await until(([newest, outdated]) => newest?.attempts === 1 && outdated?.state === 'cancelled');
    const history = (await client.station.journal({ aggregate: 'order:1PRINTME' })).entries.filter(({ kind }) => kind === 'paper.printed');
    expect(history.map(({ what }) => what.params)).toMatchObject([{ paper: 'packingList', name: '1PRINTME', reprint: 'no' }, { reprint: 'yes' }, { reprint: 'no' }]);
    expect(station.store.rebuild().different).toEqual([]);
  });

  it('a split’s label that waits while its pallet is closed gives way to the final one, which is no reprint', async () => {
    const paper = await printerOn(0, zebra);
    const { port } = paper;
    paper.off();
    const { client, until, station } = await desk([labelPrinter(port)]);
    await client.station.changeSettings({ companyPrefix: '0614141' });
    await client.stock.putProduct({ sku: 'GRIND-1', asin: null, title: 'Grinder', gtinEach: null, gtinCase: null, gtinPallet: null, caseSize: 10, cost: null, currency: null, weightGrams: null, lengthMm: null, widthMm: null, heightMm: null, location: 'A-01' });
    await client.acknowledgement.send({ po: '1PRINTME', lines: [{ line: '1', accept: 40 }], overrideReason: 'tested' });
    await client.floor.scan({ code: 'GRIND-1', task: 'pick', po: '1PRINTME', quantity: 40 });
    await client.floor.scan({ code: 'GRIND-1', task: 'pack', po: '1PRINTME', quantity: 40 });
    const [first] = station.reader.find('unit', {});
    const scanId = '0198c0de-0000-7000-8000-000000000001';
    const { answer } = await client.floor.move({ scanId, from: first?.sscc ?? '', to: null, goods: { kind: 'product', sku: 'GRIND-1', eaches: 10 } });
    const { sscc } = station.reader.find('unit', {}).find((unit) => unit.sscc !== first?.sscc) ?? { sscc: '' };
    expect(answer.followUp).toEqual({ kind: 'print-label', sscc });
    expect(await client.printing.label({ sscc })).toMatchObject({ already: false, job: { reprint: false } });
    expect(await client.printing.label({ sscc }), 'asked twice').toMatchObject({ already: true });
    await client.units.close({ sscc, weightGrams: null, heightMm: null });
    expect(await client.printing.label({ sscc })).toMatchObject({ already: false, job: { reprint: false } });
    const [final] = await until(([newest, outdated]) => outdated?.state === 'cancelled' && newest?.state === 'queued');
    const back = await printerOn(port, zebra);
    await client.printing.decide({ jobId: final?.jobId ?? '', word: 'hurry' });
    await until(([newest]) => newest?.state === 'sent');
    expect((await back.printed(1))[0]).not.toContain('NOT CLOSED');
  });

  it('a revision that a printer holds already has one newer paper behind it, however often that is asked for', async () => {
    const paper = await printerOn(0, { lamps: null, closes: false });
    const { client, until } = await desk([officePrinter(paper.port)]);
    const list = { paper: 'packing-list', subject: '1PRINTME' } as const;
    await client.printing.paper(list);
    await until(([job]) => job?.state === 'sending');
    const cut = JSON.stringify(ORDER('1PRINTME')).replace('"amount":40', '"amount":30').replaceAll('2026-11-24T09:30', '2026-11-24T10:30');
    await client.documents.import({ files: [{ name: 'change.json', base64: Buffer.from(cut).toString('base64') }] });
    const asked = [await client.printing.paper(list), await client.printing.paper(list), await client.printing.paper(list)];
    expect(asked).toMatchObject([{ already: false }, { already: true }, { already: true }]);
    expect(state(await until(() => true))).toEqual(['queued', 'sending']);
  });

  it('what waits at one printer goes to another that is named when it is asked for again; what that one has is not printed twice', async () => {
    const slow = await printerOn(0, { lamps: null, closes: false });
    const off = await printerOn(0, { lamps: null, closes: true });
    const { port } = off;
    off.off();
    const { client, until } = await desk([officePrinter(port), { ...officePrinter(slow.port), id: 'o2', name: 'Back office' }]);
    await client.printing.pickList({ po: '1PRINTME' });
    await until(([job]) => job?.state === 'queued' && job.attempts > 0);
    expect(await client.printing.pickList({ po: '1PRINTME', printer: 'Back office' })).toMatchObject({ kind: 'queued', already: true, job: { printerName: 'Back office' } });
    await until(([job]) => job?.state === 'sending');
    await expect(client.printing.pickList({ po: '1PRINTME', printer: 'Office' })).rejects.toMatchObject({ data: { code: 'printing.refused.elsewhere' } });
    expect(await until(() => true)).toHaveLength(1);
  });

  it('a paper may be sent to a printer of one\'s own choice, by its name; one that cannot hold it is refused and nothing is queued', async () => {
    const office = await printerOn(0, { lamps: null, closes: true });
    const other = await printerOn(0, { lamps: null, closes: true });
    const { client, until } = await desk([officePrinter(office.port), { ...officePrinter(other.port), id: 'o2', name: 'Back office' }, labelPrinter(other.port)]);
    await expect(client.printing.paper({ paper: 'packing-list', subject: '1PRINTME', printer: 'Zebra z1' })).rejects.toMatchObject({ data: { code: 'printing.refused.unfit' } });
    await expect(client.printing.paper({ paper: 'packing-list', subject: '1PRINTME', printer: 'Nobody' })).rejects.toMatchObject({ data: { code: 'printing.refused.noPrinter' } });
    expect((await client.station.journal({ aggregate: 'order:1PRINTME' })).entries.some(({ kind }) => kind === 'paper.printed')).toBe(false);
    await client.printing.paper({ paper: 'packing-list', subject: '1PRINTME', printer: 'back office' });
    expect((await until(([job]) => job?.state === 'sent'))[0]).toMatchObject({ printerName: 'Back office' });
    expect(await other.printed(1)).toHaveLength(1);
  });

  it('asks a person after a printer died in the middle, and prints again or believes as they say', async () => {
    const paper = await printerOn(0, { lamps: null, closes: true, diesAfter: 100 });
    const { client, until } = await desk([officePrinter(paper.port)]);
    await client.printing.pickList({ po: '1PRINTME' });
    await client.printing.sheet({ kind: 'commands' });
    const jobs = await until((all) => all.every((job) => job.state === 'failed'));
    expect(jobs).toMatchObject([{ doubtful: true, fault: { key: 'printing.fault.broken' } }, { doubtful: true }]);
    paper.manner = { lamps: null, closes: true };
    const [sheet, list] = jobs;
    await client.printing.decide({ jobId: sheet?.jobId ?? '', word: 'printed' });
    await client.printing.decide({ jobId: list?.jobId ?? '', word: 'again' });
    await until((all) => all.every((job) => job.state === 'sent'));
    expect(await paper.printed(3)).toHaveLength(3);
    await expect(client.printing.decide({ jobId: list?.jobId ?? '', word: 'cancel' })).rejects.toMatchObject({ data: { code: 'printing.refused.state' } });
  });

  it('calls a label back that its printer holds: without the printer’s word a person looks, and the next one goes', async () => {
    const paper = await printerOn(0, zebra);
    const { client, until } = await desk([labelPrinter(paper.port)]);
    paper.manner = { ...zebra, onPaper: () => Object.assign(paper.manner, { lamps: { headOpen: true } }) };
    await client.printing.test({ printerId: 'z1' });
    const [held] = await until(([job]) => job?.state === 'sending' && job.fault !== null);
    expect(held).toMatchObject({ fault: { key: 'printing.fault.headOpen' } });
    const jobId = held?.jobId ?? '';
    expect(await client.printing.decide({ jobId, word: 'cancel' })).toMatchObject([{ state: 'failed', doubtful: true, fault: { key: 'printing.fault.letGo' } }]);
    expect(await client.printing.decide({ jobId, word: 'cancel' })).toMatchObject([{ state: 'cancelled' }]);
    paper.manner = zebra;
    await client.printing.test({ printerId: 'z1' });
    await until(([job]) => job?.state === 'sent' && job.confirmed);
  });

  it('refuses nothing to somebody who wants a paper sooner that went by itself meanwhile', async () => {
    const paper = await printerOn(0, { lamps: null, closes: true });
    const { client, until } = await desk([officePrinter(paper.port)]);
    await client.printing.sheet({ kind: 'commands' });
    const [job] = await until(([each]) => each?.state === 'sent');
    expect(await client.printing.decide({ jobId: job?.jobId ?? '', word: 'hurry' })).toMatchObject([{ state: 'sent', confirmed: false }]);
  });

  it('gives a waiting paper to another printer, and refuses one that cannot hold it', async () => {
    const off = await printerOn(0, { lamps: null, closes: true });
    const { port } = off;
    off.off();
    const other = await printerOn(0, { lamps: null, closes: true });
    const { client, until } = await desk([officePrinter(port), { ...officePrinter(other.port), id: 'o2', name: 'Back office' }, labelPrinter(other.port)]);
    await client.printing.pickList({ po: '1PRINTME' });
    const [job] = await until(([each]) => each !== undefined && each.attempts > 0 && each.state === 'queued');
    expect(job?.others).toEqual([{ id: 'o2', name: 'Back office' }]);
    await expect(client.printing.move({ jobId: job?.jobId ?? '', printerId: 'z1' })).rejects.toMatchObject({ data: { code: 'printing.refused.unfit' } });
    await client.printing.move({ jobId: job?.jobId ?? '', printerId: 'o2' });
    expect((await until(([each]) => each?.state === 'sent'))[0]).toMatchObject({ printerName: 'Back office' });
    expect(await other.printed(1)).toHaveLength(1);
  });

  it('test prints are in the printer\'s own language', async () => {
    const paper = await printerOn(0, zebra);
    const { client, until } = await desk([labelPrinter(paper.port)]);
    await client.printing.test({ printerId: 'z1' });
    await until(([job]) => job?.state === 'sent');
    const [zpl = ''] = await paper.printed(1);
    expect(zpl).toMatch(/^\^XA[^]*HOTDOCK TEST[^]*\^XZ\n$/);
    await expect(client.printing.test({ printerId: 'none' })).rejects.toMatchObject({ data: { code: 'printing.refused.noPrinter' } });
    expect(await client.printing.condition({ printer: labelPrinter(paper.port) })).toEqual({ kind: 'ready' });
  });

  it('each copy is a job of its own, and all but the first say that there is another one; while they wait nothing is added', async () => {
    const folder = temporaryFolder();
    const { client, until, station } = await desk([{ ...officePrinter(1), connection: { kind: 'folder', folder } }]);
    await station.printing.close();
    expect(await client.printing.pickList({ po: '1PRINTME', copies: 3 })).toMatchObject({ kind: 'queued', already: false, job: { reprint: false } });
    expect(await client.printing.pickList({ po: '1PRINTME', copies: 2 })).toMatchObject({ already: true });
    await station.printing.start();
    const jobs = await until((all) => all.length === 3 && all.every((job) => job.state === 'sent'));
    expect(jobs.map(({ reprint }) => reprint).sort()).toEqual([false, true, true]);
    expect(readdirSync(folder).map((name) => pdfText(readFileSync(join(folder, name))).includes('REPRINT')).sort()).toEqual([false, true, true]);
    const printed = (await client.station.journal({ aggregate: 'order:1PRINTME' })).entries.filter(({ kind }) => kind === 'list.printed');
    expect(printed).toHaveLength(1);
    await expect(client.printing.pickList({ po: '1PRINTME', copies: 21 })).rejects.toThrow();
  });

  it('keeps papers as files where the printer is a folder, and says why it cannot', async () => {
    const folder = temporaryFolder();
    const kept: Printer = { ...officePrinter(1), connection: { kind: 'folder', folder } };
    const { client, until } = await desk([kept]);
    await client.printing.pickList({ po: '1PRINTME' });
    await until(([job]) => job?.state === 'sent');
    const files = readdirSync(folder);
    expect(files).toEqual([expect.stringMatching(/^pick-list-1PRINTME-r1-[0-9a-f]{12}\.pdf$/)]);
    expect(readFileSync(join(folder, files[0] ?? '')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await client.printing.condition({ printer: { ...kept, connection: { kind: 'folder', folder: join(folder, 'not-there') } } })).toMatchObject({ kind: 'trouble', fault: { key: 'printing.fault.folder', params: { reason: 'ENOENT' } } });
  });
});

describe('a station that starts again', () => {
  it('asks about what was being sent, sends what waited, and leaves what waited since yesterday', async () => {
    const paper = await printerOn(0, { lamps: null, closes: true });
    const { client, station, data } = await desk([officePrinter(paper.port)]);
    await station.printing.close();
    for (const kind of ['commands', 'badges', 'locations'] as const) await client.printing.sheet({ kind });
    const jobs = new PrintJobs(station.store.database);
    const [sending, stale] = jobs.inState('queued');
    if (!sending || !stale) throw new Error('nothing is queued');
    jobs.save({ ...sending, state: 'sending', attempts: 1 });
    station.store.database.prepare('UPDATE print_job SET queued_at = ? WHERE job_id = ?').run(later(stale.queuedAt, -9 * 3_600_000), stale.jobId);
    station.close();
    const next = open(data);
    await next.station.printing.start();
    const after = await next.until((all) => all.every((job) => job.state !== 'queued' && job.state !== 'sending'));
    expect(after.map(({ subject, state: at, doubtful, fault }) => [subject, at, doubtful, fault?.key ?? null])).toEqual([
      ['locations', 'sent', false, null],
      ['badges', 'failed', false, 'printing.fault.stale'],
      ['commands', 'failed', true, 'printing.fault.interrupted'],
    ]);
    expect(await paper.printed(1)).toHaveLength(1);
  });

  it('writes down what became of a paper in its own store, also when the demo is begun while it is sent', async () => {
    const paper = await printerOn(0, { lamps: null, closes: false });
    const { client, station, until } = await desk([officePrinter(paper.port)]);
    await client.printing.sheet({ kind: 'commands' });
    await paper.printed(1);
    const demo = client.station.startDemo({});
    paper.hangUp();
    await demo;
    expect(await until(() => true)).toEqual([]);
    await client.station.leaveDemo({});
    expect(station.printing.views()).toMatchObject([{ state: 'sent', doubtful: false }]);
  });

  it('keeps the papers of the demo and of the site apart', async () => {
    const { client, station, until } = await desk([officePrinter(1)]);
    await station.printing.close();
    await client.printing.sheet({ kind: 'commands' });
    await client.station.startDemo({});
    expect(await until(() => true)).toEqual([]);
    await client.station.leaveDemo({});
    expect(state(await until(() => true))).toEqual(['queued']);
  });
});
