import type { DesktopPrinting, PaperOutcome } from '../../../shared/contracts/desktop-printing.ts';
import type { Delivery } from '../../../shared/domain/printing/job.ts';
import type { PrinterMedia } from '../../../shared/domain/printing/printer.ts';
import { SECOND } from '../../../shared/lib/time.ts';
import { message, type Message } from '../../../shared/messages/say.ts';
import { MOST_ATTEMPTS, type Condition, type Parcel, type TakenBack, type Transport } from './transport.ts';

/** Office printers have 600 or 1200 dots an inch: each dot of a sheet is a whole square of theirs, and the narrowest bar four dots wide. */
const SHEET_DOTS = 300;

/** A station that starts asks what became of its papers before it prints others: one that is still being printed then must not hold those up. */
const LONGEST_QUESTION = 20 * SECOND;

interface DesktopQueue {
  /** The system's name of the printer. */
  readonly queue: string;
  readonly media: PrinterMedia;
  /** Of a label printer: a label is drawn in its own dots. */
  readonly dpi: number;
}

/** A printer of the system, printed to by the desktop app itself (Electron). Without that app there is no such way. */
export class DesktopTransport implements Transport {
  readonly #desktop: DesktopPrinting | null;
  readonly #to: DesktopQueue;

  constructor(desktop: DesktopPrinting | null, to: DesktopQueue) {
    this.#desktop = desktop;
    this.#to = to;
  }

  async deliver({ jobId, bytes, language }: Parcel): Promise<Delivery> {
    if (!this.#desktop) return { kind: 'refused', fault: message('printing.fault.noDesktop') };
    if (language !== 'pdf') return { kind: 'refused', fault: message('printing.fault.format', { format: language.toUpperCase() }) };
    const { queue, media, dpi } = this.#to;
    const isLabel = media === '4x6';
    return deliveryOf(await this.#desktop.print({ jobId, printer: queue, media, dots: isLabel ? dpi : SHEET_DOTS, blackOnly: isLabel, bytes }));
  }

  async condition(signal: AbortSignal): Promise<Condition> {
    if (!this.#desktop) return { kind: 'trouble', fault: message('printing.fault.noDesktop') };
    const { queue } = this.#to;
    const printers = await orAborted(this.#desktop.printers(), signal);
    return printers?.some(({ name }) => name === queue) === false ? { kind: 'trouble', fault: notListed(queue) } : { kind: 'unknown' };
  }

  async takeBack(jobId: string, signal: AbortSignal): Promise<TakenBack> {
    return this.#desktop && (await orAborted(this.#desktop.withdraw(jobId), signal)) ? 'back' : 'unknown';
  }

  /** The app lives on when the station in it is started again, and remembers what it printed. */
  async arrived(jobId: string, signal: AbortSignal): Promise<boolean | undefined> {
    const outcome = this.#desktop ? await orAborted(this.#desktop.outcome(jobId), AbortSignal.any([signal, AbortSignal.timeout(LONGEST_QUESTION)])) : null;
    if (!outcome || outcome.kind === 'doubt') return undefined;
    return outcome.kind === 'sent';
  }
}

function deliveryOf(outcome: PaperOutcome): Delivery {
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'sent', confirmed: false };
    case 'doubt':
      return { kind: 'broken', fault: outcome.why === 'silent' ? message('printing.fault.silent') : message('printing.fault.desktopDoubt', { reason: outcome.reason }) };
    case 'unsent':
      // Whether the printer or the paper is to blame the system does not tell; a printer that is not there comes back.
      if (outcome.why === 'unknownPrinter') return { kind: 'waits', fault: notListed(outcome.reason) };
      return { kind: 'waits', attempts: MOST_ATTEMPTS, fault: message('printing.fault.desktop', { reason: outcome.reason }) };
  }
}

const notListed = (name: string): Message => message('printing.fault.notListed', { name });

/** Undefined when nobody waits for the answer any more. */
function orAborted<Answer>(answer: Promise<Answer>, signal: AbortSignal): Promise<Answer | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return Promise.race([answer, new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }))]);
}
