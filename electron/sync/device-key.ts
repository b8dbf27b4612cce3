import { createHash, generateKeyPair, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'jose';
import { z } from 'zod';
import type { EnrolRequest } from '../../shared/contracts/sync.ts';
import type { Instant } from '../../shared/lib/time.ts';

/** The private half of a station's identity; it never leaves this machine. */
export const deviceKey = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), d: z.string() });
export type DeviceKey = z.output<typeof deviceKey>;

const ASSERTION_SECONDS = 60;

export async function newDeviceKey(): Promise<DeviceKey> {
  const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
  return deviceKey.parse(privateKey.export({ format: 'jwk' }));
}

export const publicHalf = ({ kty, crv, x, y }: DeviceKey): EnrolRequest['publicKey'] => ({ kty, crv, x, y });

/** Proves that who shows the refresh token also holds the key. `now` is central's time as far as it is known. */
export async function signAssertion(key: DeviceKey, { station, refreshToken, now }: { readonly station: string; readonly refreshToken: string; readonly now: Instant }): Promise<string> {
  const seconds = Math.floor(now / 1000);
  const rt = createHash('sha256').update(refreshToken).digest('hex');
  const jwk: JWK = key;
  // Loaded when it is needed: a station that works alone starts without it.
  const { importJWK, SignJWT } = await import('jose');
  return new SignJWT({ rt })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(station)
    .setAudience('hotdock-central')
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ASSERTION_SECONDS)
    .setJti(randomUUID())
    .sign(await importJWK(jwk, 'ES256'));
}
