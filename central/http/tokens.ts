import { compactVerify, importJWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { MINUTE, SECOND, type Instant } from '../../shared/lib/time.ts';
import { digestOf, isSame } from '../secrets.ts';

export const ACCESS_SECONDS = (15 * MINUTE) / SECOND;
const AUDIENCE = 'hotdock-central';
const CACHED = 20_000;

const claims = z.object({ sub: z.string(), site: z.string(), device: z.string(), generation: z.string(), rights: z.enum(['full', 'push-only']), exp: z.number() });
export type Access = z.output<typeof claims>;

/** Access tokens: signed with a key that all centrals on the database share, good for a quarter of an hour. */
export class AccessTokens {
  readonly #key: Uint8Array;
  readonly #now: () => Instant;
  readonly #seen = new Map<string, Access>();

  constructor(key: string, now: () => Instant) {
    this.#key = new TextEncoder().encode(key);
    this.#now = now;
  }

  async issue({ sub, ...rest }: Omit<Access, 'exp'>): Promise<string> {
    const seconds = Math.floor(this.#now() / SECOND);
    return new SignJWT(rest).setProtectedHeader({ alg: 'HS256' }).setSubject(sub).setAudience(AUDIENCE).setIssuedAt(seconds).setExpirationTime(seconds + ACCESS_SECONDS).sign(this.#key);
  }

  /** What a token allows; undefined for one that is not ours or is out of time. */
  async read(token: string): Promise<Access | undefined> {
    const seen = this.#seen.get(token);
    if (seen) return seen.exp * SECOND > this.#now() ? seen : undefined;
    try {
      const { payload } = await jwtVerify(token, this.#key, { audience: AUDIENCE, algorithms: ['HS256'], currentDate: new Date(this.#now()) });
      const access = claims.parse(payload);
      if (this.#seen.size >= CACHED) this.#seen.clear();
      this.#seen.set(token, access);
      return access;
    } catch {
      return undefined;
    }
  }
}

const assertion = z.object({ iss: z.string(), aud: z.union([z.string(), z.array(z.string())]), rt: z.string() });

/**
 * Whether the holder of a device's key vouches for this very refresh token. The times in it are not looked at: a station whose clock is
 * wrong must not be kept out, and what makes a proof good once only is the token in it.
 */
export async function isProof(proof: string, publicKey: string, station: string, refreshToken: string): Promise<boolean> {
  try {
    const key = await importJWK(z.record(z.string(), z.string()).parse(JSON.parse(publicKey)), 'ES256');
    const { payload } = await compactVerify(proof, key, { algorithms: ['ES256'] });
    const { iss, aud, rt } = assertion.parse(JSON.parse(new TextDecoder().decode(payload)));
    return iss === station && [aud].flat().includes(AUDIENCE) && isSame(rt, digestOf(refreshToken));
  } catch {
    return false;
  }
}
