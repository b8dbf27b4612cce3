import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pictures drawn for the tests: a pallet with its label. */
export const photoFile = (name: 'pallet.jpg' | 'progressive.jpg' | 'pallet.png' | 'pallet.webp'): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/photos', name));

/** The JPEG with a segment more, right after its beginning. */
export function withSegment(jpeg: Uint8Array, marker: number, payload: string): Buffer {
  const body = Buffer.from(payload, 'latin1');
  const head = Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** Another photo of the same pallet: same picture, other bytes (a profile's segment of its own). */
export const anotherPhoto = (number: number): Buffer => withSegment(photoFile('progressive.jpg'), 0xe2, `ICC_PROFILE\0\x01\x01${number}`);
