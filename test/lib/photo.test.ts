import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureAlone, readJpeg } from '../../shared/lib/photo/jpeg.ts';
import { photoTypeOf } from '../../shared/lib/photo/photo-type.ts';
import { photoFile, withSegment } from '../support/photos.ts';

const pallet = photoFile('pallet.jpg');

describe('what a JPEG is', () => {
  test('baseline and progressive pictures, with their size', () => {
    expect(readJpeg(pallet)).toEqual({ ok: true, width: 640, height: 480 });
    expect(readJpeg(photoFile('progressive.jpg'))).toEqual({ ok: true, width: 320, height: 240 });
  });

  test('a colour profile and Adobe’s note on colours belong to the picture', () => {
    expect(readJpeg(withSegment(pallet, 0xe2, 'ICC_PROFILE\0\x01\x01abc')).ok).toBe(true);
    expect(readJpeg(withSegment(pallet, 0xee, 'Adobe\0d\0\0\0\0\x01')).ok).toBe(true);
  });

  test.each([
    ['EXIF, where cameras write the place', 0xe1, 'Exif\0\0MM\0*\0\0\0\x08'],
    ['XMP', 0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>'],
    ['IPTC', 0xed, 'Photoshop 3.0\x008BIM'],
    ['further pictures', 0xe2, 'MPF\0MM\0*'],
    ['a comment', 0xfe, 'taken by Ana'],
    ['a thumbnail of JFIF', 0xe0, 'JFXX\0'],
  ])('%s does not', (_name, marker, payload) => {
    expect(readJpeg(withSegment(pallet, marker, payload))).toEqual({ ok: false, why: 'more-than-a-picture' });
  });

  /** A file of one frame with one component, and what stands around it. */
  const FRAME = [0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0];
  const SCAN = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x2a, 0xff, 0x00, 0xff, 0xd0, 0x17];
  const file = (...parts: readonly (readonly number[])[]): Uint8Array => new Uint8Array([0xff, 0xd8, ...parts.flat(), 0xff, 0xd9]);

  test('one frame and its scans are a picture', () => {
    expect(readJpeg(file(FRAME, SCAN))).toEqual({ ok: true, width: 3, height: 2 });
    expect(readJpeg(file(FRAME, SCAN, SCAN)).ok).toBe(true);
  });

  test.each([
    ['no scan', file(FRAME)],
    ['no frame', file(SCAN)],
    ['a scan before its frame', file(SCAN, FRAME)],
    ['two frames: readers differ in which they believe', file(FRAME.with(6, 0).with(8, 0), FRAME, SCAN)],
    ['no height', file(FRAME.with(6, 0), SCAN)],
    ['no width', file(FRAME.with(8, 0), SCAN)],
    ['a frame without content', file([0xff, 0xc0, 0, 2], SCAN)],
    ['a frame whose length is not that of its components', file(FRAME.with(9, 3), SCAN)],
    ['a second beginning', file([0xff, 0xd8], FRAME, SCAN)],
    ['a restart outside a scan', file([0xff, 0xd0], FRAME, SCAN)],
  ])('%s is none', (_name, bytes) => {
    expect(readJpeg(bytes)).toEqual({ ok: false, why: 'not-jpeg' });
  });

  test('nor does what stands behind its end', () => {
    expect(readJpeg(Buffer.concat([pallet, pallet]))).toEqual({ ok: false, why: 'more-than-a-picture' });
  });

  test('no beginning of a picture passes for the whole of it', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: pallet.length - 1 }), (length) => !readJpeg(pallet.subarray(0, length)).ok));
  });

  test('any bytes are answered, also behind a JPEG’s first ones', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 0, max: 700 }), (bytes, kept) => {
        readJpeg(bytes);
        readJpeg(Buffer.concat([pallet.subarray(0, kept), bytes]));
      }),
    );
  });
});

describe('the picture alone', () => {
  const aside = fc.constantFrom([0xe1, 'Exif\0\0MM\0*\0\0\0\x08'], [0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>'], [0xed, 'Photoshop 3.0\x008BIM'], [0xfe, 'taken by Ana'], [0xe2, 'MPF\0MM\0*'] as const);

  test.each(['pallet.jpg', 'progressive.jpg'] as const)('is %s itself, to the byte, whatever was written beside it or behind it', (name) => {
    const picture = photoFile(name);
    fc.assert(
      fc.property(fc.array(aside, { maxLength: 4 }), fc.uint8Array({ maxLength: 40 }), (segments, behind) => {
        const file = segments.reduce((jpeg, [marker, payload]) => withSegment(jpeg, marker, payload), picture);
        expect(Buffer.from(pictureAlone(Buffer.concat([file, behind]))).equals(picture)).toBe(true);
      }),
    );
  });

  test('keeps what the picture needs to be shown', () => {
    const profiled = withSegment(pallet, 0xe2, 'ICC_PROFILE\0\x01\x01abc');
    expect(Buffer.from(pictureAlone(withSegment(profiled, 0xe1, 'Exif\0\0'))).equals(profiled)).toBe(true);
  });

  test('of what is no whole JPEG is what came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: pallet.length - 1 }), (length) => {
        expect(pictureAlone(pallet.subarray(0, length))).toEqual(new Uint8Array(pallet.subarray(0, length)));
      }),
      { numRuns: 20 },
    );
  });
});

describe('what a file is, by its first bytes', () => {
  test.each(['pallet.jpg', 'pallet.png', 'pallet.webp'] as const)('%s', (name) => {
    expect(`pallet.${(photoTypeOf(photoFile(name)) ?? '').replace('jpeg', 'jpg')}`).toBe(name);
  });

  test.each([
    ['nothing', ''],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['GIF', 'GIF89a\x01\0\x01\0'],
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0'],
    ['PDF', '%PDF-1.7'],
    ['a sound in RIFF', 'RIFF\x24\0\0\0WAVEfmt '],
  ])('%s is none of them, whatever its name', (_name, text) => {
    expect(photoTypeOf(Buffer.from(text, 'latin1'))).toBeUndefined();
  });
});
