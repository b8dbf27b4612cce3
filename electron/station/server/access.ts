import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const COOKIE = 'hotdock';

/** Who may talk to the browser shell: whoever opened it with the one-time token, and the command line of this folder. */
export class Access {
  readonly #key: Buffer;
  #openToken: string | undefined;
  /** For the command line; it stands in a file only the station's own user can read. */
  readonly commandLineToken: string;

  constructor(keyFile: string) {
    this.#key = readKey(keyFile);
    this.#openToken = randomBytes(24).toString('base64url');
    this.commandLineToken = randomBytes(24).toString('base64url');
  }

  get openToken(): string | undefined {
    return this.#openToken;
  }

  /** A fresh one-time token: the one before is void. */
  renewOpenToken(): string {
    this.#openToken = randomBytes(24).toString('base64url');
    return this.#openToken;
  }

  /** Takes the one-time token and gives a cookie for it; undefined when the token is wrong or used. */
  redeem(token: string): string | undefined {
    if (this.#openToken === undefined || !sameText(token, this.#openToken)) return undefined;
    this.#openToken = undefined;
    const id = randomBytes(18).toString('base64url');
    return `${COOKIE}=${id}.${this.#sign(id)}; HttpOnly; SameSite=Strict; Path=/; Max-Age=31536000`;
  }

  /** The session id of a request's cookie header, when we signed it. */
  sessionOf(cookies: string | undefined): string | undefined {
    for (const part of (cookies ?? '').split(';')) {
      const [name, value] = part.trim().split('=');
      if (name !== COOKIE || value === undefined) continue;
      const [id, signature] = value.split('.');
      if (id && signature && sameText(signature, this.#sign(id))) return id;
    }
    return undefined;
  }

  isCommandLine(authorization: string | undefined): boolean {
    return authorization !== undefined && sameText(authorization, `Bearer ${this.commandLineToken}`);
  }

  #sign(id: string): string {
    return createHmac('sha256', this.#key).update(id).digest('base64url');
  }
}

function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

const KEY_BYTES = 32;

/** A key cut short by a crash is replaced: cookies signed with an empty key could be made by anybody. */
function readKey(file: string): Buffer {
  const kept = existsSync(file) ? Buffer.from(readFileSync(file, 'utf8'), 'base64') : undefined;
  if (kept?.length === KEY_BYTES) return kept;
  const key = randomBytes(KEY_BYTES);
  writeFileSync(file, key.toString('base64'), { mode: 0o600 });
  return key;
}

/** DNS rebinding guard: only the names of this machine's loopback are answered to. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}` || host === `[::1]:${port}`;
}

export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && host !== undefined && origin === `http://${host}`;
}
