import type { PullReply, PushReply, PushRequest, SnapshotManifest, TokenReply } from '../../shared/contracts/sync.ts';
import type { Recovered } from '../../electron/sync/port.ts';
import type { Answer, PullQuery, Transport } from '../../electron/sync/transport.ts';
import { SECOND } from '../../shared/lib/time.ts';
import type { Call, Network, Way } from './network.ts';
import type { Mutation } from './mutation.ts';

export interface LineOptions {
  readonly station: string;
  readonly network: Network;
  readonly way: Way;
  /** Whether the process that asks still lives: an answer to a dead one is nobody's. */
  readonly lives: () => boolean;
  readonly trace: (text: string) => void;
  readonly mutation: Mutation;
  /** A piece of a copy of the site is asked for. */
  readonly onCopying: () => void;
}

/** As in http-transport.ts. */
const PATIENCE = 30 * SECOND;
const AFTER_HOLD = 10 * SECOND;

/** A process's line to central over the simulated network. */
export class SimulatedLine implements Transport {
  readonly #options: LineOptions;
  #token = '';
  #failedPushes = 0;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  async token(signal: AbortSignal): Promise<Answer<TokenReply>> {
    const answer = await this.#ask<TokenReply>('a token', signal, (central, heard) => central.token(heard));
    if (answer.ok) this.#token = answer.reply.accessToken;
    return answer;
  }

  async push(request: PushRequest, signal: AbortSignal): Promise<Answer<PushReply>> {
    const { mutation, station } = this.#options;
    const sent = { ...request, operations: mutation.pushed(request.operations, this.#failedPushes) };
    const answer = await this.#ask<PushReply>(`to take ${sent.operations.length}`, signal, (central, heard) => central.push(this.#token, station, sent, heard));
    this.#failedPushes = answer.ok ? 0 : this.#failedPushes + 1;
    return answer;
  }

  recover(request: Recovered, signal: AbortSignal): Promise<Answer<PushReply>> {
    return this.#ask(`to take back ${request.operations.length}`, signal, (central, heard) => central.recover(this.#token, this.#options.station, request, heard));
  }

  pull(query: PullQuery, signal: AbortSignal): Promise<Answer<PullReply>> {
    const patience = Math.max(PATIENCE, query.waitSeconds * SECOND + AFTER_HOLD);
    return this.#ask(`for what comes after ${query.after}`, signal, (central, heard) => central.pull(this.#token, this.#options.station, query, heard), patience);
  }

  manifest(signal: AbortSignal): Promise<Answer<SnapshotManifest>> {
    return this.#ask('for a copy', signal, (central, heard) => central.manifest(this.#token, heard));
  }

  chunk(seq: number, number: number, signal: AbortSignal): Promise<Answer<Uint8Array>> {
    this.#options.onCopying();
    return this.#ask(`for chunk ${number} of ${seq}`, signal, (central, heard) => central.chunk(this.#token, seq, number, heard));
  }

  putBlob(sha256: string, _bytes: Uint8Array, signal: AbortSignal): Promise<Answer<boolean>> {
    return this.#ask('to keep a document', signal, (central, heard) => central.putDocument(this.#token, sha256, heard));
  }

  blob(): Promise<Answer<Uint8Array>> {
    throw new Error('nobody opens a document here');
  }

  reconnect(): void {
    this.#options.trace(`${this.#options.station} makes new connections`);
  }

  close(): void {
    this.#options.trace(`${this.#options.station} closes its line`);
  }

  #ask<Reply>(what: string, signal: AbortSignal, call: Call<Reply>, patience = PATIENCE): Promise<Answer<Reply>> {
    const { network, way, lives, trace, station } = this.#options;
    return new Promise((resolve) => {
      const settle = (answer: Answer<Reply>): void => {
        if (!lives()) return;
        trace(`${station} asks ${what}: ${answer.ok ? 'done' : answer.failure.kind === 'refused' ? `${answer.failure.status} ${answer.failure.problem}` : answer.failure.kind}`);
        resolve(answer);
      };
      const aborted = (): void => settle({ ok: false, failure: { kind: 'aborted' } });
      if (signal.aborted) return aborted();
      signal.addEventListener('abort', aborted, { once: true });
      network.ask(way, patience, call, settle);
    });
  }
}
