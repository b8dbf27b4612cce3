import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCentral, type RunningCentral, type StartOptions } from '../../central/start.ts';
import { hashOf } from '../../central/sync/operation-text.ts';
import { aggregatesOf } from '../../shared/contracts/aggregates.ts';
import type { OperationDraft } from '../../shared/contracts/operations.ts';
import type { EnrolReply, PullReply, PushReply, TokenReply, WireOperation } from '../../shared/contracts/sync.ts';
import { instant } from '../../shared/lib/time.ts';

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone with the process; PostgreSQL's own user must be able to enter it. */
export const centralFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hotdock-central-'));
  folders.push(folder);
  return folder;
};

/** A whole central on a free port, with its own PostgreSQL in a folder of its own. */
export const startTestCentral = (options: Partial<StartOptions> = {}): Promise<RunningCentral> => startCentral({ data: centralFolder(), logLevel: 'silent', ...options });

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Any request to a central, its JSON answer read. */
export async function call<Body>(url: string, init: RequestInit = {}): Promise<Answer<Body>> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? undefined : JSON.parse(text)) as Body };
}

export const postJson = <Body>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> =>
  call<Body>(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });

/** A real operation of a station, with its hash. */
export function operationOf(about: { readonly site: string; readonly station: string; readonly stationSeq: number; readonly incarnation?: number; readonly baseSeq?: number; readonly opId?: string }, draft: OperationDraft): WireOperation {
  const unsigned = {
    opId: about.opId ?? randomUUID(), site: about.site, station: about.station, incarnation: about.incarnation ?? 1, stationSeq: about.stationSeq,
    hlc: `${about.stationSeq}:0`, kind: draft.kind, v: 1, aggregates: aggregatesOf(draft), baseSeq: about.baseSeq ?? 0, actor: 'sup',
    occurredAt: instant(1_780_000_000_000 + about.stationSeq), body: draft.body as Record<string, unknown>,
  };
  return { ...unsigned, hash: hashOf(unsigned) };
}

/** Stock put on a bin: the simplest fact. */
export const stockSet = (sku: string, boxed: number): OperationDraft => ({
  kind: 'stock.set',
  body: { sku, location: 'A-01', boxed, safety: null, reason: 'counted', code: null },
}) as OperationDraft;

/** A station as central sees one: keys, tokens, and operations with contiguous numbers. */
export class TestStation {
  readonly central: string;
  readonly station: string;
  site: string;
  incarnation = 1;
  sequence = 0;
  accessToken = '';
  refreshToken = '';
  #privateKey: CryptoKey | undefined;
  publicKey: JWK = {};

  constructor(central: string, { station = randomUUID().slice(-12), site = randomUUID() }: { readonly station?: string; readonly site?: string } = {}) {
    this.central = central;
    this.station = station;
    this.site = site;
  }

  async enrol(code: string, operations = 0): Promise<Answer<EnrolReply>> {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    this.#privateKey = privateKey;
    const { kty, crv, x, y } = await exportJWK(publicKey);
    this.publicKey = { kty, crv, x, y } as JWK;
    const answer = await postJson<EnrolReply>(`${this.central}/v1/enrol`, {
      code, station: this.station, stationName: `Dock ${this.station}`, site: this.site, siteName: 'North', operations, publicKey: this.publicKey, version: '0.1.0', protocol: 1,
    });
    if (answer.status === 200) {
      this.site = answer.body.site;
      this.incarnation = answer.body.incarnation;
      this.accessToken = answer.body.accessToken;
      this.refreshToken = answer.body.refreshToken;
    }
    return answer;
  }

  async assertion(refreshToken = this.refreshToken, issuedAt = Math.floor(Date.now() / 1000)): Promise<string> {
    if (!this.#privateKey) throw new Error('not enrolled');
    return new SignJWT({ rt: createHash('sha256').update(refreshToken).digest('hex') })
      .setProtectedHeader({ alg: 'ES256' }).setIssuer(this.station).setAudience('hotdock-central').setIssuedAt(issuedAt).setExpirationTime(issuedAt + 60).setJti(randomUUID())
      .sign(this.#privateKey);
  }

  /** Asks for the next tokens; keeps them unless told to lose them. */
  async refresh(refreshToken = this.refreshToken, keep = true): Promise<Answer<TokenReply>> {
    const answer = await postJson<TokenReply>(`${this.central}/v1/token`, { station: this.station, refreshToken, assertion: await this.assertion(refreshToken), version: '0.1.0' });
    if (keep && answer.status === 200) {
      this.accessToken = answer.body.accessToken;
      this.refreshToken = answer.body.refreshToken;
    }
    return answer;
  }

  get headers(): Record<string, string> {
    return { authorization: `Bearer ${this.accessToken}`, 'hotdock-protocol': '1' };
  }

  get sitePath(): string {
    return `${this.central}/v1/sites/${this.site}`;
  }

  next(draft: OperationDraft, baseSeq = 0): WireOperation {
    this.sequence += 1;
    return operationOf({ site: this.site, station: this.station, stationSeq: this.sequence, incarnation: this.incarnation, baseSeq }, draft);
  }

  push(operations: readonly WireOperation[], incarnation = this.incarnation): Promise<Answer<PushReply>> {
    return postJson<PushReply>(`${this.sitePath}/ops`, { incarnation, operations, backlog: 0, oldestAt: null }, this.headers);
  }

  pull(after: number, more: Readonly<Record<string, string | number>> = {}): Promise<Answer<PullReply>> {
    const query = new URLSearchParams({ after: String(after), ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, String(value)])) });
    return call<PullReply>(`${this.sitePath}/ops?${query.toString()}`, { headers: this.headers });
  }
}
