import type { IppGroup } from '@sealsystems/ipp';
import { setTimeout as after } from 'node:timers/promises';
import type { Delivery } from '../../../shared/domain/printing/job.ts';
import type { PrinterMedia } from '../../../shared/domain/printing/printer.ts';
import { SECOND } from '../../../shared/lib/time.ts';
import { message, type Message } from '../../../shared/messages/say.ts';
import { askIpp, groupsOf, IppError, wordsOf } from './ipp-client.ts';
import type { Condition, Parcel, TakenBack, Transport } from './transport.ts';

/** PWG 5101.1 names of what is loaded. */
const MEDIA: Readonly<Record<PrinterMedia, string>> = { '4x6': 'na_index-4x6_4x6in', A4: 'iso_a4_210x297mm', Letter: 'na_letter_8.5x11in' };

const LOOK_EVERY = SECOND;
/** So many questions in a row without an answer: the printer's server is gone. */
const UNANSWERED = 60;

/** Looks at a queue's state before it hands over, and at the job until it is on paper: a queue that "took" a job has printed nothing yet. */
export class IppTransport implements Transport {
  readonly #url: string;
  readonly #lookEvery: number;

  constructor(url: string, lookEvery: number = LOOK_EVERY) {
    this.#url = url;
    this.#lookEvery = lookEvery;
  }

  async deliver(parcel: Parcel, note: (fault: Message | null) => void, signal: AbortSignal): Promise<Delivery> {
    const state = await this.#look(signal);
    if ('fault' in state) return { kind: 'waits', fault: state.fault };
    const format = formatFor(parcel.language, state.formats);
    if (format === undefined) return { kind: 'refused', fault: message('printing.fault.format', { format: parcel.language.toUpperCase() }) };
    let jobNumber: number;
    try {
      jobNumber = await this.#print(parcel, format, signal);
    } catch (error) {
      return this.#refusal(error);
    }
    return this.#follow(jobNumber, note, signal);
  }

  async condition(signal: AbortSignal): Promise<Condition> {
    const state = await this.#look(signal);
    return 'fault' in state ? { kind: 'trouble', fault: state.fault } : { kind: 'ready' };
  }

  /** CUPS keeps the names of its jobs, also of finished ones; of other servers only a job that is there proves something. */
  async arrived(jobId: string, signal: AbortSignal): Promise<boolean | undefined> {
    try {
      const { remembers } = await this.#attributes(signal);
      for (const which of ['not-completed', 'completed'] as const) {
        const found = await this.#find(jobId, which, signal);
        if (found) return !GIVEN_UP.has(wordsOf(found['job-state'])[0] ?? '');
      }
      return remembers ? false : undefined;
    } catch (error) {
      if (error instanceof IppError) return undefined;
      throw error;
    }
  }

  /** A job that is being printed is ended too, but what of it is on paper nobody can tell. */
  async takeBack(jobId: string, signal: AbortSignal): Promise<TakenBack> {
    try {
      const job = await this.#find(jobId, 'not-completed', signal);
      const number = Number(job?.['job-id']);
      if (!job || !Number.isInteger(number)) return wordsOf((await this.#find(jobId, 'completed', signal))?.['job-state'])[0] === 'completed' ? 'printed' : 'unknown';
      const untouched = UNTOUCHED.has(wordsOf(job['job-state'])[0] ?? '');
      await askIpp(this.#url, { operation: 'Cancel-Job', about: { 'job-id': number } }, signal);
      return untouched ? 'back' : 'unknown';
    } catch (error) {
      if (error instanceof IppError) return 'unknown';
      throw error;
    }
  }

  async #find(jobId: string, which: 'not-completed' | 'completed', signal: AbortSignal): Promise<IppGroup | undefined> {
    const answer = await askIpp(this.#url, { operation: 'Get-Jobs', about: { 'which-jobs': which, 'requested-attributes': ['job-id', 'job-name', 'job-state'] } }, signal);
    return groupsOf(answer['job-attributes-tag']).find((job) => wordsOf(job['job-name']).includes(jobName(jobId)));
  }

  async #print({ jobId, bytes, media }: Parcel, format: string, signal: AbortSignal): Promise<number> {
    const answer = await askIpp(
      this.#url,
      {
        operation: 'Print-Job',
        about: { 'job-name': jobName(jobId), 'document-format': format },
        // The page is that size and nothing is scaled: a label that is 3 % smaller cannot be scanned.
        job: format === PDF ? { copies: 1, sides: 'one-sided', media: MEDIA[media], 'print-scaling': 'none' } : { copies: 1 },
        data: bytes,
      },
      signal,
    );
    const number = Number(groupsOf(answer['job-attributes-tag'])[0]?.['job-id']);
    if (!Number.isInteger(number)) throw new IppError('lost', 'no job number');
    return number;
  }

  /** Nothing reached the printer, or it said no, or nobody knows. */
  #refusal(error: unknown): Delivery {
    if (!(error instanceof IppError)) throw error;
    if (error.kind === 'unreachable') return { kind: 'waits', fault: message('printing.fault.unreachable', { address: this.#url }) };
    if (error.kind === 'lost') return { kind: 'broken', fault: message('printing.fault.broken') };
    const busy = error.status === 'server-error-busy' || error.status === 'server-error-not-accepting-jobs' || error.status === 'server-error-temporary-error';
    return busy ? { kind: 'waits', fault: message('printing.fault.notAccepting', { reason: error.status }) } : { kind: 'refused', fault: message('printing.fault.rejected', { reason: error.status }) };
  }

  async #follow(jobNumber: number, note: (fault: Message | null) => void, signal: AbortSignal): Promise<Delivery> {
    let unanswered = 0;
    for (;;) {
      const job = await this.#jobState(jobNumber, signal);
      unanswered = job === undefined ? unanswered + 1 : 0;
      if (job?.state === 'completed' || job?.state === FORGOTTEN) return { kind: 'sent', confirmed: job.state === 'completed' };
      if (job && GIVEN_UP.has(job.state)) return { kind: 'refused', fault: message('printing.fault.aborted', { reason: reasonText(job.reasons) }) };
      if (unanswered >= UNANSWERED || signal.aborted) return { kind: 'broken', fault: message('printing.fault.silent') };
      note(await this.#holdUp(signal));
      await after(this.#lookEvery, undefined, { signal }).catch(() => undefined);
    }
  }

  async #jobState(jobNumber: number, signal: AbortSignal): Promise<{ readonly state: string; readonly reasons: readonly string[] } | undefined> {
    try {
      const answer = await askIpp(this.#url, { operation: 'Get-Job-Attributes', about: { 'job-id': jobNumber, 'requested-attributes': ['job-state', 'job-state-reasons'] } }, signal);
      const [job] = groupsOf(answer['job-attributes-tag']);
      return job && { state: wordsOf(job['job-state'])[0] ?? '', reasons: wordsOf(job['job-state-reasons']) };
    } catch (error) {
      if (!(error instanceof IppError)) throw error;
      // A server that forgets a job as soon as it is done has done it.
      return error.status === 'client-error-not-found' ? { state: FORGOTTEN, reasons: [] } : undefined;
    }
  }

  async #holdUp(signal: AbortSignal): Promise<Message | null> {
    const state = await this.#look(signal);
    if ('fault' in state) return state.fault;
    // CUPS tells in words alone that it cannot reach the printer; without a job the words may be left over from the last one.
    return state.words === '' ? null : message('printing.fault.says', { words: state.words });
  }

  async #look(signal: AbortSignal): Promise<{ readonly formats: readonly string[]; readonly words: string } | { readonly fault: Message }> {
    try {
      const { printer } = await this.#attributes(signal);
      const fault = faultOfPrinter(printer);
      if (fault) return { fault };
      return { formats: wordsOf(printer['document-format-supported']), words: (wordsOf(printer['printer-state-message'])[0] ?? '').slice(0, LONGEST_WORDS) };
    } catch (error) {
      if (!(error instanceof IppError)) throw error;
      if (error.status === 'client-error-not-found' || error.status === 'HTTP 404') return { fault: message('printing.fault.noQueue', { address: this.#url }) };
      return { fault: message(error.status === 'ECONNREFUSED' ? 'printing.fault.refused' : 'printing.fault.unreachable', { address: this.#url }) };
    }
  }

  async #attributes(signal: AbortSignal): Promise<{ readonly printer: IppGroup; readonly remembers: boolean }> {
    const answer = await askIpp(
      this.#url,
      { operation: 'Get-Printer-Attributes', about: { 'requested-attributes': ['printer-state', 'printer-state-reasons', 'printer-state-message', 'printer-is-accepting-jobs', 'document-format-supported', 'cups-version'] } },
      signal,
    );
    const printer = groupsOf(answer['printer-attributes-tag'])[0] ?? {};
    return { printer, remembers: printer['cups-version'] !== undefined };
  }
}

/** A printer's own words are shown to people. */
const LONGEST_WORDS = 200;
const PDF = 'application/pdf';
/** No state of IPP: the server does not know the job any more. */
const FORGOTTEN = 'forgotten';
/** RFC 8011 5.3.7: states before a printer has begun with a job. */
const UNTOUCHED: ReadonlySet<string> = new Set(['pending', 'pending-held']);
const GIVEN_UP: ReadonlySet<string> = new Set(['canceled', 'aborted']);

const jobName = (jobId: string): string => `Hotdock ${jobId}`;

/** ZPL goes as it is: CUPS calls that raw, others take any stream of bytes. */
function formatFor(language: Parcel['language'], formats: readonly string[]): string | undefined {
  const wanted = language === 'pdf' ? [PDF] : ['application/vnd.cups-raw', 'application/octet-stream'];
  return wanted.find((format) => formats.includes(format));
}

/** RFC 8011 5.4.12: what a printer says of itself, the most telling first. A suffix tells how bad it is. */
const REASONS: readonly (readonly [RegExp, Message['key']])[] = [
  [/^media-jam/, 'printing.fault.jam'],
  [/^(?:cover-open|door-open|interlock-open)/, 'printing.fault.headOpen'],
  [/^(?:media-empty|media-needed|input-tray-missing)/, 'printing.fault.paperOut'],
  [/^(?:toner-empty|marker-supply-empty)/, 'printing.fault.toner'],
];

function faultOfPrinter(printer: IppGroup): Message | null {
  const reasons = wordsOf(printer['printer-state-reasons']).filter((reason) => reason !== 'none');
  const serious = reasons.filter((reason) => !/-(?:warning|report)$/.test(reason));
  for (const [pattern, key] of REASONS) if (serious.some((reason) => pattern.test(reason))) return message(key);
  if (printer['printer-state'] === 'stopped') return message('printing.fault.stopped', { reason: reasonText(reasons) });
  return printer['printer-is-accepting-jobs'] === false ? message('printing.fault.notAccepting', { reason: reasonText(reasons) }) : null;
}

const reasonText = (reasons: readonly string[]): string => (reasons.length === 0 ? '-' : reasons.join(', '));
