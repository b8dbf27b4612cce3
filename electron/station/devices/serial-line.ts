import type { DeviceState, SerialSettings } from '../../../shared/contracts/devices.ts';
import { listPorts, openPort, pathNow, type OpenPort } from './ports.ts';

export interface LineListeners {
  readonly onText: (text: string) => void;
  /** Told at each change. Whatever was half received is the old line's. */
  readonly onState: (state: DeviceState, detail: string | null) => void;
}

/** How often a port that is not there is looked for. */
const AGAIN_MS = 1_000;

/** A serial port that is kept open: pulled out and plugged in again, it goes on by itself. */
export class SerialLine {
  readonly #settings: SerialSettings;
  readonly #listeners: LineListeners;
  #port: OpenPort | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  #opening: Promise<void>;

  constructor(settings: SerialSettings, listeners: LineListeners) {
    this.#settings = settings;
    this.#listeners = listeners;
    this.#opening = this.#open();
  }

  /** Nothing is written while the port is away. */
  write(text: string): void {
    this.#port?.write(text);
  }

  /** The port is free for others when it resolves. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#opening;
    await this.#port?.close();
    this.#port = undefined;
  }

  async #open(): Promise<void> {
    try {
      const port = await openPort({ ...this.#settings, path: await this.#whereNow() }, {
        onText: (text) => this.#listeners.onText(text),
        onLost: (detail) => this.#lost('missing', detail),
      });
      this.#port = port;
      if (!this.#closed) this.#listeners.onState('connected', null);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.#lost(NOT_THERE.test(detail) ? 'missing' : 'refused', detail);
    }
  }

  async #whereNow(): Promise<string> {
    const { path, usb } = this.#settings;
    if (usb === null) return path;
    // Where the system lists no ports, the path it had is the best that is known.
    return pathNow(this.#settings, await listPorts().catch(() => []));
  }

  #lost(state: 'missing' | 'refused', detail: string): void {
    this.#port = undefined;
    if (this.#closed) return;
    this.#listeners.onState(state, detail);
    this.#timer = setTimeout(() => {
      this.#opening = this.#open();
    }, AGAIN_MS);
  }
}

/** What Linux and macOS, and what Windows say of a port that is not there. */
const NOT_THERE = /no such file|file not found|no such device|unknown error code 31/i;
