import { promisify } from 'node:util';
import { constants, gunzip, gzip, zstdCompress, zstdDecompress } from 'node:zlib';
import { HttpProblem } from './problem.ts';

const unpackers = {
  gzip: promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip),
  zstd: promisify<Uint8Array, { maxOutputLength: number }, Buffer>(zstdDecompress),
} as const;

const packGzip = promisify<string, { level: number }, Buffer>(gzip);
const packZstd = promisify<string, { params: Record<number, number> }, Buffer>(zstdCompress);

const isPacked = (encoding: string): encoding is keyof typeof unpackers => Object.hasOwn(unpackers, encoding);

/** The request's bytes as they were before packing, never more than `largest`: a small packed body can stand for a huge one. */
export async function unpack(bytes: Uint8Array, encoding: string, largest: number): Promise<Uint8Array> {
  if (encoding === '' || encoding === 'identity') return bytes;
  if (!isPacked(encoding)) throw new HttpProblem('invalid', `Content-Encoding ${encoding} is not read here; gzip and zstd are.`);
  try {
    return await unpackers[encoding](bytes, { maxOutputLength: largest });
  } catch (error) {
    if (error instanceof RangeError) throw new HttpProblem('tooLarge', `More than ${largest} bytes when unpacked.`);
    throw new HttpProblem('invalid', `The body is not ${encoding}.`);
  }
}

const WORTH_PACKING = 1_024;

/** The answer packed as its reader can read it, where that is worth it. */
export async function pack(text: string, accepts: string): Promise<{ readonly body: string | Buffer; readonly encoding: 'gzip' | 'zstd' | null }> {
  if (text.length < WORTH_PACKING) return { body: text, encoding: null };
  if (/\bzstd\b/.test(accepts)) return { body: await packZstd(text, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }), encoding: 'zstd' };
  if (/\bgzip\b/.test(accepts)) return { body: await packGzip(text, { level: 1 }), encoding: 'gzip' };
  return { body: text, encoding: null };
}
