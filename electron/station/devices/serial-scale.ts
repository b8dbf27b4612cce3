import type { DeviceStatus, ScaleSettings, ScaleView } from '../../../shared/contracts/devices.ts';
import { LineReader, scaleDrivers, type ScaleReading } from '../../../shared/lib/scale/protocols.ts';
import { SerialLine } from './serial-line.ts';

/** How often a scale that must be asked is asked, while somebody looks. */
const ASK_MS = 250;
/** A reading older than this says nothing of what stands on the scale now. */
const STALE_MS = 2_000;

const OFF: DeviceStatus = { state: 'off', detail: null };

/** A scale on a serial port, read while somebody looks. */
export class SerialScale {
  readonly line: SerialLine;
  status: DeviceStatus = OFF;
  readonly #onChange: () => void;
  readonly #watchers = new Set<() => void>();
  readonly #ask: string | null;
  #reading: { readonly said: ScaleReading; readonly at: number } | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor({ protocol, ...settings }: ScaleSettings, onChange: () => void) {
    const { ask, read } = scaleDrivers[protocol];
    const lines = new LineReader();
    this.#ask = ask;
    this.#onChange = onChange;
    this.line = new SerialLine(settings, {
      onText: (text) => {
        for (const line of lines.take(text)) this.#take(read(line));
      },
      onState: (state, detail) => {
        lines.clear();
        this.#reading = undefined;
        if (state === this.status.state && detail === this.status.detail) return;
        this.status = { state, detail };
        this.#onChange();
        this.#tell();
      },
    });
  }

  /** What the scale says now. */
  view(): ScaleView {
    if (this.status.state !== 'connected') return { kind: this.status.state };
    const fresh = this.#reading !== undefined && performance.now() - this.#reading.at < STALE_MS;
    return this.#reading && fresh ? this.#reading.said : { kind: 'silent' };
  }

  /** Calls `changed` whenever `view` may say something else; returns how to stop. */
  watch(changed: () => void): () => void {
    this.#watchers.add(changed);
    this.#timer ??= setInterval(() => {
      if (this.#ask !== null) this.line.write(this.#ask);
      this.#tell();
    }, ASK_MS);
    return () => {
      this.#watchers.delete(changed);
      if (this.#watchers.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.line.close();
    this.status = OFF;
    this.#tell();
  }

  #take(said: ScaleReading | undefined): void {
    if (said === undefined) return;
    this.#reading = { said, at: performance.now() };
    this.#tell();
  }

  #tell(): void {
    for (const changed of this.#watchers) changed();
  }
}
