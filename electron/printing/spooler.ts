import { begun, isDue, settled, type Delivery, type PrintJob } from '../../shared/domain/printing/job.ts';
import type { Printer } from '../../shared/domain/printing/printer.ts';
import { HOUR, MINUTE, SECOND, type Instant } from '../../shared/lib/time.ts';
import { message, type Message } from '../../shared/messages/say.ts';
import type { Parcel, TakenBack, Transport } from './transports/transport.ts';

/** Where jobs are kept; every change is on the disk when the call returns. */
export interface JobBook {
  /** The first job of a printer, when it may be tried now. */
  readonly next: (printerId: string, now: Instant) => PrintJob | undefined;
  /** Printers with waiting jobs, and when the first of each may be tried. */
  readonly waiting: () => readonly { readonly printerId: string; readonly notBefore: Instant }[];
  readonly inState: (state: 'queued' | 'sending') => readonly PrintJob[];
  readonly save: (job: PrintJob) => void;
}

export interface SpoolerParts {
  readonly book: JobBook;
  readonly printer: (printerId: string) => Printer | undefined;
  readonly transport: (printer: Printer) => Transport;
  /** The paper as it goes to that printer. Rejects when it cannot be made. */
  readonly parcel: (job: PrintJob, printer: Printer) => Promise<Parcel>;
  readonly now: () => Instant;
  /** A job came to another state, or what holds it up changed. */
  readonly onChange: (job: PrintJob) => void;
  readonly onError: (error: unknown) => void;
}

/** A paper on its way, and how to end that from outside. */
interface UnderWay {
  readonly transport: Transport;
  readonly end: (delivery: Delivery) => void;
  /** What became of it is written down. */
  readonly settled: Promise<unknown>;
}

/** What waited longer than this before a start is not sent without being asked for: nobody stands at the printer any more. */
const STALE = 8 * HOUR;
/** The store could not be written: it is not asked again at once. */
const AFTER_FAULT = 5 * SECOND;
/** A printer that has not said by then what became of a paper holds up the next ones no longer: a person looks. */
const LONGEST_DELIVERY = 30 * MINUTE;
/** A person waits for the printer's answer whether it gives a paper back. */
const LONGEST_CALL = 10 * SECOND;

/**
 * Sends what is queued, one job at a time to each printer, in the order asked. That a job is being sent is on the disk before its first
 * byte leaves, so after a crash it is either known to be at the printer, known not to be, or a person is asked: no paper is lost and
 * none is printed twice by itself.
 */
export class Spooler {
  readonly #parts: SpoolerParts;
  readonly #lanes = new Map<string, Promise<unknown>>();
  readonly #ended = new AbortController();
  readonly #underWay = new Map<string, UnderWay>();
  /** States that the disk would not take: kept here until it does. */
  readonly #owed = new Map<string, PrintJob>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #starting: Promise<unknown> = Promise.resolve();
  #ready = false;
  #closing = false;

  constructor(parts: SpoolerParts) {
    this.#parts = parts;
  }

  /** Settles what the last life of the station left, then works. */
  async start(): Promise<void> {
    const { book, now } = this.#parts;
    for (const job of book.inState('queued')) {
      if (now() - job.queuedAt > STALE) this.#keep(settled(job, { kind: 'refused', fault: message('printing.fault.stale') }, now()));
    }
    const asking = Promise.all(book.inState('sending').map((job) => this.#settleInterrupted(job)));
    this.#starting = Promise.allSettled([asking]);
    await asking;
    if (this.#closing) return;
    this.#ready = true;
    this.wake();
  }

  /** Looks for work: something was queued, or may be tried sooner. */
  wake(): void {
    if (!this.#ready || this.#ended.signal.aborted) return;
    clearTimeout(this.#timer);
    for (const job of this.#owed.values()) this.#keep(job);
    if (this.#owed.size > 0) return this.#later(AFTER_FAULT);
    const now = this.#parts.now();
    let soonest = Infinity;
    for (const { printerId, notBefore } of this.#parts.book.waiting()) {
      if (isDue(notBefore, now)) this.#run(printerId);
      else soonest = Math.min(soonest, notBefore - now);
    }
    if (soonest < Infinity) this.#later(Math.min(soonest, 60 * SECOND));
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wake(), milliseconds);
  }

  /** Ends after what is on its way: nothing is cut off in the middle of a paper unless it takes too long. */
  async close(grace: number = 2 * SECOND): Promise<void> {
    this.#ready = false;
    this.#closing = true;
    clearTimeout(this.#timer);
    const giveUp = setTimeout(() => this.#ended.abort(), grace);
    await Promise.all([this.#starting, ...this.#lanes.values()]);
    clearTimeout(giveUp);
    this.#ended.abort();
  }

  /**
   * Ends the delivery of a paper that a person wants no longer. When this resolves, a paper that the printer gave back is `failed` without a
   * doubt, and any other one that did not come out meanwhile with one. Does nothing for a job that is not on its way.
   */
  async callBack(jobId: string): Promise<void> {
    const way = this.#underWay.get(jobId);
    if (!way) return;
    way.end(CALLED[await way.transport.takeBack(jobId, AbortSignal.any([this.#ended.signal, AbortSignal.timeout(LONGEST_CALL)]))]);
    await way.settled;
  }

  #run(printerId: string): void {
    if (this.#lanes.has(printerId)) return;
    const lane = this.#drain(printerId).then(
      () => this.#lanes.delete(printerId) && this.wake(),
      (error: unknown) => {
        this.#lanes.delete(printerId);
        this.#parts.onError(error);
        if (this.#ready) this.#later(AFTER_FAULT);
      },
    );
    this.#lanes.set(printerId, lane);
  }

  async #drain(printerId: string): Promise<void> {
    const { book, now } = this.#parts;
    for (let job = book.next(printerId, now()); job && this.#ready; job = book.next(printerId, now())) await this.#send(job);
  }

  async #send(job: PrintJob): Promise<void> {
    const { printer, parcel, transport, now } = this.#parts;
    const found = printer(job.printerId);
    if (!found) return this.#keep(settled(job, { kind: 'refused', fault: message('printing.fault.gone') }, now()));
    const made = await parcel(job, found).catch((error: unknown) => renderFault(error));
    // A person may have called it back or moved it while its paper was made.
    if (this.#parts.book.next(job.printerId, now())?.jobId !== job.jobId) return;
    if ('key' in made) return this.#keep(settled(job, { kind: 'refused', fault: made }, now()));
    const sending = begun(job, now());
    // Not kept: nothing leaves.
    this.#parts.book.save(sending);
    this.#parts.onChange(sending);
    const [called, done] = [Promise.withResolvers<Delivery>(), Promise.withResolvers<unknown>()];
    const way = transport(found);
    this.#underWay.set(job.jobId, { transport: way, end: called.resolve, settled: done.promise });
    const delivery = await this.#deliver(way, made, sending, called.promise);
    this.#underWay.delete(job.jobId);
    // Given up because the station ends: the next start asks the printer what became of it.
    if (!(this.#ended.signal.aborted && delivery.kind === 'broken')) this.#keep(settled(sending, delivery, now()));
    done.resolve(undefined);
  }

  async #deliver(transport: Transport, made: Parcel, sending: PrintJob, called: Promise<Delivery>): Promise<Delivery> {
    let noted: Message | null = sending.fault;
    // Of its own, for listeners of a delivery must not outlive it; and some ways to a printer hear no signal.
    const over = new AbortController();
    const limit = AbortSignal.any([this.#ended.signal, over.signal, AbortSignal.timeout(LONGEST_DELIVERY)]);
    try {
      const delivered = transport.deliver(
        made,
        (fault) => {
          if (over.signal.aborted || JSON.stringify(fault) === JSON.stringify(noted)) return;
          noted = fault;
          this.#keep({ ...sending, fault });
        },
        limit,
      );
      return await Promise.race([delivered, whenAborted(limit), called]);
    } catch (error) {
      this.#parts.onError(error);
      return { kind: 'broken', fault: message('printing.fault.broken') };
    } finally {
      over.abort();
    }
  }

  async #settleInterrupted(job: PrintJob): Promise<void> {
    const { printer, transport, now } = this.#parts;
    const found = printer(job.printerId);
    const arrived = found ? await transport(found).arrived(job.jobId, this.#ended.signal) : undefined;
    // The station ends before the printer has answered: the next start asks it again.
    if (this.#ended.signal.aborted) return;
    if (arrived === true) return this.#keep(settled(job, { kind: 'sent', confirmed: false }, now()));
    if (arrived === false && now() - job.queuedAt > STALE) return this.#keep(settled(job, { kind: 'refused', fault: message('printing.fault.stale') }, now()));
    if (arrived === false) return this.#keep({ ...job, state: 'queued', stateAt: now(), notBefore: now() });
    this.#keep(settled(job, { kind: 'broken', fault: message('printing.fault.interrupted') }, now()));
  }

  /** What has happened cannot be refused by a full disk: it is kept as soon as there is room. */
  #keep(job: PrintJob): void {
    try {
      this.#parts.book.save(job);
      this.#owed.delete(job.jobId);
    } catch (error) {
      this.#owed.set(job.jobId, job);
      this.#parts.onError(error);
    }
    this.#parts.onChange(job);
  }
}

const CALLED: Readonly<Record<TakenBack, Delivery>> = {
  back: { kind: 'refused', fault: message('printing.fault.calledBack') },
  printed: { kind: 'sent', confirmed: true },
  unknown: { kind: 'broken', fault: message('printing.fault.letGo') },
};

const whenAborted = (signal: AbortSignal): Promise<Delivery> =>
  new Promise((settle) => signal.addEventListener('abort', () => settle({ kind: 'broken', fault: message('printing.fault.silent') }), { once: true }));

const renderFault = (error: unknown): Message => message('printing.fault.render', { reason: error instanceof Error ? error.message : String(error) });
