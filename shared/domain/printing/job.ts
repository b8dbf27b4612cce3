import { SECOND, later, type Instant } from '../../lib/time.ts';
import type { Message } from '../../messages/say.ts';

/**
 * `queued` waits for its printer · `sending` is on its way · `sent` the printer has it, or has printed it where that is confirmed · `failed` a person must look ·
 * `cancelled` a person took it back.
 */
export type PrintJobState = 'queued' | 'sending' | 'sent' | 'failed' | 'cancelled';

/** More at once is a slip of the finger. */
export const MOST_COPIES = 20;

/** A paper on its way to a printer. Kept by the station; the journal tells that it was asked for. */
export interface PrintJob {
  readonly jobId: string;
  readonly printerId: string;
  readonly state: PrintJobState;
  /** Attempts that began. */
  readonly attempts: number;
  /** When a person last asked for it. */
  readonly queuedAt: Instant;
  /** When it came to its state. */
  readonly stateAt: Instant;
  /** Not before this is it tried again. */
  readonly notBefore: Instant;
  /** What the last attempt met; null once it is sent. */
  readonly fault: Message | null;
  /** Failed after bytes had left: it may have been printed. It is never sent again without a person's word. */
  readonly doubtful: boolean;
  /** Sent, and the printer (or a person) says that it is on paper. Without that it is only known to be at the printer. */
  readonly confirmed: boolean;
}

/**
 * What became of an attempt. `waits`: nothing has reached the printer, it is tried again by itself; after so many `attempts`, where nobody
 * can tell whether it is the printer or the paper, it holds up the next ones no longer. `broken`: it stopped with bytes on the way.
 * `refused`: the printer will never take it.
 */
export type Delivery =
  | { readonly kind: 'sent'; readonly confirmed: boolean }
  | { readonly kind: 'waits'; readonly fault: Message; readonly attempts?: number }
  | { readonly kind: 'broken'; readonly fault: Message }
  | { readonly kind: 'refused'; readonly fault: Message };

/** Soon enough that a label comes as somebody closes the printer's lid; seldom enough for a printer that is off all night. */
const RETRY_SECONDS = [2, 3, 5, 10, 15] as const;
const LONGEST_RETRY = 20;
/** No job is put off longer than this: one that seems to be was put off by a clock that was ahead then. */
const LONGEST_WAIT = 60 * SECOND;

/** Whether a job that is put off until `notBefore` may be tried. */
export const isDue = (notBefore: Instant, now: Instant): boolean => notBefore <= now || notBefore > now + LONGEST_WAIT;

const at = (job: PrintJob, state: PrintJobState, now: Instant, change: Partial<PrintJob> = {}): PrintJob => ({ ...job, state, stateAt: now, ...change });

/** Notes that an attempt begins. It must be kept before the first byte leaves, so that a crash leaves no doubt unseen. */
export const begun = (job: PrintJob, now: Instant): PrintJob => at(job, 'sending', now, { attempts: job.attempts + 1, doubtful: false, confirmed: false });

export function settled(job: PrintJob, delivery: Delivery, now: Instant): PrintJob {
  switch (delivery.kind) {
    case 'sent':
      return at(job, 'sent', now, { fault: null, doubtful: false, confirmed: delivery.confirmed });
    case 'waits':
      if (delivery.attempts !== undefined && job.attempts >= delivery.attempts) return at(job, 'failed', now, { fault: delivery.fault, doubtful: false });
      return at(job, 'queued', now, { fault: delivery.fault, notBefore: later(now, (RETRY_SECONDS[job.attempts - 1] ?? LONGEST_RETRY) * SECOND), doubtful: false });
    case 'broken':
      return at(job, 'failed', now, { fault: delivery.fault, doubtful: true });
    case 'refused':
      return at(job, 'failed', now, { fault: delivery.fault, doubtful: false });
  }
}

export type PersonsWord = 'cancel' | 'again' | 'printed' | 'hurry';

/**
 * What a person decides about a job; undefined where it does not apply. `again` sends a failed one anew, `printed` says that the paper is
 * there, `hurry` tries a waiting one now. One that is being sent is left alone: it has to be called back from its printer first.
 */
export function byPerson(job: PrintJob, word: PersonsWord, now: Instant): PrintJob | undefined {
  const { state } = job;
  switch (word) {
    case 'cancel':
      return state === 'queued' || state === 'failed' ? at(job, 'cancelled', now, { doubtful: false }) : undefined;
    case 'again':
      return state === 'failed' ? at(job, 'queued', now, { queuedAt: now, notBefore: now, fault: null, doubtful: false }) : undefined;
    case 'printed':
      return state === 'failed' && job.doubtful ? at(job, 'sent', now, { fault: null, doubtful: false, confirmed: true }) : undefined;
    case 'hurry':
      return state === 'queued' ? { ...job, queuedAt: now, notBefore: now } : undefined;
  }
}
