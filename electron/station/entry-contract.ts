import { z } from 'zod';

/**
 * What the desktop's main process and the station's utility process say to each other. Screens do not speak here:
 * each has a port of its own, handed over with `connect`, and talks the station API on it.
 */
export type ToStation =
  /** First message: where the data is. Answered by `ready` or `cannot-open`. */
  | { readonly kind: 'open'; readonly dataDirectory: string; readonly version: string }
  /** Carries one MessagePort for one screen. */
  | { readonly kind: 'connect' }
  /** The computer woke up: sockets are dead though they look open, timers are late. */
  | { readonly kind: 'resumed' }
  /** Finish what is under way, close the database, answer `closed`, exit. */
  | { readonly kind: 'close' }
  /** The answer to `seal` or `unseal`; null when the system has no safe place for secrets or cannot read it back. */
  | { readonly kind: 'secret'; readonly request: number; readonly value: string | null };

export const fromStation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** `message` is a sentence for the person at the screen. The station ends after it. */
  z.object({ kind: z.literal('cannot-open'), message: z.string().max(2_000) }),
  z.object({ kind: z.literal('closed') }),
  /** A secret to be encrypted by the operating system for this person on this machine; answered in base64. */
  z.object({ kind: z.literal('seal'), request: z.int().nonnegative(), text: z.string().max(65_536) }),
  /** The way back: base64 as `seal` answered. */
  z.object({ kind: z.literal('unseal'), request: z.int().nonnegative(), sealed: z.base64().max(131_072) }),
]);

export type FromStation = z.infer<typeof fromStation>;
