import { connect, type Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import type { Delivery } from '../../../shared/domain/printing/job.ts';
import type { Printer } from '../../../shared/domain/printing/printer.ts';
import { SECOND } from '../../../shared/lib/time.ts';
import { message, type Message } from '../../../shared/messages/say.ts';
import type { Condition, Parcel, TakenBack, Transport } from './transport.ts';
import { faultOf, readZebraStatus, type ZebraStatus } from './zebra-status.ts';

/** How long a printer may take, in milliseconds. */
export interface Patience {
  /** To accept the connection. */
  readonly connect: number;
  /** To answer ~HS. Zebra's print servers answer in tens of milliseconds; those that never do cost this once a job. */
  readonly status: number;
  /** To take more data, once its buffer is full. */
  readonly stall: number;
  /** To confirm the end, after everything was taken. */
  readonly end: number;
  /** Between two looks at a label printer that is still printing what it has. */
  readonly look: number;
  /** No printer that was switched off answers again sooner; one whose only line another station holds often does. */
  readonly restart: number;
  /** Without an answer for so long, after it had everything, it is off, and its memory with it. */
  readonly away: number;
}

const patience: Patience = { connect: 5 * SECOND, status: 1.5 * SECOND, stall: 30 * SECOND, end: 30 * SECOND, look: 0.25 * SECOND, restart: 8 * SECOND, away: 30 * SECOND };

/** So many looks at a printer that lacks nothing and is not done: one that counts otherwise, or holds the label until somebody takes it. */
const BUSY_LOOKS = 20;
/** One that waits for a person is looked at more seldom. */
const HELD_PAUSE = 8;

type Address = { readonly host: string; readonly port: number };

/**
 * Raw bytes to a port, as nearly every printer takes them. A written byte proves nothing: the system keeps it for a printer that is
 * already off. What proves it is the printer's own word after the last byte: a label printer's status, which also tells whether the label
 * came out, or that it ends the connection which we have half closed.
 */
export class NetworkTransport implements Transport {
  readonly #address: Address;
  readonly #speaksZpl: boolean;
  readonly #patience: Patience;

  constructor({ host, port }: Address, language: Printer['language'], waits: Patience = patience) {
    this.#address = { host, port };
    this.#speaksZpl = language === 'zpl';
    this.#patience = waits;
  }

  async deliver({ bytes }: Parcel, note: (fault: Message | null) => void, signal: AbortSignal): Promise<Delivery> {
    const opened = await this.#open(signal);
    if ('fault' in opened) return { kind: 'waits', fault: opened.fault };
    const { line } = opened;
    try {
      const before = this.#speaksZpl ? await this.#status(line) : undefined;
      if (line.ended) return { kind: 'waits', fault: unreachable(this.#address) };
      const trouble = before && faultOf(before);
      if (trouble) return { kind: 'waits', fault: trouble };
      const sent = await this.#send(line, bytes, before !== undefined);
      if ('kind' in sent) return sent;
      // Others may want the port while this one waits for its label.
      line.close();
      return await this.#follow(sent, note, signal);
    } finally {
      line.close();
    }
  }

  async condition(signal: AbortSignal): Promise<Condition> {
    const asked = await this.#ask(signal);
    if ('fault' in asked) return { kind: 'trouble', fault: asked.fault };
    if (asked.status === undefined) return { kind: 'unknown' };
    const fault = faultOf(asked.status);
    return fault ? { kind: 'trouble', fault } : { kind: 'ready' };
  }

  /** Bytes in a printer's memory cannot be told from those of others. */
  takeBack(): Promise<TakenBack> {
    return Promise.resolve('unknown');
  }

  /** A raw port has no memory. */
  arrived(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  /** What became of it, or the status of a printer that has all of it and may still have to print it. */
  async #send(line: Line, bytes: Uint8Array, answersStatus: boolean): Promise<Delivery | ZebraStatus> {
    const written = await line.write(bytes, this.#patience.stall);
    if (written === 'stalled') return { kind: 'broken', fault: message('printing.fault.stalled', { seconds: Math.round(this.#patience.stall / SECOND) }) };
    if (written === 'ended') return { kind: 'broken', fault: message('printing.fault.broken') };
    const status = answersStatus ? await this.#status(line) : undefined;
    if (status !== undefined) return status;
    const end = await line.finish(this.#patience.end);
    return end === 'ended' ? { kind: 'sent', confirmed: false } : { kind: 'broken', fault: message(end === 'broken' ? 'printing.fault.broken' : 'printing.fault.silent') };
  }

  /**
   * Until the label is out: what the printer lacks meanwhile is told, and it goes on by itself. Many print servers take one connection at a
   * time, so a look that is refused or not answered tells nothing yet: another station may hold the line.
   */
  async #follow(first: ZebraStatus, note: (fault: Message | null) => void, signal: AbortSignal): Promise<Delivery> {
    const silent: Delivery = { kind: 'broken', fault: message('printing.fault.silent') };
    const { look, restart, away } = this.#patience;
    let status: ZebraStatus | undefined = first;
    let [busy, answeredAt, lacked, maybeRestarted] = [0, performance.now(), false, false];
    while (!signal.aborted) {
      const fault: Message | null = status === undefined ? null : faultOf(status);
      const quiet = performance.now() - answeredAt;
      if (status === undefined) {
        if (quiet >= away) return silent;
      } else {
        maybeRestarted ||= quiet >= restart;
        answeredAt = performance.now();
        note(fault);
        // One that was switched off before it could print has forgotten what it had to print.
        if (fault === null && maybeRestarted) return lacked ? silent : { kind: 'sent', confirmed: false };
        if (fault === null && !status.busy) return { kind: 'sent', confirmed: true };
        if (fault === null && (busy += 1) >= BUSY_LOOKS) return { kind: 'sent', confirmed: false };
        lacked = fault !== null;
      }
      await after(look * (fault === null ? 1 : HELD_PAUSE), undefined, { signal }).catch(() => undefined);
      const asked = await this.#ask(signal);
      status = 'fault' in asked ? undefined : asked.status;
    }
    return silent;
  }

  /** A label printer's status on a connection of its own; no status from one that tells none. */
  async #ask(signal: AbortSignal): Promise<{ readonly status: ZebraStatus | undefined } | { readonly fault: Message }> {
    // A signal of its own: a connection's listener on it must not outlive the connection.
    const opened = await this.#open(AbortSignal.any([signal]));
    if ('fault' in opened) return opened;
    try {
      return { status: this.#speaksZpl ? await this.#status(opened.line) : undefined };
    } finally {
      opened.line.close();
    }
  }

  async #status(line: Line): Promise<ZebraStatus | undefined> {
    line.forget();
    await line.write(Buffer.from('~HS\r\n'), this.#patience.status);
    return line.hear(readZebraStatus, this.#patience.status);
  }

  #open(signal: AbortSignal): Promise<{ readonly line: Line } | { readonly fault: Message }> {
    return new Promise((resolve) => {
      const socket = connect({ ...this.#address, signal });
      const fail = (fault: Message): void => {
        socket.destroy();
        resolve({ fault });
      };
      socket.setTimeout(this.#patience.connect, () => fail(unreachable(this.#address)));
      socket.once('error', (error) => fail(connectionFault(error, this.#address)));
      socket.once('connect', () => {
        socket.setTimeout(0);
        socket.removeAllListeners('error');
        resolve({ line: new Line(socket) });
      });
    });
  }
}

const nameOf = ({ host, port }: Address): string => `${host}:${port}`;

const unreachable = (address: Address): Message => message('printing.fault.unreachable', { address: nameOf(address) });

function connectionFault(error: NodeJS.ErrnoException, address: Address): Message {
  if (error.code === 'ECONNREFUSED') return message('printing.fault.refused', { address: nameOf(address) });
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') return message('printing.fault.unknownHost', { address: address.host });
  return unreachable(address);
}

/** One connection, with what was said on it so far. */
class Line {
  readonly #socket: Socket;
  readonly #listeners = new Set<() => void>();
  #said = '';
  #ended = false;
  #broken = false;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      // What a printer says is short; a hostile one must not fill the memory.
      this.#said = (this.#said + chunk.toString('latin1')).slice(-4096);
      this.#tell();
    });
    socket.on('error', () => {
      this.#broken = true;
      this.#ended = true;
      this.#tell();
    });
    socket.on('end', () => {
      this.#ended = true;
      this.#tell();
    });
    socket.on('close', () => {
      this.#ended = true;
      this.#tell();
    });
  }

  /** The other side has ended the connection, in order or not. */
  get ended(): boolean {
    return this.#ended;
  }

  forget(): void {
    this.#said = '';
  }

  /** Resolves when the system has taken all of it: `stalled` when nothing moved for so long, `ended` when nobody is there any more. */
  write(bytes: Uint8Array, stall: number): Promise<'written' | 'stalled' | 'ended'> {
    return new Promise((resolve) => {
      if (this.#ended) return resolve('ended');
      let taken = this.#socket.bytesWritten - this.#socket.writableLength;
      const watch = setInterval(() => {
        const now = this.#socket.bytesWritten - this.#socket.writableLength;
        if (now === taken) settle('stalled');
        taken = now;
      }, stall);
      const onEnd = (): void => {
        if (this.#ended) settle('ended');
      };
      const settle = (result: 'written' | 'stalled' | 'ended'): void => {
        clearInterval(watch);
        this.#listeners.delete(onEnd);
        resolve(result);
      };
      this.#listeners.add(onEnd);
      this.#socket.write(bytes, (error) => settle(error ? 'ended' : 'written'));
    });
  }

  /** What `read` finds in what was said; undefined when it found nothing in time or the line ended. */
  hear<Found>(read: (text: string) => Found | undefined, wait: number): Promise<Found | undefined> {
    return this.#until(wait, () => {
      const found = read(this.#said);
      return found !== undefined || this.#ended ? { found } : undefined;
    }).then((result) => result?.found);
  }

  /** Half closes and waits for the other side to do the same: it has then read everything. */
  async finish(wait: number): Promise<'ended' | 'broken' | 'silent'> {
    this.#socket.end();
    return (await this.#until(wait, () => (this.#broken ? 'broken' : this.#ended ? 'ended' : undefined))) ?? 'silent';
  }

  close(): void {
    this.#socket.destroy();
    this.#listeners.clear();
  }

  #until<Result>(wait: number, look: () => Result | undefined): Promise<Result | undefined> {
    return new Promise((resolve) => {
      const settle = (result: Result | undefined): void => {
        clearTimeout(timer);
        this.#listeners.delete(listen);
        resolve(result);
      };
      const listen = (): void => {
        const result = look();
        if (result !== undefined) settle(result);
      };
      const timer = setTimeout(() => settle(undefined), wait);
      this.#listeners.add(listen);
      listen();
    });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
