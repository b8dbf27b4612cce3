import { MessageChannelMain, utilityProcess } from 'electron';
import type { UtilityProcess, WebContents } from 'electron';
import { PORT_CHANNEL } from '../../shared/contracts/desktop-bridge.ts';
import { fromStation } from '../station/entry-contract.ts';
import type { FromStation, ToStation } from '../station/entry-contract.ts';
import { afterEnd } from './restart-policy.ts';
import { seal, unseal } from './secrets.ts';

/** Closing waits for the database; a station that hangs must not keep a computer from shutting down. */
const CLOSE_LIMIT_MS = 10_000;

export interface StationProcessOptions {
  /** The bundled entry of the station. */
  readonly entry: string;
  readonly dataDirectory: string;
  /** It stays down: `reason` is the station's own sentence, undefined when it only crashed. */
  readonly onStopped: (reason: string | undefined) => void;
  /** What the station writes for the log. */
  readonly onOutput: (text: string) => void;
}

/** Keeps the station's process running and hands each screen a line to it. */
export class StationProcess {
  readonly #options: StationProcessOptions;
  readonly #waiting = new Set<WebContents>();
  readonly #ends: number[] = [];
  #child: UtilityProcess | undefined;
  #state: 'starting' | 'ready' | 'stopped' | 'closing' = 'stopped';
  #reason: string | undefined;
  #closed: (() => void) | undefined;

  constructor(options: StationProcessOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#state === 'starting' || this.#state === 'ready' || this.#state === 'closing') return;
    this.#state = 'starting';
    this.#reason = undefined;
    const child = utilityProcess.fork(this.#options.entry, [this.#options.dataDirectory], { serviceName: 'Hotdock station', stdio: 'pipe' });
    this.#child = child;
    const forward = (chunk: Buffer): void => this.#options.onOutput(chunk.toString('utf8'));
    child.stdout?.on('data', forward);
    child.stderr?.on('data', forward);
    child.on('message', (message: unknown) => this.#hear(message));
    child.on('exit', () => this.#ended());
  }

  /** A line for this screen: now, or as soon as the station is ready. Asking wakes a station that was given up. */
  connect(page: WebContents): void {
    if (this.#state === 'stopped') {
      this.#ends.length = 0;
      this.start();
    }
    if (this.#state === 'ready') this.#handOver(page);
    else this.#waiting.add(page);
  }

  resumed(): void {
    if (this.#state === 'ready') this.#tell({ type: 'resume' });
  }

  /** Resolves when the station has closed its database and ended. */
  async close(): Promise<void> {
    const child = this.#child;
    this.#state = 'closing';
    if (!child) return;
    await new Promise<void>((resolve) => {
      const limit = setTimeout(() => {
        child.kill();
        resolve();
      }, CLOSE_LIMIT_MS);
      this.#closed = () => {
        clearTimeout(limit);
        resolve();
      };
      this.#tell({ type: 'close' });
    });
  }

  #tell(message: ToStation): void {
    this.#child?.postMessage(message);
  }

  #hear(message: unknown): void {
    const read = fromStation.safeParse(message);
    if (read.success) this.#act(read.data);
    else this.#options.onOutput('the station sent a message that is not in the contract');
  }

  #act(message: FromStation): void {
    switch (message.type) {
      case 'ready':
        if (this.#state === 'starting') this.#state = 'ready';
        for (const page of this.#waiting) this.#handOver(page);
        this.#waiting.clear();
        return;
      case 'failed':
        this.#reason = message.message;
        this.#child?.kill();
        return;
      case 'closed':
        this.#closed?.();
        return;
      case 'seal':
        void this.#answer(message.request, seal(message.text));
        return;
      case 'unseal':
        void this.#answer(message.request, unseal(message.sealed));
        return;
    }
  }

  async #answer(request: number, secret: Promise<string | null>): Promise<void> {
    this.#tell({ type: 'secret', request, value: await secret });
  }

  #handOver(page: WebContents): void {
    if (page.isDestroyed() || !this.#child) return;
    const { port1, port2 } = new MessageChannelMain();
    const window: ToStation = { type: 'window' };
    this.#child.postMessage(window, [port1]);
    page.postMessage(PORT_CHANNEL, null, [port2]);
  }

  #ended(): void {
    this.#child = undefined;
    this.#closed?.();
    if (this.#state === 'closing') return;
    this.#state = 'stopped';
    this.#ends.push(performance.now());
    const next = afterEnd(this.#ends);
    // A store that refuses to open refuses again: only a person can change that.
    if (this.#reason !== undefined || next.do === 'stop') {
      this.#waiting.clear();
      this.#options.onStopped(this.#reason);
      return;
    }
    setTimeout(() => {
      if (this.#state === 'stopped') this.start();
    }, next.afterMs);
  }
}
