import { enrolReply, pullReply, pushReply, snapshotManifest, tokenReply, type EnrolReply, type EnrolRequest } from '../../shared/contracts/sync.ts';
import { instant, SECOND } from '../../shared/lib/time.ts';
import type { DeviceKey } from './device-key.ts';
import { signAssertion } from './device-key.ts';
import { Line, type Call, type LineOptions } from './line.ts';
import type { Answer, PullQuery, Transport } from './transport.ts';

/** What this station proves itself with. The refresh token is kept durably before it is used. */
export interface Credentials {
  readonly site: string;
  readonly station: string;
  readonly version: string;
  readonly key: DeviceKey;
  readonly refreshToken: () => string;
  readonly keepRefreshToken: (token: string) => Promise<void>;
}

const REQUEST_TIMEOUT = 30 * SECOND;
/** How long beyond its hold a long poll is waited for. */
const AFTER_HOLD = 10 * SECOND;

/** Enrols a station with a one-time code. */
export async function enrol(options: LineOptions, request: EnrolRequest): Promise<Answer<EnrolReply>> {
  const line = new Line(options);
  try {
    const { signal } = new AbortController();
    return await line.json(enrolReply, { method: 'POST', path: '/v1/enrol', token: null, body: { json: request }, timeoutMs: REQUEST_TIMEOUT, signal });
  } finally {
    line.close();
  }
}

/** `Transport` over HTTP, with the station's credentials. */
export function httpTransport(options: LineOptions, credentials: Credentials): Transport {
  const line = new Line(options);
  const site = `/v1/sites/${encodeURIComponent(credentials.site)}`;
  let accessToken: string | null = null;

  const call = (method: Call['method'], path: string, signal: AbortSignal, body: Call['body'] = null, timeoutMs: number | null = REQUEST_TIMEOUT): Call => ({
    method, path: `${site}${path}`, token: accessToken, body, timeoutMs, signal,
  });

  return {
    token: async (signal) => {
      const { station, version, key } = credentials;
      const refreshToken = credentials.refreshToken();
      const assertion = await signAssertion(key, { station, refreshToken, now: instant(line.centralNow) });
      const body = { json: { station, refreshToken, assertion, version } };
      const answer = await line.json(tokenReply, { method: 'POST', path: '/v1/token', token: null, body, timeoutMs: REQUEST_TIMEOUT, signal });
      if (!answer.ok) return answer;
      await credentials.keepRefreshToken(answer.reply.refreshToken);
      accessToken = answer.reply.accessToken;
      return answer;
    },
    push: (request, signal) => line.json(pushReply, call('POST', '/ops', signal, { json: request })),
    recover: (request, signal) => line.json(pushReply, call('POST', '/recovered', signal, { json: request })),
    pull: (query, signal) => line.json(pullReply, call('GET', `/ops?${queryOf(query, options.clock())}`, signal, null, Math.max(REQUEST_TIMEOUT, query.waitSeconds * SECOND + AFTER_HOLD))),
    manifest: (signal) => line.json(snapshotManifest, call('GET', '/snapshot', signal)),
    chunk: (seq, number, signal) => line.bytes(call('GET', `/snapshot/${seq}/${number}`, signal, null, null)),
    putBlob: async (sha256, bytes, signal) => {
      const answer = await line.bytes(call('PUT', `/blobs/${sha256}`, signal, { bytes }, null));
      return answer.ok ? { ok: true, reply: true } : answer;
    },
    blob: (sha256, signal) => line.bytes(call('GET', `/blobs/${sha256}`, signal, null, null)),
    reconnect: () => line.reconnect(),
    close: () => line.close(),
  };
}

function queryOf({ after, limit, waitSeconds, epoch, incarnation }: PullQuery, now: number): string {
  const query = new URLSearchParams({ after: String(after), limit: String(limit), wait: String(waitSeconds), incarnation: String(incarnation), now: String(now) });
  if (epoch !== null) query.set('epoch', epoch);
  return query.toString();
}
