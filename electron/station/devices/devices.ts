import { v7 } from 'uuid';
import type { DevicesView, DeviceStatus, ScannerSettings, SerialPortsView } from '../../../shared/contracts/devices.ts';
import { message } from '../../../shared/messages/say.ts';
import { logger } from '../log.ts';
import { readDevices, writeDevices, type DevicesSetup } from './devices-file.ts';
import { listPorts } from './ports.ts';
import { ScanFeed } from './scan-feed.ts';
import type { SerialLine } from './serial-line.ts';
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
  }

  view(): DevicesView {
    return { scanners: this.#setup.scanners.map((scanner) => ({ ...scanner, ...(this.#running.get(scanner.id)?.status ?? OFF) })) };
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

  /** Gives every port back. */
  async close(): Promise<void> {
    this.#started = false;
    await this.#turn;
    const lines = [...this.#running.values()];
    this.#running.clear();
    await Promise.all(lines.map(({ line }) => line.close()));
  }

  #change(id: string, scanners: readonly ScannerSettings[]): Promise<void> {
    const made = this.#turn.then(async () => {
      await writeDevices(this.#folder, { ...this.#setup, scanners: [...scanners] });
      this.#setup = { ...this.#setup, scanners: [...scanners] };
      await this.#running.get(id)?.line.close();
      this.#running.delete(id);
      const now = scanners.find((scanner) => scanner.id === id);
      if (now && this.#started) this.#open(now);
      this.#onChange();
    });
    this.#turn = made.catch(() => undefined);
    return made;
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
