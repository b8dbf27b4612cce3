import { expect, it } from 'vitest';
import { DesktopTransport } from '../../electron/printing/transports/desktop.ts';
import type { Parcel } from '../../electron/printing/transports/transport.ts';
import { ParentPrinting } from '../../electron/station/parent-printing.ts';
import { fromStation, type ToStation } from '../../electron/station/entry-contract.ts';
import { drawnPaper, type PaperOutcome, type SystemPaper } from '../../shared/contracts/desktop-printing.ts';

/* The way from a paper in the queue to the desktop app, over the messages that both processes exchange; the app's side answers as told. */

const never = new AbortController().signal;
const label: Parcel = { jobId: 'job-1', title: 'Label', bytes: new Uint8Array([37, 80, 68, 70]), language: 'pdf', media: '4x6' };
const zebra = { queue: 'Zebra', media: '4x6', dpi: 300 } as const;

/** The main process, as far as its messages go. */
function desktopApp({ outcome = { kind: 'sent' }, known = null, back = false }: { readonly outcome?: PaperOutcome; readonly known?: PaperOutcome | null; readonly back?: boolean } = {}) {
  const papers: SystemPaper[] = [];
  const answers = (said: unknown): ToStation | undefined => {
    const asked = fromStation.parse(structuredClone(said));
    switch (asked.type) {
      case 'print':
        papers.push(asked.paper);
        return { type: 'outcome', request: asked.request, outcome };
      case 'ask-outcome':
        return { type: 'outcome', request: asked.request, outcome: known };
      case 'withdraw':
        return { type: 'withdrawn', request: asked.request, withdrawn: back };
      case 'list-printers':
        return { type: 'printers', request: asked.request, printers: [{ name: 'Zebra', title: 'Zebra dock 2' }] };
      default:
        return undefined;
    }
  };
  const desktop = new ParentPrinting((message) => {
    const answer = answers(message);
    if (answer?.type === 'outcome' || answer?.type === 'withdrawn' || answer?.type === 'printers') queueMicrotask(() => desktop.answer(answer));
  });
  return { desktop, papers };
}

it('a label goes in the dots of its printer, black and white; a sheet in 300 dots an inch', async () => {
  const { desktop, papers } = desktopApp();
  expect(await new DesktopTransport(desktop, zebra).deliver(label)).toEqual({ kind: 'sent', confirmed: false });
  await new DesktopTransport(desktop, { queue: 'Office', media: 'A4', dpi: 203 }).deliver({ ...label, jobId: 'job-2', media: 'A4' });
  expect(papers).toEqual([
    { jobId: 'job-1', printer: 'Zebra', media: '4x6', dots: 300, blackOnly: true, bytes: label.bytes },
    { jobId: 'job-2', printer: 'Office', media: 'A4', dots: 300, blackOnly: false, bytes: label.bytes },
  ]);
});

it.each<[PaperOutcome, object]>([
  [{ kind: 'unsent', why: 'unknownPrinter', reason: 'Zebra' }, { kind: 'waits', fault: { key: 'printing.fault.notListed', params: { name: 'Zebra' } } }],
  [{ kind: 'unsent', why: 'page', reason: 'crashed' }, { kind: 'waits', attempts: 8, fault: { key: 'printing.fault.desktop', params: { reason: 'crashed' } } }],
  [{ kind: 'unsent', why: 'settings', reason: 'Invalid printer settings' }, { kind: 'waits', attempts: 8 }],
  [{ kind: 'doubt', why: 'failed', reason: 'Print job failed' }, { kind: 'broken', fault: { key: 'printing.fault.desktopDoubt' } }],
  [{ kind: 'doubt', why: 'silent', reason: '' }, { kind: 'broken', fault: { key: 'printing.fault.silent' } }],
])('%j', async (outcome, delivery) => {
  expect(await new DesktopTransport(desktopApp({ outcome }).desktop, zebra).deliver(label)).toMatchObject(delivery);
});

it.each<[PaperOutcome | null, boolean | undefined]>([
  [{ kind: 'sent' }, true],
  [{ kind: 'unsent', why: 'page', reason: '' }, false],
  [{ kind: 'doubt', why: 'ended', reason: '' }, undefined],
  [null, undefined],
])('after the station was killed, the app that knows %j says whether it arrived: %j', async (known, arrived) => {
  expect(await new DesktopTransport(desktopApp({ known }).desktop, zebra).arrived('job-1', never)).toBe(arrived);
});

it('a paper is given back only where the app says that none of it was handed over', async () => {
  expect(await new DesktopTransport(desktopApp({ back: true }).desktop, zebra).takeBack('job-1', never)).toBe('back');
  expect(await new DesktopTransport(desktopApp().desktop, zebra).takeBack('job-1', never)).toBe('unknown');
});

it('says of a printer that the system does not list that it is not there', async () => {
  const { desktop } = desktopApp();
  expect(await new DesktopTransport(desktop, zebra).condition(never)).toEqual({ kind: 'unknown' });
  expect(await new DesktopTransport(desktop, { ...zebra, queue: 'Old' }).condition(never)).toMatchObject({ kind: 'trouble', fault: { key: 'printing.fault.notListed' } });
});

it('without the desktop app it refuses and says why; a question that nobody waits for any more is given up', async () => {
  const browser = new DesktopTransport(null, zebra);
  expect(await browser.deliver(label)).toMatchObject({ kind: 'refused', fault: { key: 'printing.fault.noDesktop' } });
  expect(await browser.condition(never)).toMatchObject({ kind: 'trouble', fault: { key: 'printing.fault.noDesktop' } });
  const silent = new DesktopTransport(new ParentPrinting(() => undefined), zebra);
  expect(await silent.arrived('job-1', AbortSignal.abort())).toBe(undefined);
});

it('takes no ZPL', async () => {
  const { desktop, papers } = desktopApp();
  expect(await new DesktopTransport(desktop, zebra).deliver({ ...label, language: 'zpl' })).toMatchObject({ kind: 'refused' });
  expect(papers).toEqual([]);
});

it.each([undefined, {}, { pages: [] }, { pages: [{ width: 'wide', height: 1 }] }])('%j says nothing of a paper', (said) => {
  expect(drawnPaper.safeParse(said).success).toBe(false);
});
