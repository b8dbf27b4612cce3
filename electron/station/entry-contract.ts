import { z } from 'zod';
import { systemPaper, type PaperOutcome, type SystemPrinter } from '../../shared/contracts/desktop-printing.ts';

/**
 * What the desktop's main process and the station's utility process say to each other. The data folder is the
 * station's first argument. Screens do not speak here: each has a port of its own and talks the station API on it.
 */
export type ToStation =
  /** Carries one MessagePort for one screen. */
  | { readonly type: 'window' }
  /** The computer woke up: sockets are dead though they look open, timers are late. */
  | { readonly type: 'resume' }
  /** Finish what is under way, close the database, answer `closed`. */
  | { readonly type: 'close' }
  /** The answer to `seal` or `unseal`; null when the system has no safe place for secrets or cannot read it back. */
  | { readonly type: 'secret'; readonly request: number; readonly value: string | null }
  /** The answers to what is asked of the desktop's printing, in the words of `DesktopPrinting`. */
  | { readonly type: 'printers'; readonly request: number; readonly printers: readonly SystemPrinter[] }
  | { readonly type: 'outcome'; readonly request: number; readonly outcome: PaperOutcome | null }
  | { readonly type: 'withdrawn'; readonly request: number; readonly withdrawn: boolean };

export const fromStation = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** The store cannot be opened, and would not be on a second try. `message` is for the person at the screen. */
  z.object({ type: z.literal('failed'), reason: z.string().max(100), message: z.string().max(2_000) }),
  z.object({ type: z.literal('closed') }),
  /** A secret to be encrypted by the operating system for this person on this machine; answered in base64. */
  z.object({ type: z.literal('seal'), request: z.int().nonnegative(), text: z.string().max(65_536) }),
  /** The way back: base64 as `seal` answered. */
  z.object({ type: z.literal('unseal'), request: z.int().nonnegative(), sealed: z.base64().max(131_072) }),
  /** The system's printers; answered by `printers`. */
  z.object({ type: z.literal('list-printers'), request: z.int().nonnegative() }),
  /** A paper to print; answered by `outcome` when it is known. */
  z.object({ type: z.literal('print'), request: z.int().nonnegative(), paper: systemPaper }),
  /** What became of a paper; answered by `outcome`. */
  z.object({ type: z.literal('ask-outcome'), request: z.int().nonnegative(), jobId: z.string().max(100) }),
  /** To be called back; answered by `withdrawn`. */
  z.object({ type: z.literal('withdraw'), request: z.int().nonnegative(), jobId: z.string().max(100) }),
]);

export type FromStation = z.infer<typeof fromStation>;
