import { MessageChannelMain, utilityProcess } from 'electron';
import type { UtilityProcess, WebContents } from 'electron';
import { PORT_CHANNEL } from '../../shared/contracts/desktop-bridge.ts';
import type { DesktopPrinting } from '../../shared/contracts/desktop-printing.ts';
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
  readonly printing: DesktopPrinting;
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
    child.on('message', (message: unknown) => this.#hear(child, message));
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

  #hear(child: UtilityProcess, message: unknown): void {
    const read = fromStation.safeParse(message);
    if (read.success) this.#act(child, read.data);
    else this.#options.onOutput('the station sent a message that is not in the contract');
  }

  #act(child: UtilityProcess, message: FromStation): void {
    const { printing } = this.#options;
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
        void this.#answer(child, seal(message.text).then((value) => ({ type: 'secret', request: message.request, value })));
        return;
      case 'unseal':
        void this.#answer(child, unseal(message.sealed).then((value) => ({ type: 'secret', request: message.request, value })));
        return;
      case 'list-printers':
        // What cannot be listed has no printers: the person at the settings sees none.
        void this.#answer(child, printing.printers().catch(() => []).then((printers) => ({ type: 'printers', request: message.request, printers })));
        return;
      case 'print':
        void this.#answer(child, printing.print(message.paper).then((outcome) => ({ type: 'outcome', request: message.request, outcome })));
        return;
      case 'ask-outcome':
        void this.#answer(child, printing.outcome(message.jobId).then((outcome) => ({ type: 'outcome', request: message.request, outcome })));
        return;
      case 'withdraw':
        void this.#answer(child, printing.withdraw(message.jobId).then((withdrawn) => ({ type: 'withdrawn', request: message.request, withdrawn })));
        return;
    }
  }

  /** Each life of the station counts its questions from one: an answer goes to the one that asked, or to nobody. */
  async #answer(child: UtilityProcess, answer: Promise<ToStation>): Promise<void> {
    const message = await answer;
    if (this.#child === child) child.postMessage(message);
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
