import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A device on a real pseudo terminal of the system, by socat: what is `said` is read by whoever opens `path`. */
export class PseudoTerminal {
  readonly path: string;
  #socat: ChildProcess | undefined;
  #heard = '';

  constructor(path: string) {
    this.path = path;
  }

  /** Resolves when the port is there. */
  async plugIn(): Promise<void> {
    const socat = spawn('socat', [`pty,raw,echo=0,link=${this.path}`, '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#socat = socat;
    socat.stdout.on('data', (bytes: Buffer) => (this.#heard += bytes.toString('latin1')));
    socat.stdin.on('error', () => undefined);
    while (!existsSync(this.path)) {
      if (socat.exitCode !== null) throw new Error('socat ended without a pseudo terminal');
      await pause(5);
    }
  }

  /** The port is gone when it resolves. */
  async pullOut(): Promise<void> {
    const socat = this.#socat;
    this.#socat = undefined;
    if (!socat || socat.exitCode !== null || socat.signalCode !== null) return;
    const gone = once(socat, 'exit');
    socat.kill('SIGTERM');
    await gone;
  }

  say(text: string): void {
    this.#socat?.stdin?.write(text, 'latin1');
  }

  /** What was written to the device so far. */
  get heard(): string {
    return this.#heard;
  }
}
