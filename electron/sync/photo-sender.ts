import { SECOND } from '../../shared/lib/time.ts';
import { backoff } from './backoff.ts';
import type { DriverTime } from './driver.ts';
import type { Failure } from './events.ts';
import { isFinal } from './failures.ts';
import { isEmpty } from './port.ts';
import type { SyncState } from './state.ts';
import type { Transport } from './transport.ts';

/** What sending photos needs of a station's store. */
export interface PhotoJournal {
  next(epoch: string): string | undefined;
  bytes(sha256: string): Uint8Array | undefined;
  /** Durable when it returns. */
  markSent(sha256: string, epoch: string): void;
  pass(sha256: string): void;
}

export interface PhotoSenderOptions {
  readonly photos: PhotoJournal;
  readonly transport: Pick<Transport, 'putBlob'>;
  readonly time: DriverTime;
  readonly random: () => number;
  /** One more photo is at central. */
  readonly onSent: () => void;
  /** For the log. */
  readonly onFault: (fault: unknown, what: string) => void;
}

/** After a failure a photo waits longer than an operation would: nobody waits for it. */
const SLOWER = 10 * SECOND;

/**
 * Sends photos to central when there is nothing else to send: one at a time, and none is begun while an operation waits. What is under way is
 * a megabyte at most and goes on. A photo is sent whole; interrupted, it and those after it are sent when the line is back.
 */
export class PhotoSender {
  readonly #options: PhotoSenderOptions;
  readonly #stopping = new AbortController();
  #state: SyncState | undefined;
  #sending: Promise<void> | undefined;
  #failures = 0;
  #waits: (() => void) | undefined;

  constructor(options: PhotoSenderOptions) {
    this.#options = options;
  }

  /** How sync stands now, after every step of it. */
  look(state: SyncState): void {
    this.#state = state;
    if (!this.#waits) this.#goOn();
  }

  /** Ends what is under way; afterwards neither the store nor the line is touched. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#waits?.();
    this.#waits = undefined;
    await this.#sending;
  }

  #goOn(): void {
    if (this.#sending || this.#stopping.signal.aborted || !this.#state || !isIdle(this.#state)) return;
    const { epoch } = this.#state.cursor;
    const sha256 = epoch === null ? undefined : this.#options.photos.next(epoch);
    if (epoch === null || sha256 === undefined) return;
    this.#sending = this.#options.time.nextTurn()
      .then(() => (this.#stopping.signal.aborted ? undefined : this.#send(sha256, epoch)))
      .catch((error: unknown) => {
        this.#options.onFault(error, 'photo');
        this.#wait();
      })
      .finally(() => {
        this.#sending = undefined;
        if (!this.#waits) this.#goOn();
      });
  }

  async #send(sha256: string, epoch: string): Promise<void> {
    const { photos, transport, onSent, onFault } = this.#options;
    const bytes = photos.bytes(sha256);
    if (!bytes) return photos.pass(sha256);
    const answer = await transport.putBlob(sha256, bytes, this.#stopping.signal);
    if (this.#stopping.signal.aborted) return;
    if (answer.ok) {
      this.#failures = 0;
      photos.markSent(sha256, epoch);
      onSent();
    } else if (isFinal(answer.failure)) {
      onFault(answer.failure, `photo ${sha256}`);
      photos.pass(sha256);
    } else this.#tryLater(answer.failure);
  }

  #tryLater(failure: Failure): void {
    this.#options.onFault(failure, 'a photo has to wait');
    this.#wait();
  }

  #wait(): void {
    this.#failures += 1;
    const inMs = SLOWER + backoff(this.#failures, this.#options.random());
    this.#waits = this.#options.time.after(inMs, () => {
      this.#waits = undefined;
      this.#goOn();
    });
  }
}

/** Nothing waits in either direction, and central is there and may be told. */
const isIdle = ({ running, rights, settling, otherLife, copy, tokenUntil, backlog, held, applying, push, pull }: SyncState): boolean =>
  running && rights === 'full' && !settling && otherLife === null && copy === null && tokenUntil !== null && isEmpty(backlog)
  && held === null && !applying && push.request === null && push.failures === 0 && pull.failures === 0;
