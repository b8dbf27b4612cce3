import { zstdCompressSync } from 'node:zlib';
import { Client } from 'undici';
import { z } from 'zod';
import { enrolReply, PROTOCOL, tokenReply, type WireOperation } from '../../../shared/contracts/sync.ts';
import { instant } from '../../../shared/lib/time.ts';
import { newDeviceKey, publicHalf, signAssertion, type DeviceKey } from '../../../electron/sync/device-key.ts';

const headOf = z.object({ epoch: z.string(), head: z.int() });

/** A push as the bytes that travel, made beforehand: what a station's own machine does is not central's time. */
export interface ReadyPush {
  readonly operations: number;
  readonly body: Uint8Array;
  readonly packed: boolean;
}

const PACK_FROM = 1_024;

export function readyPush(operations: readonly WireOperation[]): ReadyPush {
  const plain = Buffer.from(JSON.stringify({ incarnation: 1, operations, backlog: 0, oldestAt: null }));
  const packed = plain.length >= PACK_FROM;
  return { operations: operations.length, body: packed ? zstdCompressSync(plain) : plain, packed };
}

/**
 * What central hears of a station, without the station's store: keys, tokens, pushes and pulls of the real protocol over one kept
 * connection, from an address of its own as machines have.
 */
export class LightStation {
  readonly station: string;
  site = '';
  refused = 0;
  readonly #client: Client;
  #key: DeviceKey | undefined;
  #accessToken = '';
  #refreshToken = '';

  constructor(central: string, number: number) {
    this.station = `light-${number}`;
    this.#client = new Client(central, { localAddress: `127.0.${1 + Math.floor(number / 250)}.${1 + (number % 250)}` });
  }

  async enrol(code: string, site: string): Promise<void> {
    this.#key = await newDeviceKey();
    const { station } = this;
    const request = { code, station, stationName: station, site, siteName: 'Bench', operations: 0, publicKey: publicHalf(this.#key), version: '0.1.0', protocol: PROTOCOL };
    const reply = enrolReply.parse(await this.#json('POST', '/v1/enrol', request));
    this.site = reply.site;
    this.#accessToken = reply.accessToken;
    this.#refreshToken = reply.refreshToken;
  }

  /** Exchanges the refresh token, as every station does first when it is back. */
  async authorise(): Promise<void> {
    if (!this.#key) throw new Error(`${this.station} is not enrolled`);
    const { station } = this;
    const assertion = await signAssertion(this.#key, { station, refreshToken: this.#refreshToken, now: instant(Date.now()) });
    const reply = tokenReply.parse(await this.#json('POST', '/v1/token', { station, refreshToken: this.#refreshToken, assertion, version: '0.1.0' }));
    this.#accessToken = reply.accessToken;
    this.#refreshToken = reply.refreshToken;
  }

  /** Sends until central has it durably; a refusal to wait is kept to. Answers the milliseconds of the request that got through. */
  async push({ body, packed }: ReadyPush): Promise<number> {
    for (;;) {
      const began = performance.now();
      const answer = await this.#client.request({
        method: 'POST', path: `/v1/sites/${this.site}/ops`, body,
        headers: { authorization: `Bearer ${this.#accessToken}`, 'content-type': 'application/json', 'accept-encoding': 'zstd', ...(packed ? { 'content-encoding': 'zstd' } : {}) },
      });
      await answer.body.arrayBuffer();
      if (answer.statusCode === 200) return performance.now() - began;
      this.refused += 1;
      const wait = Number(answer.headers['retry-after'] ?? Number.NaN);
      if (Number.isNaN(wait)) throw new Error(`push answered ${answer.statusCode}`);
      await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    }
  }

  /** Bytes of one page after a number, packed as they come. */
  async pull(after: number, limit: number): Promise<number> {
    const answer = await this.#client.request({
      method: 'GET', path: `/v1/sites/${this.site}/ops?after=${after}&limit=${limit}&wait=0&incarnation=1`,
      headers: { authorization: `Bearer ${this.#accessToken}`, 'accept-encoding': 'zstd' },
    });
    const { byteLength } = await answer.body.arrayBuffer();
    if (answer.statusCode !== 200) throw new Error(`pull answered ${answer.statusCode}`);
    return byteLength;
  }

  async head(): Promise<number> {
    return headOf.parse(await this.#json('GET', `/v1/sites/${this.site}/ops?after=0&limit=1`)).head;
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  async #json(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    const headers = { 'content-type': 'application/json', ...(this.#accessToken === '' ? {} : { authorization: `Bearer ${this.#accessToken}` }) };
    const answer = await this.#client.request({ method, path, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const reply: unknown = await answer.body.json();
    if (answer.statusCode !== 200) throw new Error(`${method} ${path} answered ${answer.statusCode}: ${JSON.stringify(reply)}`);
    return reply;
  }
}
