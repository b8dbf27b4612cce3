import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begun, byPerson, settled, type Delivery, type PersonsWord, type PrintJob } from '../../../shared/domain/printing/job.ts';
import { chosenPrinter, printer, unfit, type Printer } from '../../../shared/domain/printing/printer.ts';
import { instant, later, type Instant } from '../../../shared/lib/time.ts';
import { message } from '../../../shared/messages/say.ts';

const START = instant(Date.UTC(2026, 10, 24, 14));
const queued: PrintJob = { jobId: 'j', printerId: 'p', state: 'queued', attempts: 0, queuedAt: START, stateAt: START, notBefore: START, fault: null, doubtful: false, confirmed: false };
const fault = message('printing.fault.paperOut');

type Step = { readonly kind: 'attempt'; readonly delivery: Delivery } | { readonly kind: 'word'; readonly word: PersonsWord };

const steps = fc.array(
  fc.oneof(
    fc.constantFrom<Delivery>({ kind: 'sent', confirmed: true }, { kind: 'sent', confirmed: false }, { kind: 'waits', fault }, { kind: 'broken', fault }, { kind: 'refused', fault }).map((delivery): Step => ({ kind: 'attempt', delivery })),
    fc.constantFrom<PersonsWord>('cancel', 'again', 'printed', 'hurry').map((word): Step => ({ kind: 'word', word })),
  ),
  { maxLength: 30 },
);

/** Lives a job as the spooler does: it begins only what is queued. */
function live(path: readonly Step[]): readonly { readonly job: PrintJob; readonly step: Step }[] {
  let job = queued;
  let now: Instant = START;
  return path.map((step) => {
    now = later(now, 1000);
    if (step.kind === 'word') job = byPerson(job, step.word, now) ?? job;
    else if (job.state === 'queued') job = settled(begun(job, now), step.delivery, now);
    return { job, step };
  });
}

describe('a print job', () => {
  test('doubtful-needs-a-person: what may be on paper is never sent again by itself', () => {
    fc.assert(
      fc.property(steps, (path) => {
        let before = queued;
        for (const { job, step } of live(path)) {
          if (before.doubtful && step.kind === 'attempt') expect(job).toEqual(before);
          if (before.doubtful && job.state === 'queued') expect(step).toEqual({ kind: 'word', word: 'again' });
          before = job;
        }
      }),
    );
  });

  test('finished-stays-finished: sent and cancelled are never left', () => {
    fc.assert(
      fc.property(steps, (path) => {
        let ended: PrintJob | undefined;
        for (const { job } of live(path)) {
          if (ended) expect(job).toEqual(ended);
          if (job.state === 'sent' || job.state === 'cancelled') ended = job;
        }
      }),
    );
  });

  test('printed-is-somebodys-word: it is confirmed by a printer that says so or a person, and by nothing else', () => {
    fc.assert(
      fc.property(steps, (path) => {
        let before = queued;
        for (const { job, step } of live(path)) {
          if (job.confirmed) expect(job.state).toBe('sent');
          if (job.confirmed && !before.confirmed) expect([{ kind: 'attempt', delivery: { kind: 'sent', confirmed: true } }, { kind: 'word', word: 'printed' }]).toContainEqual(step);
          before = job;
        }
      }),
    );
  });

  test('waits longer after each attempt that reached nothing, and says why', () => {
    let job = queued;
    let last = 0;
    for (let attempt = 1; attempt <= 7; attempt += 1) {
      job = settled(begun(job, START), { kind: 'waits', fault }, START);
      expect(job).toMatchObject({ state: 'queued', fault, attempts: attempt });
      expect(job.notBefore - START).toBeGreaterThanOrEqual(last);
      last = job.notBefore - START;
    }
    expect(byPerson(job, 'hurry', START)?.notBefore).toBe(START);
  });

  test('is not called back while its bytes are on the way', () => {
    const sending = begun(queued, START);
    for (const word of ['cancel', 'again', 'printed', 'hurry'] as const) expect(byPerson(sending, word, START)).toBeUndefined();
  });
});

describe('which printer prints what', () => {
  const zebra: Printer = printer.parse({ id: 'z', name: 'Zebra', connection: { kind: 'network', host: '10.0.0.5', port: 9100 }, language: 'zpl', media: '4x6', dpi: 203 });
  const office: Printer = printer.parse({ id: 'o', name: 'Office', connection: { kind: 'ipp', url: 'ipp://office/ipp/print' }, language: 'pdf', media: 'A4', dpi: 300 });

  test('labels need a label printer, pages a page printer', () => {
    expect([unfit(zebra, 'label'), unfit(zebra, 'pick-list'), unfit(office, 'label'), unfit(office, 'sheet')]).toEqual([null, 'labelsOnly', 'pagesOnly', null]);
    expect(unfit({ ...office, language: 'zpl' }, 'pick-list')).toBe('labelsOnly');
  });

  test('a choice that no longer fits, or whose printer is gone, is no choice', () => {
    const choice = { label: 'o', 'pick-list': 'o', sheet: 'gone' };
    const settings = { printers: [zebra, office], printerFor: choice };
    expect([chosenPrinter(settings, 'label'), chosenPrinter(settings, 'pick-list')?.id, chosenPrinter(settings, 'sheet')]).toEqual([undefined, 'o', undefined]);
  });
});
