import type { Delivery } from '../../../shared/domain/printing/job.ts';
import type { PrinterMedia } from '../../../shared/domain/printing/printer.ts';
import type { Message } from '../../../shared/messages/say.ts';

/** Where nobody can tell whether printer or paper is to blame: a minute and a quarter of attempts, for a printer that is shared anew or a driver that starts. */
export const MOST_ATTEMPTS = 8;

/** A paper as it goes out. */
export interface Parcel {
  /** Unique in this station's life: a printer with a memory can be asked by it. */
  readonly jobId: string;
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly language: 'pdf' | 'zpl';
  readonly media: PrinterMedia;
}

/** How a printer is: `unknown` where it has no way of telling. */
export type Condition = { readonly kind: 'ready' } | { readonly kind: 'unknown' } | { readonly kind: 'trouble'; readonly fault: Message };

/** `back`: nothing of it came out and nothing will · `printed`: it is out · `unknown`: some of it may be out, or may still come. */
export type TakenBack = 'back' | 'printed' | 'unknown';

/** One way to a printer. Nothing here throws for what printers do: that is a delivery or a condition. */
export interface Transport {
  /** `note` hears of what holds up a paper that the printer has already (out of paper); null when that is over. */
  deliver(parcel: Parcel, note: (fault: Message | null) => void, signal: AbortSignal): Promise<Delivery>;
  condition(signal: AbortSignal): Promise<Condition>;
  /** Takes a paper back that the printer holds, as far as it can. */
  takeBack(jobId: string, signal: AbortSignal): Promise<TakenBack>;
  /** Whether a paper whose delivery was cut off is at the printer; undefined where nobody can tell. */
  arrived(jobId: string, signal: AbortSignal): Promise<boolean | undefined>;
}
