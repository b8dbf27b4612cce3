import { v7 } from 'uuid';
import type { DevicesView, DeviceStatus, ScaleSettings, ScaleView, ScannerSettings, SerialPortsView } from '../../../shared/contracts/devices.ts';
import { message } from '../../../shared/messages/say.ts';
import { logger } from '../log.ts';
import { readDevices, writeDevices, type DevicesSetup } from './devices-file.ts';
import { listPorts } from './ports.ts';
import { ScanFeed } from './scan-feed.ts';
import type { SerialLine } from './serial-line.ts';
import { SerialScale } from './serial-scale.ts';
import { openSerialScanner } from './serial-scanner.ts';

interface Running {
  readonly line: SerialLine;
  status: DeviceStatus;
}

const OFF: DeviceStatus = { state: 'off', detail: null };

/** The serial devices of this machine: set up by a supervisor, opened by the process that works here (not by single commands). */
export class Devices {
  readonly feed = new ScanFeed(() => performance.now());
  readonly #folder: string;
  /** Something that `view` tells has changed. */
  readonly #onChange: () => void;
  readonly #running = new Map<string, Running>();
  #scale: SerialScale | undefined;
  /** Told when another scale, or none, is set up. */
  readonly #scaleChanged = new Set<() => void>();
  #setup: DevicesSetup;
  #started = false;
  /** Changes are made one after the other: a port must be free before it is opened anew. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(folder: string, onChange: () => void) {
    this.#folder = folder;
    this.#onChange = onChange;
    this.#setup = readDevices(folder);
  }

  start(): void {
    this.#started = true;
    for (const scanner of this.#setup.scanners) this.#open(scanner);
    this.#openScale();
  }

  view(): DevicesView {
    const { scale } = this.#setup;
    return { scale: scale && { ...scale, ...(this.#scale?.status ?? OFF) }, scanners: this.#setup.scanners.map((scanner) => ({ ...scanner, ...(this.#running.get(scanner.id)?.status ?? OFF) })) };
  }

  async ports(): Promise<SerialPortsView> {
    try {
      return { ports: await listPorts(), trouble: null };
    } catch (error) {
      logger.warn({ error: String(error) }, 'serial ports cannot be listed');
      return { ports: [], trouble: message('devices.ports.none') };
    }
  }

  /** Adds a scanner, or changes the one of this id. */
  putScanner(scanner: ScannerSettings): Promise<void> {
    const known = this.#setup.scanners.some(({ id }) => id === scanner.id);
    return this.#change(scanner.id, known ? this.#setup.scanners.map((one) => (one.id === scanner.id ? scanner : one)) : [...this.#setup.scanners, scanner]);
  }

  removeScanner(id: string): Promise<void> {
    return this.#change(id, this.#setup.scanners.filter((one) => one.id !== id));
  }

  /** Sets the scale up; null: there is none. */
  putScale(scale: ScaleSettings | null): Promise<void> {
    return this.#inTurn(async () => {
      await writeDevices(this.#folder, { ...this.#setup, scale });
      this.#setup = { ...this.#setup, scale };
      await this.#scale?.close();
      this.#scale = undefined;
      if (this.#started) this.#openScale();
      for (const changed of this.#scaleChanged) changed();
      this.#onChange();
    });
  }

  /** What the scale says, told at each change, while `signal` lasts. */
  async *weights(signal: AbortSignal | undefined): AsyncGenerator<ScaleView, void, void> {
    let wake: (() => void) | undefined;
    let stop: (() => void) | undefined;
    const changed = (): void => wake?.();
    const watch = (): void => {
      stop?.();
      stop = this.#scale?.watch(changed);
      changed();
    };
    signal?.addEventListener('abort', changed);
    this.#scaleChanged.add(watch);
    watch();
    try {
      let told = '';
      while (signal?.aborted !== true) {
        const now = this.#scale?.view() ?? { kind: 'none' };
        const text = JSON.stringify(now);
        if (text !== told) {
          told = text;
          yield now;
        } else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      signal?.removeEventListener('abort', changed);
      this.#scaleChanged.delete(watch);
      stop?.();
    }
  }

  /** Gives every port back. */
  async close(): Promise<void> {
    this.#started = false;
    await this.#turn;
    const lines = [...this.#running.values()];
    this.#running.clear();
    await Promise.all([this.#scale?.close(), ...lines.map(({ line }) => line.close())]);
    this.#scale = undefined;
  }

  #change(id: string, scanners: readonly ScannerSettings[]): Promise<void> {
    return this.#inTurn(async () => {
      await writeDevices(this.#folder, { ...this.#setup, scanners: [...scanners] });
      this.#setup = { ...this.#setup, scanners: [...scanners] };
      await this.#running.get(id)?.line.close();
      this.#running.delete(id);
      const now = scanners.find((scanner) => scanner.id === id);
      if (now && this.#started) this.#open(now);
      this.#onChange();
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const made = this.#turn.then(work);
    this.#turn = made.catch(() => undefined);
    return made;
  }

  #openScale(): void {
    const { scale } = this.#setup;
    if (scale) this.#scale = new SerialScale(scale, this.#onChange);
  }

  #open(scanner: ScannerSettings): void {
    const running: Running = {
      status: OFF,
      line: openSerialScanner(scanner, {
        onScan: (text, incomplete) => this.feed.give({ scanId: v7(), device: scanner.name, text, incomplete }),
        onState: (state, detail) => {
          if (state === running.status.state && detail === running.status.detail) return;
          running.status = { state, detail };
          this.#onChange();
        },
      }),
    };
    this.#running.set(scanner.id, running);
  }
}
