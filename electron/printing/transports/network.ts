import { connect, type Socket } from 'node:net';
import type { Delivery } from '../../../shared/domain/printing/job.ts';
import type { Printer } from '../../../shared/domain/printing/printer.ts';
import { SECOND } from '../../../shared/lib/time.ts';
import { message, type Message } from '../../../shared/messages/say.ts';
import type { Condition, Parcel, Transport } from './transport.ts';
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
}

const patience: Patience = { connect: 5 * SECOND, status: 1.5 * SECOND, stall: 30 * SECOND, end: 30 * SECOND };

type Address = { readonly host: string; readonly port: number };

/**
 * Raw bytes to a port, as nearly every printer takes them. A written byte proves nothing: the system keeps it for a printer that is
 * already off. What proves it is the printer's own word after the last byte: the status of a label printer, or that it ends the
 * connection which we have half closed.
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

  async deliver({ bytes }: Parcel, _note: (fault: Message | null) => void, signal: AbortSignal): Promise<Delivery> {
    const opened = await this.#open(signal);
    if ('fault' in opened) return { kind: 'waits', fault: opened.fault };
    const { line } = opened;
    try {
      const before = this.#speaksZpl ? await this.#status(line) : undefined;
      if (line.ended) return { kind: 'waits', fault: unreachable(this.#address) };
      const trouble = before && faultOf(before);
      if (trouble) return { kind: 'waits', fault: trouble };
      return await this.#send(line, bytes, before !== undefined);
    } finally {
      line.close();
    }
  }

  async condition(signal: AbortSignal): Promise<Condition> {
    const opened = await this.#open(signal);
    if ('fault' in opened) return { kind: 'trouble', fault: opened.fault };
    try {
      const status = this.#speaksZpl ? await this.#status(opened.line) : undefined;
      if (status === undefined) return { kind: 'unknown' };
      const fault = faultOf(status);
      return fault ? { kind: 'trouble', fault } : { kind: 'ready' };
    } finally {
      opened.line.close();
    }
  }

  /** A raw port has no memory. */
  arrived(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async #send(line: Line, bytes: Uint8Array, answersStatus: boolean): Promise<Delivery> {
    const written = await line.write(bytes, this.#patience.stall);
    if (written === 'stalled') return { kind: 'broken', fault: message('printing.fault.stalled', { seconds: Math.round(this.#patience.stall / SECOND) }) };
    if (written === 'ended') return { kind: 'broken', fault: message('printing.fault.broken') };
    if (answersStatus && (await this.#status(line)) !== undefined) return { kind: 'sent' };
    const end = await line.finish(this.#patience.end);
    return end === 'ended' ? { kind: 'sent' } : { kind: 'broken', fault: message(end === 'broken' ? 'printing.fault.broken' : 'printing.fault.silent') };
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
