import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/*
 * A PIN has few digits, so the hash must be slow: scrypt at N=2^15, r=8 costs about 60 ms and 32 MB a guess
 * (OWASP Password Storage Cheat Sheet). Lock-out after wrong tries is decided in shared/domain/staffing.
 */
const COST = 2 ** 15;
const BLOCK = 8;
const LENGTH = 32;

export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(pin, salt, COST, BLOCK);
  return `scrypt$${COST}$${BLOCK}$${salt.toString('base64')}$${key.toString('base64')}`;
}

/** False for a wrong PIN and for a hash that is not ours. */
export async function matchesPin(pin: string, hash: string): Promise<boolean> {
  const [scheme, cost, block, salt, key] = hash.split('$');
  if (scheme !== 'scrypt' || !cost || !block || !salt || !key) return false;
  const expected = Buffer.from(key, 'base64');
  const derived = await derive(pin, Buffer.from(salt, 'base64'), Number(cost), Number(block));
  return expected.length === derived.length && timingSafeEqual(expected, derived);
}

function derive(pin: string, salt: Buffer, cost: number, block: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, LENGTH, { N: cost, r: block, maxmem: 256 * cost * block }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
