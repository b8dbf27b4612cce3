import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { Contract, RefusalData } from '../../../shared/contracts/api.ts';
import { Child } from './child.ts';

export type StationClient = ContractRouterClient<Contract>;

/** What came of a call. `lost`: no answer, so nobody knows whether it happened. */
export type Outcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'lost' };

/** Which station is run. */
export interface Release {
  /** A file below the build's folder. */
  readonly program: string;
  readonly env: NodeJS.ProcessEnv;
}

const BUILT: Release = { program: 'station/cli.mjs', env: {} };

/** A station in a process of its own, as `hotdock serve` runs it, on a folder that outlives it. */
export class StationProcess {
  readonly name: string;
  readonly data: string;
  readonly #release: Release;
  readonly #faults: string[] = [];
  /** Lines to the process that runs now, by whose they are. */
  #clients = new Map<string, Promise<StationClient>>();
  #child: Child | undefined;
  #ready = false;
  /** Counts its ends: a call that was under way at one is nobody's fault. */
  #life = 0;

  constructor(name: string, data: string, release: Release = BUILT) {
    this.name = name;
    this.data = data;
    this.#release = release;
  }

  /** True while it answers. */
  get up(): boolean {
    return this.#ready && this.running;
  }

  get running(): boolean {
    return this.#child?.running === true;
  }

  /** Everything that went wrong in any of its lives. */
  get faults(): readonly string[] {
    return [...this.#faults, ...(this.#child?.errors ?? [])];
  }

  async begin(): Promise<void> {
    const child = new Child(this.name, this.#release.program, ['--data', this.data, 'serve', '--port', '0', '--json'], this.#release.env);
    this.#child = child;
    await child.firstWords();
    this.#clients = new Map();
    this.#ready = true;
  }

  kill(): Promise<void> {
    return this.#end((child) => child.kill());
  }

  stop(): Promise<number | null> {
    return this.#end((child) => child.stop());
  }

  /** Asks it something as a person, by name; undefined is whoever holds the folder. */
  async call<Result>(as: string | undefined, ask: (client: StationClient) => Promise<Result>): Promise<Outcome<Result>> {
    if (!this.up) return { kind: 'lost' };
    const life = this.#life;
    try {
      return { kind: 'done', result: await ask(await this.#client(as ?? '')) };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal !== undefined) return { kind: 'refused', code: refusal };
      // A killed process answers nothing; one that lives and fails a call is at fault.
      if (life === this.#life) this.#faults.push(`${this.name} failed a call: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
      return { kind: 'lost' };
    }
  }

  /** Asks what must be answered. */
  async ask<Result>(as: string | undefined, question: (client: StationClient) => Promise<Result>): Promise<Result> {
    const outcome = await this.call(as, question);
    if (outcome.kind === 'done') return outcome.result;
    throw new Error(`${this.name} did not answer: ${JSON.stringify(outcome)} ${this.faults.join('\n')}`);
  }

  async #end<Result>(how: (child: Child) => Promise<Result>): Promise<Result> {
    const child = this.#child;
    if (!child) throw new Error(`${this.name} does not run`);
    this.#ready = false;
    this.#life += 1;
    const result = await how(child);
    this.#faults.push(...child.errors);
    this.#child = undefined;
    return result;
  }

  #client(as: string): Promise<StationClient> {
    const known = this.#clients.get(as) ?? connect(this.data, as);
    this.#clients.set(as, known);
    return known;
  }
}

async function connect(data: string, as: string): Promise<StationClient> {
  const { port, token } = JSON.parse(readFileSync(join(data, 'station.json'), 'utf8')) as { readonly port: number; readonly token: string };
  const headers = { authorization: `Bearer ${token}`, 'x-hotdock-as': encodeURIComponent(as) };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api`, { headers, maxPayload: 256 * 1024 * 1024 });
  await once(socket, 'open');
  // A station that is killed breaks its line; the calls under way say so.
  socket.on('error', () => undefined);
  return createORPCClient(new RPCLink({ websocket: socket as unknown as ConstructorParameters<typeof RPCLink>[0]['websocket'] }));
}

function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof ORPCError) || (error.code !== 'REFUSED' && error.code !== 'SIGNED_OUT')) return undefined;
  return (error.data as RefusalData | undefined)?.code ?? String(error.code);
}
