import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { programFile } from '../../support/program-file.ts';

const root = resolve(import.meta.dirname, '../../..');

/** One of the product's own programs as a process that may be killed at any time. Whoever starts it ends it. */
export class Child {
  readonly #process: ChildProcess;
  readonly #exit: Promise<number | null>;
  readonly #name: string;
  #expected = false;
  #ended = false;
  readonly #errors: string[] = [];
  #lastWords: string[] = [];

  /** `program` is a file of the build. */
  constructor(name: string, program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.#name = name;
    this.#process = spawn(process.execPath, [programFile(program), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C', HOTDOCK_LOG: 'warn', ...env } });
    const abandoned = (): boolean => this.#process.kill('SIGKILL');
    process.once('exit', abandoned);
    this.#exit = new Promise((settle) => {
      // Its last words come before this, and after its exit.
      this.#process.once('close', (code: number | null) => {
        process.off('exit', abandoned);
        this.#ended = true;
        if (!this.#expected) this.#errors.push(`${name} ended by itself with ${String(code)}: ${this.#lastWords.join('\n')}`);
        settle(code);
      });
    });
    if (this.#process.stderr) createInterface({ input: this.#process.stderr }).on('line', (line) => this.#hear(line));
  }

  /** False from the moment it is told to end. */
  get running(): boolean {
    return !this.#ended && !this.#expected;
  }

  /** What it did wrong so far: it ended unasked, or wrote of a fault into its log. */
  get errors(): readonly string[] {
    return this.#errors;
  }

  /** Resolves with what it has said on standard output as soon as that is one JSON document. */
  firstWords<Document extends object>(): Promise<Document> {
    return new Promise((settle, reject) => {
      let words = '';
      void this.#exit.then((code) => reject(new Error(`${this.#name} ended with ${String(code)} before it had begun: ${this.#lastWords.join('\n')}`)));
      this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => {
        words += text;
        if (!words.trimEnd().endsWith('}')) return;
        const said = JSON.parse(words) as Document & { readonly error?: unknown };
        if (said.error === undefined) settle(said);
        else this.#lastWords.push(words);
      });
    });
  }

  /** Ends it at once, without a word to it. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks it to end and answers how it did. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  #end(signal: NodeJS.Signals): Promise<number | null> {
    this.#expected = true;
    this.#process.kill(signal);
    return this.#exit;
  }

  /** The log is JSON a line; notes to people stand between. */
  #hear(line: string): void {
    if (levelOf(line) >= ERROR) this.#errors.push(`${this.#name}: ${line}`);
    else this.#lastWords = [...this.#lastWords, line].slice(-30);
  }
}

/** Pino's number for it. */
const ERROR = 50;

function levelOf(line: string): number {
  try {
    return (JSON.parse(line) as { level: number }).level;
  } catch {
    return 0;
  }
}
