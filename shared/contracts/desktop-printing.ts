import { z } from 'zod';
import { printerMedia } from '../domain/printing/printer.ts';

/*
 * Printing through the desktop app: the station hands a paper to the app's main process, which prints it as the system prints web pages.
 */

/** A printer as the system lists it: `name` is what it is asked for by, `title` what people call it. */
export interface SystemPrinter {
  readonly name: string;
  readonly title: string;
}

/** Far beyond any paper of ours. */
const LARGEST = 64 * 1024 * 1024;

export const systemPaper = z.object({
  /** Unique in the station's life. */
  jobId: z.string().min(1).max(100),
  /** The system's name of the printer. */
  printer: z.string().min(1).max(200),
  /** What is loaded: the page has exactly that size. */
  media: z.enum(printerMedia),
  /** Dots per inch that the paper is drawn with. */
  dots: z.int().min(72).max(1200),
  /** Every dot black or white, as a label printer has them. */
  blackOnly: z.boolean(),
  /** The paper as PDF. */
  bytes: z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array && bytes.byteLength <= LARGEST),
});
export type SystemPaper = z.infer<typeof systemPaper>;

/**
 * What became of a paper. `sent`: the system has it, which is not yet paper. `unsent`: nothing has reached the system (`unknownPrinter`: it
 * lists no such printer · `page`: the paper could not be drawn · `settings`: the system took none of it with these settings · `withdrawn`: it
 * was called back in time). `doubt`: it was handed over and what came of it nobody can tell (`silent`: no answer in time · `ended`: the window
 * that printed ended · `failed`: the system's own word).
 */
export type PaperOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'unsent'; readonly why: 'unknownPrinter' | 'page' | 'settings' | 'withdrawn'; readonly reason: string }
  | { readonly kind: 'doubt'; readonly why: 'silent' | 'ended' | 'failed'; readonly reason: string };

/** The desktop app's printing, as the station sees it and as the main process does it. */
export interface DesktopPrinting {
  readonly printers: () => Promise<readonly SystemPrinter[]>;
  readonly print: (paper: SystemPaper) => Promise<PaperOutcome>;
  /** Whether a paper was called back before any of it was handed to the system. */
  readonly withdraw: (jobId: string) => Promise<boolean>;
  /** What became of a paper that was handed over earlier, also by a life of the station before this one; null where that is not known here. */
  readonly outcome: (jobId: string) => Promise<PaperOutcome | null>;
}

/** The page that draws a paper for the system's printing; the paper lies beside it. */
const PAPER_PAGE = '/paper.html';
export const PAPER_FILE = '/paper.pdf';

export const paperPageUrl = (origin: string, { dots, blackOnly }: Pick<SystemPaper, 'dots' | 'blackOnly'>): string => `${origin}${PAPER_PAGE}?dots=${dots}&black=${blackOnly ? 1 : 0}`;

/** Under this name the page keeps the promise of what it drew. */
export const DRAWN = 'hotdockPaper';

/** What the page says when every page of the paper stands on it; sizes in millimetres, as the paper itself has them. */
export const drawnPaper = z.object({ pages: z.array(z.object({ width: z.number(), height: z.number() })).min(1) });
export type DrawnPaper = z.infer<typeof drawnPaper>;
