import type { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress, zstdCompressSync } from 'node:zlib';
import { Agent, request, type Dispatcher } from 'undici';
import type { z } from 'zod';
import { problem, PROTOCOL, PROTOCOL_HEADER, type Problem } from '../../shared/contracts/sync.ts';
import { SECOND } from '../../shared/lib/time.ts';
import type { Failure, Refused } from './events.ts';
import type { Answer } from './transport.ts';

export interface LineOptions {
  /** Origin of central, such as `https://central.example:7410`. */
  readonly address: string;
  /** PEM of the site's authority: then nothing else is trusted. Null: what this system trusts. */
  readonly certificate: string | null;
  /** Milliseconds since 1970 of this machine, to learn how far it is from central's. */
  readonly clock: () => number;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token: string | null;
  readonly body: { readonly json: unknown } | { readonly bytes: Uint8Array } | null;
  /** Until the whole answer is here; null: only silence ends it. */
  readonly timeoutMs: number | null;
  readonly signal: AbortSignal;
}

const CONNECT_TIMEOUT = 5 * SECOND;
const SILENCE_TIMEOUT = 40 * SECOND;
/** Larger answers are not central's; a small one may unpack to a bomb. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
const COMPRESS_FROM = 1_024;
/** Bytes a millisecond on the slowest line worth having (64 kbit/s): no answer can come before all has gone. */
const SLOWEST_LINE = 8;

/** HTTP to one central: trust, time limits, sizes, compression. Nothing here throws; every fault is a `Failure`. */
export class Line {
  readonly #options: LineOptions;
  #agent: Agent;
  #offsetMs = 0;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#agent = this.#newAgent();
  }

  /** This machine's clock put right by the last answer's date: without it a wrong clock could not even ask for a token. */
  get centralNow(): number {
    return this.#options.clock() - this.#offsetMs;
  }

  async json<Schema extends z.ZodType>(schema: Schema, call: Call): Promise<Answer<z.output<Schema>>> {
    const answer = await this.bytes(call);
    if (!answer.ok) return answer;
    const read = schema.safeParse(parse(answer.reply));
    return read.success ? { ok: true, reply: read.data } : { ok: false, failure: { kind: 'garbled' } };
  }

  async bytes(call: Call): Promise<Answer<Uint8Array>> {
    try {
      const limit = call.timeoutMs === null ? call.signal : AbortSignal.any([call.signal, AbortSignal.timeout(call.timeoutMs)]);
      const answer = await this.#send(call, limit);
      this.#learnTime(answer.headers['date']);
      const bytes = await readWhole(answer);
      return answer.statusCode >= 200 && answer.statusCode < 300 ? { ok: true, reply: bytes } : { ok: false, failure: refusedOf(answer, bytes) };
    } catch (error) {
      return { ok: false, failure: call.signal.aborted ? { kind: 'aborted' } : faultOf(error) };
    }
  }

  /** New connections from the next call on; what is under way on the old ones ends by itself or by its signal. */
  reconnect(): void {
    const old = this.#agent;
    this.#agent = this.#newAgent();
    void old.destroy();
  }

  close(): void {
    void this.#agent.destroy();
  }

  #newAgent(): Agent {
    const { certificate } = this.#options;
    return new Agent({
      connect: { timeout: CONNECT_TIMEOUT, ...(certificate === null ? {} : { ca: [certificate] }) },
      headersTimeout: SILENCE_TIMEOUT,
      bodyTimeout: SILENCE_TIMEOUT,
      keepAliveTimeout: 60 * SECOND,
    });
  }

  #send({ method, path, token, body }: Call, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    const { headers, bytes } = encode(body);
    return request(new URL(path, this.#options.address), {
      dispatcher: this.#agent,
      method,
      signal,
      headers: { accept: 'application/json', [PROTOCOL_HEADER]: String(PROTOCOL), 'accept-encoding': 'zstd, gzip', ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
      body: bytes,
      headersTimeout: SILENCE_TIMEOUT + Math.ceil((bytes?.length ?? 0) / SLOWEST_LINE),
    });
  }

  #learnTime(date: string | string[] | undefined): void {
    const at = typeof date === 'string' ? Date.parse(date) : Number.NaN;
    if (!Number.isNaN(at)) this.#offsetMs = this.#options.clock() - at;
  }
}

function encode(body: Call['body']): { readonly headers: Readonly<Record<string, string>>; readonly bytes: Uint8Array | null } {
  if (body === null) return { headers: {}, bytes: null };
  if ('bytes' in body) return { headers: { 'content-type': 'application/octet-stream' }, bytes: body.bytes };
  const plain = Buffer.from(JSON.stringify(body.json));
  const headers = { 'content-type': 'application/json' };
  return plain.length < COMPRESS_FROM ? { headers, bytes: plain } : { headers: { ...headers, 'content-encoding': 'zstd' }, bytes: zstdCompressSync(plain) };
}

/** The answer's bytes, unpacked. Throws where they are more than any answer of central's. */
async function readWhole({ body, headers }: Dispatcher.ResponseData): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked(body, headers['content-encoding'])) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > LARGEST_ANSWER) {
      body.destroy();
      throw new AnswerTooLarge();
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

class AnswerTooLarge extends Error {}

function unpacked(body: Readable, encoding: string | string[] | undefined): Readable {
  if (encoding !== 'zstd' && encoding !== 'gzip') return body;
  const unpack = encoding === 'zstd' ? createZstdDecompress() : createGunzip();
  body.on('error', (error) => unpack.destroy(error));
  return body.pipe(unpack);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function refusedOf({ statusCode, headers }: Dispatcher.ResponseData, bytes: Uint8Array): Refused {
  const read = problem.safeParse(parse(bytes));
  const said: Partial<Problem> = read.success ? read.data : {};
  return {
    kind: 'refused',
    status: statusCode,
    problem: said.type ?? '',
    retryAfterMs: retryAfter(headers['retry-after']),
    incarnation: numberOf(said['incarnation']),
    have: haveOf(said['have']),
    epoch: typeof said['epoch'] === 'string' ? said['epoch'] : null,
    common: numberOf(said['common']),
  };
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null);

function haveOf(value: unknown): Refused['have'] {
  if (typeof value !== 'object' || value === null) return null;
  const incarnation = numberOf(Reflect.get(value, 'incarnation'));
  const stationSeq = numberOf(Reflect.get(value, 'stationSeq'));
  return incarnation === null || stationSeq === null ? null : { incarnation, stationSeq };
}

function retryAfter(header: string | string[] | undefined): number | null {
  const seconds = typeof header === 'string' && header.trim() !== '' ? Number(header) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * SECOND : null;
}

const CERTIFICATE_FAULT = /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|ERR_TLS_CERT/;

function faultOf(error: unknown): Failure {
  if (error instanceof AnswerTooLarge) return { kind: 'garbled' };
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  if (typeof code === 'string' && /^(?:Z_|ZSTD_|ERR_ZLIB|ERR_ZSTD)/.test(code)) return { kind: 'garbled' };
  return { kind: 'unreachable', certificate: typeof code === 'string' && CERTIFICATE_FAULT.test(code) };
}
