import { v7 } from 'uuid';
import type { DesktopPrinting } from '../../shared/contracts/desktop-printing.ts';
import type { FileAnswer, PrintAnswer } from '../../shared/contracts/api.ts';
import type { PrintCounts, PrinterCondition, PrintJobView, StationEvent } from '../../shared/contracts/views.ts';
import type { Paper, PaperSize } from '../../shared/documents/papers.ts';
import { byPerson, type PersonsWord, type PrintJob } from '../../shared/domain/printing/job.ts';
import { chosenPrinter, unfit, type PrintedKind, type Printer } from '../../shared/domain/printing/printer.ts';
import type { Settings } from '../../shared/domain/settings/settings.ts';
import type { Instant } from '../../shared/lib/time.ts';
import type { MessageKey } from '../../shared/messages/catalogue.ts';
import type { MessageParams } from '../../shared/messages/say.ts';
import type { PrintingPress } from '../printing/printing-press.ts';
import { Spooler } from '../printing/spooler.ts';
import { transportOf } from '../printing/transports/choose.ts';
import type { Parcel } from '../printing/transports/transport.ts';
import { PrintJobs, type KeptJob } from '../store/print-jobs.ts';
import type { Store } from '../store/store.ts';
import { logger } from './log.ts';
import { paperName, renderPaper, reprintOf, revisionOf, zplOf } from './paper-file.ts';
import { RefusedError } from './refused.ts';

interface Asked {
  readonly kind: PrintedKind;
  readonly subject: string;
  readonly askedBy: string;
  /** The revision that it would have now; null where papers of its kind have none. */
  readonly revision: string | null;
  /** Id or name of the printer that a person chose for this one; absent: the printer of its kind. */
  readonly printer?: string | undefined;
  /** Absent: one. */
  readonly copies?: number | undefined;
}

interface DeskParts {
  readonly store: () => Store;
  readonly settings: () => Settings;
  readonly press: PrintingPress;
  /** The desktop app's printing; null where the station runs without it. */
  readonly desktop: DesktopPrinting | null;
  readonly now: () => Instant;
  readonly tell: (event: StationEvent) => void;
}

/** Finished jobs that a screen shows. */
const DONE_SHOWN = 40;

/** The station's printers and what is on its way to them. */
export class PrintDesk {
  readonly #parts: DeskParts;
  /** What was last told of a job: a printer that is off is told once, not at every attempt. */
  readonly #told = new Map<string, string>();
  #jobs: PrintJobs;
  #spooler: Spooler | undefined;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#jobs = new PrintJobs(parts.store().database);
  }

  /** Begins to send. A process that only runs one command never does: the workstation does it. Nor does one that cannot write down what it sent. */
  async start(): Promise<void> {
    if (this.#parts.store().readOnly) {
      logger.warn('the store can only be read: papers wait until there is room on the disk');
      return;
    }
    this.#spooler = this.#newSpooler();
    await this.#spooler.start().catch((error: unknown) => this.#failed(error));
  }

  async close(): Promise<void> {
    await this.#spooler?.close();
  }

  /** Another store was opened (the demo, or back): its own papers are what is sent now. */
  follow(): void {
    const working = this.#spooler;
    void working?.close(0);
    this.#jobs = new PrintJobs(this.#parts.store().database);
    if (working) void this.start();
  }

  /** Does `work` while nothing is on its way to a printer: what became of a paper is written in the store that it belongs to. */
  async aside<Result>(work: () => Result): Promise<Result> {
    let atRest: Spooler | undefined;
    while (this.#spooler !== atRest) {
      atRest = this.#spooler;
      await atRest?.close();
    }
    try {
      return work();
    } finally {
      if (atRest && this.#spooler === atRest) void this.start();
    }
  }

  counts(): PrintCounts {
    return this.#jobs.counts();
  }

  views(): readonly PrintJobView[] {
    return this.#jobs.recent(DONE_SHOWN).map((kept) => this.#view(kept));
  }

  /**
   * Queues a paper for the printer of its kind, in the transaction in which `save` calls `queue`; without such a printer the paper is
   * answered as a PDF. Copies are jobs of their own, marked as what comes after the first. What is on its way already is answered as it is, moved to the printer that was named: nobody asked for two. What
   * waits and is outdated gives way. Throws RefusedError for a printer that is not there or cannot hold it, or when another one has it.
   */
  async print(asked: Asked, save: (queue: (paper: Paper, reprint: boolean) => void) => unknown): Promise<PrintAnswer> {
    const settings = this.#parts.settings();
    const printer = asked.printer === undefined ? chosenPrinter(settings, asked.kind) : this.#wanted(asked.printer, asked.kind);
    const open = printer ? this.#jobs.openFor(asked.kind, asked.subject) : [];
    const isOutdated = ({ paper }: KeptJob): boolean => revisionOf(paper) !== asked.revision;
    const current = open.find((kept) => !isOutdated(kept));
    const outdated = open.filter(isOutdated);
    if (printer && current) {
      if (asked.printer !== undefined && current.job.printerId !== printer.id) this.#redirect(current, printer);
      this.#withdraw(outdated);
      return { kind: 'queued', job: this.#queued(current.job.jobId), already: true };
    }
    const jobId = v7();
    let made: Paper | undefined;
    save((paper, reprint) => {
      made = paper;
      if (!printer) return;
      const { kind, subject, askedBy, copies = 1 } = asked;
      this.#withdraw(outdated);
      const now = this.#parts.now();
      this.#jobs.add({ job: newJob(jobId, printer.id, now), kind, subject, askedBy, reprint, paper });
      for (let copy = 2; copy <= copies; copy += 1) this.#jobs.add({ job: newJob(v7(), printer.id, now), kind, subject, askedBy, reprint: true, paper: reprintOf(paper) });
    });
    if (made === undefined) throw new Error('nothing was made to print');
    if (!printer) return { kind: 'show', file: await this.#file(made, settings.paperSize), labelOf: asked.kind === 'label' ? asked.subject : null };
    return { kind: 'queued', job: this.#queued(jobId), already: false };
  }

  /** Sends a page that shows whether a printer is set up rightly. Throws RefusedError when there is no such printer. */
  test(printerId: string, askedBy: string): PrintJobView {
    const printer = this.#printer(printerId);
    if (!printer) throw refused('printing.refused.noPrinter', printerId);
    const { stationName, zone, locale } = this.#parts.settings();
    const jobId = v7();
    const now = this.#parts.now();
    const paper: Paper = { kind: 'test', test: { printer: printer.name, station: stationName, media: printer.media, printedAt: now, zone, locale } };
    this.#parts.store().together(() => this.#jobs.add({ job: newJob(jobId, printerId, now), kind: 'test', subject: printer.name, reprint: false, askedBy, paper }));
    return this.#queued(jobId);
  }

  /** A person's word about a job; one that is on its way is called back from its printer first. Throws RefusedError where it does not apply. */
  async decide(jobId: string, word: PersonsWord): Promise<void> {
    if (word === 'cancel' && this.#kept(jobId).job.state === 'sending' && (await this.#calledBack(jobId)) === 'perhaps printed') return;
    const { job, subject } = this.#kept(jobId);
    // It went by itself meanwhile: whoever wanted it sooner has it.
    if (word === 'hurry' && job.state !== 'queued') return;
    const changed = byPerson(job, word, this.#parts.now());
    if (!changed) throw refused('printing.refused.state', subject, { state: job.state });
    this.#jobs.save(changed);
    if (word === 'hurry') this.#jobs.makeFirstDue(job.printerId, this.#parts.now());
    // A printer that is hurried may still be off: that was told already.
    if (word !== 'hurry') this.#settle(jobId);
    this.#changed();
  }

  /** Gives a job that waits or failed to another printer; one that failed is sent at once. Throws RefusedError. */
  move(jobId: string, printerId: string): void {
    const { job, kind, subject } = this.#kept(jobId);
    const printer = this.#printer(printerId);
    if (!printer) throw refused('printing.refused.noPrinter', printerId);
    const why = kind === 'test' ? null : unfit(printer, kind);
    if (why) throw refused('printing.refused.unfit', printer.name, { printer: printer.name, why });
    if (!this.#jobs.move(jobId, printerId)) throw refused('printing.refused.state', subject, { state: job.state });
    const now = this.#parts.now();
    this.#jobs.save(byPerson(job, job.state === 'failed' ? 'again' : 'hurry', now) ?? job);
    this.#jobs.makeFirstDue(printerId, now);
    this.#settle(jobId);
    this.#changed();
  }

  /** A job's paper and the size it is shown in. Throws RefusedError. */
  paperOf(jobId: string): { readonly paper: Paper; readonly size: PaperSize } {
    const { job, paper } = this.#kept(jobId);
    const media = this.#printer(job.printerId)?.media;
    return { paper, size: media === 'A4' || media === 'Letter' ? media : this.#parts.settings().paperSize };
  }

  condition(printer: Printer, signal: AbortSignal): Promise<PrinterCondition> {
    return transportOf(printer, this.#parts.desktop).condition(signal);
  }

  /** A printer that does not give it back may still bring it out: then a person looks. */
  async #calledBack(jobId: string): Promise<'given back' | 'perhaps printed'> {
    await this.#spooler?.callBack(jobId);
    return this.#kept(jobId).job.doubtful ? 'perhaps printed' : 'given back';
  }

  /** What a printer has already cannot be withdrawn: it comes out. */
  #withdraw(jobs: readonly KeptJob[]): void {
    for (const { job } of jobs) {
      const withdrawn = job.state === 'queued' ? byPerson(job, 'cancel', this.#parts.now()) : undefined;
      if (!withdrawn) continue;
      this.#jobs.save(withdrawn);
      this.#settle(job.jobId);
    }
  }

  /** Somebody named another printer for what waits already. Throws RefusedError when the first one has it. */
  #redirect({ job, subject }: KeptJob, printer: Printer): void {
    if (job.state !== 'queued') throw refused('printing.refused.elsewhere', subject, { printer: this.#printer(job.printerId)?.name ?? job.printerId });
    this.move(job.jobId, printer.id);
  }

  #newSpooler(): Spooler {
    const jobs = this.#jobs;
    return new Spooler({
      book: jobs,
      printer: (id) => this.#printer(id),
      transport: (printer) => transportOf(printer, this.#parts.desktop),
      parcel: (job, printer) => this.#parcel(jobs, job, printer),
      now: this.#parts.now,
      onChange: (job) => this.#noticed(job),
      onError: (error) => this.#failed(error),
    });
  }

  #failed(error: unknown): void {
    logger.error({ error: error instanceof Error ? error.stack : String(error) }, 'printing');
  }

  async #parcel(jobs: PrintJobs, { jobId }: PrintJob, printer: Printer): Promise<Parcel> {
    const kept = jobs.get(jobId);
    if (!kept) throw new Error('the job is gone');
    const { paper } = kept;
    const { language, media, dpi } = printer;
    const parcel = { jobId, title: paperName(paper), language, media };
    if (language === 'zpl' && (paper.kind === 'label' || paper.kind === 'test')) return { ...parcel, bytes: await zplOf(paper, dpi) };
    const { base64 } = await this.#file(paper, media === '4x6' ? this.#parts.settings().paperSize : media);
    return { ...parcel, language: 'pdf', bytes: Buffer.from(base64, 'base64') };
  }

  #file(paper: Paper, size: PaperSize): Promise<FileAnswer> {
    return renderPaper(this.#parts.press, paper, size);
  }

  #queued(jobId: string): PrintJobView {
    const view = this.#view(this.#kept(jobId));
    this.#changed();
    return view;
  }

  #changed(): void {
    this.#parts.tell({ type: 'changed', pos: [], subjects: ['printing'] });
    this.#parts.tell({ type: 'status' });
    this.#spooler?.wake();
  }

  #noticed(job: PrintJob): void {
    const { jobId, fault } = job;
    this.#parts.tell({ type: 'changed', pos: [], subjects: ['printing'] });
    this.#parts.tell({ type: 'status' });
    const before = this.#told.get(jobId);
    // What a printer says of its own accord while it works is shown with the job; it need not be bad.
    if (fault === null || fault.key === 'printing.fault.says' || job.state === 'sent' || job.state === 'cancelled') {
      this.#settle(jobId);
      return;
    }
    const word = `${job.state === 'failed' ? 'failed' : 'waits'} ${fault.key}`;
    if (word === before) return;
    this.#told.set(jobId, word);
    const kept = this.#jobs.get(jobId);
    if (kept) this.#parts.tell({ type: 'paper', job: this.#view({ ...kept, job }) });
  }

  /** What was told of a job holds no longer. */
  #settle(jobId: string): void {
    if (this.#told.delete(jobId)) this.#parts.tell({ type: 'paper-settled', jobId });
  }

  #kept(jobId: string): KeptJob {
    const kept = this.#jobs.get(jobId);
    if (!kept) throw refused('printing.refused.noJob', jobId);
    return kept;
  }

  /** The printer that somebody chose by its id or name. */
  #wanted(name: string, kind: PrintedKind): Printer {
    const { printers } = this.#parts.settings();
    const printer = this.#printer(name) ?? printers.find((each) => each.name.toLowerCase() === name.trim().toLowerCase());
    if (!printer) throw refused('printing.refused.noPrinter', name);
    const why = unfit(printer, kind);
    if (why) throw refused('printing.refused.unfit', printer.name, { printer: printer.name, why });
    return printer;
  }

  #printer(id: string): Printer | undefined {
    return this.#parts.settings().printers.find((printer) => printer.id === id);
  }

  #view({ job, kind, subject, reprint, askedBy }: KeptJob): PrintJobView {
    const { printers } = this.#parts.settings();
    const { jobId, printerId, state, attempts, queuedAt, stateAt, notBefore, fault, doubtful, confirmed } = job;
    return {
      jobId, kind, subject, reprint, askedBy, printerId, state, attempts, queuedAt, stateAt, fault, doubtful, confirmed,
      printerName: printers.find(({ id }) => id === printerId)?.name ?? null,
      nextAttemptAt: state === 'queued' && notBefore > this.#parts.now() ? notBefore : null,
      others: kind === 'test' ? [] : printers.filter((printer) => printer.id !== printerId && unfit(printer, kind) === null).map(({ id, name }) => ({ id, name })),
    };
  }
}

const newJob = (jobId: string, printerId: string, now: Instant): PrintJob => ({ jobId, printerId, state: 'queued', attempts: 0, queuedAt: now, stateAt: now, notBefore: now, fault: null, doubtful: false, confirmed: false });

const refused = (code: MessageKey, where: string, params: MessageParams = {}): RefusedError => new RefusedError({ code, params, where, hint: null });
