import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);
const KEY_BYTES = 32;

/** SHA-256 in hexadecimal: how secrets that are random themselves are kept. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Equality that takes as long for a near miss as for a far one. */
export function isSame(left: string, right: string): boolean {
  const [first, second] = [Buffer.from(left), Buffer.from(right)];
  return first.length === second.length && timingSafeEqual(first, second);
}

export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Without letters that are read as others: I, L, O, U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code that people read from one screen and type at another: 60 bits in three groups. */
export function newCode(): string {
  const letters = [...randomBytes(12)].map((byte) => LETTERS[byte % 32]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** A code as it was made, however it was typed. */
export const plainCode = (typed: string): string => typed.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1').replaceAll(/[^0-9A-Z]/g, '');

/** Slow on purpose: what people choose or keep can be guessed. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64')}:${(await derive(password, salt, KEY_BYTES)).toString('base64')}`;
}

export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [salt = '', expected = ''] = hash.split(':');
  return isSame((await derive(password, Buffer.from(salt, 'base64'), KEY_BYTES)).toString('base64'), expected);
}
