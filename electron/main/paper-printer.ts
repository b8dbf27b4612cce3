import { setTimeout as after } from 'node:timers/promises';
import type { WebContentsPrintOptions } from 'electron';
import { drawnPaper, type DesktopPrinting, type PaperOutcome, type SystemPaper, type SystemPrinter } from '../../shared/contracts/desktop-printing.ts';
import { mediaSize } from '../../shared/domain/printing/printer.ts';
import { MINUTE, SECOND } from '../../shared/lib/time.ts';

/** A window that nobody sees, with one paper in it. */
export interface PaperWindow {
  /** Loads the page and answers what it says of the paper, when all of it is drawn. Rejects when it cannot be drawn. */
  readonly draw: () => Promise<unknown>;
  /** What the callback of `webContents.print` said. May throw for options that Electron refuses. */
  readonly print: (options: WebContentsPrintOptions) => Promise<{ readonly success: boolean; readonly failureReason: string }>;
  /** Resolves, with the system's word for it, when the page's process ends or hangs. */
  readonly gone: Promise<string>;
  readonly close: () => void;
}

/** The part of Electron that printing needs. */
export interface PrintPort {
  readonly printers: () => Promise<readonly SystemPrinter[]>;
  readonly open: (paper: SystemPaper) => PaperWindow;
}

/** How long each step may take, in milliseconds. */
export interface PrintPatience {
  readonly list: number;
  readonly draw: number;
  readonly print: number;
}

const PATIENCE: PrintPatience = { list: 10 * SECOND, draw: 2 * MINUTE, print: 2 * MINUTE };

/** Outcomes that are remembered for a station that was started again. */
const REMEMBERED = 200;

/** Electron's word for settings that no job was made of; every other failure comes after the system had begun. */
const NOT_BEGUN = 'Invalid printer settings';

/** A page that differs by more than this is another size of paper. */
const TOLERANCE_MM = 0.5;

interface UnderWay {
  state: 'waits' | 'calledBack' | 'handedOver';
  readonly withdraw: (outcome: PaperOutcome) => void;
  readonly withdrawn: Promise<PaperOutcome>;
}

/**
 * Prints papers through the system's own printing, one at a time: a second `webContents.print` while one is under way was answered with a
 * failure at once (electron #39092). What was handed over is not printed again by itself.
 */
export class PaperPrinter implements DesktopPrinting {
  readonly #port: PrintPort;
  readonly #patience: PrintPatience;
  readonly #underWay = new Map<string, UnderWay>();
  readonly #outcomes = new Map<string, Promise<PaperOutcome>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(port: PrintPort, patience: PrintPatience = PATIENCE) {
    this.#port = port;
    this.#patience = patience;
  }

  printers = (): Promise<readonly SystemPrinter[]> => this.#port.printers();

  print = (paper: SystemPaper): Promise<PaperOutcome> => {
    const { promise: withdrawn, resolve: withdraw } = Promise.withResolvers<PaperOutcome>();
    const job: UnderWay = { state: 'waits', withdraw, withdrawn };
    this.#underWay.set(paper.jobId, job);
    const outcome = this.#last.then(() => this.#print(paper, job)).finally(() => this.#underWay.delete(paper.jobId));
    this.#last = outcome;
    this.#remember(paper.jobId, outcome);
    return outcome;
  };

  withdraw = (jobId: string): Promise<boolean> => {
    const job = this.#underWay.get(jobId);
    if (!job || job.state === 'handedOver') return Promise.resolve(false);
    job.state = 'calledBack';
    job.withdraw(unsent('withdrawn'));
    return Promise.resolve(true);
  };

  outcome = (jobId: string): Promise<PaperOutcome | null> => this.#outcomes.get(jobId) ?? Promise.resolve(null);

  async #print(paper: SystemPaper, job: UnderWay): Promise<PaperOutcome> {
    const found = await Promise.race([this.#find(paper), job.withdrawn]);
    if (found) return found;
    let window: PaperWindow;
    try {
      window = this.#port.open(paper);
    } catch (error) {
      return unsent('page', error);
    }
    const over = new AbortController();
    try {
      const drawing = window.draw().then((drawn) => wrongSize(drawn, paper), (error: unknown) => unsent('page', error));
      const gone = window.gone.then((reason) => unsent('page', reason));
      const fault = await Promise.race([drawing, gone, job.withdrawn, after(this.#patience.draw, unsent('page', 'timeout'), over)]);
      if (fault) return fault;
      // The page may have been done in the moment in which it was called back.
      if (isCalledBack(job)) return unsent('withdrawn');
      // From here on it can come out.
      job.state = 'handedOver';
      return await Promise.race([
        handOver(window, paper),
        window.gone.then((reason): PaperOutcome => ({ kind: 'doubt', why: 'ended', reason })),
        after<PaperOutcome>(this.#patience.print, { kind: 'doubt', why: 'silent', reason: '' }, over),
      ]);
    } finally {
      over.abort();
      window.close();
    }
  }

  /** A name that the system does not know must not end at its default printer. */
  async #find({ printer }: SystemPaper): Promise<PaperOutcome | undefined> {
    const over = new AbortController();
    try {
      const printers = await Promise.race([this.#port.printers(), after(this.#patience.list, undefined, over)]);
      if (!printers) return unsent('page', 'timeout');
      return printers.some(({ name }) => name === printer) ? undefined : unsent('unknownPrinter', printer);
    } catch (error) {
      return unsent('page', error);
    } finally {
      over.abort();
    }
  }

  #remember(jobId: string, outcome: Promise<PaperOutcome>): void {
    this.#outcomes.set(jobId, outcome);
    const [oldest] = this.#outcomes.keys();
    if (this.#outcomes.size > REMEMBERED && oldest !== undefined) this.#outcomes.delete(oldest);
  }
}

/**
 * The page as large as what is loaded, nothing scaled, no margins, once. Sizes in microns. That a silent print keeps `pageSize` was broken in
 * several releases (electron #39179, #50785; mended by #50808), so the page itself says its size too. Without `dpi` Windows took the lowest one
 * (electron #18917).
 */
function printOptions({ printer, media, dots }: SystemPaper): WebContentsPrintOptions {
  const { width, height } = mediaSize[media];
  return {
    silent: true,
    deviceName: printer,
    pageSize: { width: Math.round(width * 1000), height: Math.round(height * 1000) },
    margins: { marginType: 'none' },
    scaleFactor: 100,
    pagesPerSheet: 1,
    landscape: false,
    copies: 1,
    duplexMode: 'simplex',
    color: false,
    printBackground: true,
    dpi: { horizontal: dots, vertical: dots },
  };
}

const isCalledBack = ({ state }: UnderWay): boolean => state === 'calledBack';

async function handOver(window: PaperWindow, paper: SystemPaper): Promise<PaperOutcome> {
  let printing: ReturnType<PaperWindow['print']>;
  try {
    printing = window.print(printOptions(paper));
  } catch (error) {
    return unsent('settings', error);
  }
  try {
    const { success, failureReason } = await printing;
    if (success) return { kind: 'sent' };
    return failureReason === NOT_BEGUN ? unsent('settings', failureReason) : { kind: 'doubt', why: 'failed', reason: failureReason };
  } catch (error) {
    return { kind: 'doubt', why: 'failed', reason: wordsOf(error) };
  }
}

/** A page that is not as large as what is loaded would come out cut or on two sheets. */
function wrongSize(said: unknown, { media }: SystemPaper): PaperOutcome | undefined {
  const drawn = drawnPaper.safeParse(said);
  if (!drawn.success) return unsent('page', 'the page did not say what it drew');
  const { width, height } = mediaSize[media];
  const wrong = drawn.data.pages.find((page) => Math.abs(page.width - width) > TOLERANCE_MM || Math.abs(page.height - height) > TOLERANCE_MM);
  return wrong && unsent('page', `${Math.round(wrong.width)} x ${Math.round(wrong.height)} mm is not ${media}`);
}

const unsent = (why: Extract<PaperOutcome, { readonly kind: 'unsent' }>['why'], reason: unknown = ''): PaperOutcome => ({ kind: 'unsent', why, reason: wordsOf(reason) });

const wordsOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason)).slice(0, 300);
