import { expect, test } from 'vitest';
import { decideKeepPhoto, type PhotoInput } from '../../../shared/domain/evidence/decide.ts';
import { decideOpenUnit } from '../../../shared/domain/handling-units/open.ts';
import { decideVoidUnit } from '../../../shared/domain/handling-units/decide.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { LARGEST_PHOTO, LONGEST_SIDE } from '../../../shared/lib/photo/limits.ts';
import { HOUR } from '../../../shared/lib/time.ts';
import { refusalOf } from '../../support/domain.ts';
import { PLAIN, warehouse, type ScanFloor } from '../scanning/floor.ts';

const DIGEST = 'ab'.repeat(32);

function withPallet(): { readonly floor: ScanFloor; readonly sscc: string } {
  const floor = warehouse();
  return { floor, sscc: floor.perform(decideOpenUnit(floor.world, { po: poNumber(PLAIN), kind: 'pallet' }, floor.context('picker'))).sscc };
}

const photoOf = (sscc: string, change: Partial<PhotoInput> = {}): PhotoInput => ({ sscc, sha256: DIGEST, bytes: 300_000, reading: { ok: true, width: 1600, height: 1200 }, via: 'camera', ...change });

test('a photo is kept with who, when, where, size and digest', () => {
  const { floor, sscc } = withPallet();
  expect(floor.perform(decideKeepPhoto(floor.world, photoOf(sscc), floor.context('picker')), 'staff-picker')).toEqual({ already: false });
  expect(floor.world.get('photo', { sscc, sha256: DIGEST })).toEqual({
    sscc, sha256: DIGEST, po: PLAIN, bytes: 300_000, width: 1600, height: 1200, via: 'camera', takenAt: floor.now, takenBy: 'staff-picker', station: floor.station,
  });
});

test('the same photo twice counts once, and the first word of it holds', () => {
  const { floor, sscc } = withPallet();
  const kept = decideKeepPhoto(floor.world, photoOf(sscc), floor.context('picker'));
  floor.perform(kept);
  const first = floor.world.get('photo', { sscc, sha256: DIGEST });
  floor.pass(HOUR);
  expect(floor.perform(decideKeepPhoto(floor.world, photoOf(sscc), floor.context()))).toEqual({ already: true });
  // Another station had not heard of it and kept it as well.
  floor.station = 'station-2';
  floor.perform(kept);
  expect(floor.world.find('photo', { sscc })).toEqual([first]);
});

test('a photo opens no case and changes nothing else of its pallet', () => {
  const { floor, sscc } = withPallet();
  const before = floor.world.get('unit', { sscc });
  floor.perform(decideKeepPhoto(floor.world, photoOf(sscc), floor.context('picker')));
  expect(floor.world.get('unit', { sscc })).toEqual(before);
  expect(floor.world.find('case', {})).toEqual([]);
});

test.each<readonly [string, Partial<PhotoInput>, string]>([
  ['more bytes than the limit', { bytes: LARGEST_PHOTO + 1 }, 'evidence.refused.tooLarge'],
  ['more pixels than the limit', { reading: { ok: true, width: 3, height: LONGEST_SIDE + 1 } }, 'evidence.refused.pixels'],
  ['no pixels', { reading: { ok: true, width: 0, height: 10 } }, 'evidence.refused.pixels'],
  ['no JPEG', { reading: { ok: false, why: 'not-jpeg' } }, 'evidence.refused.notJpeg'],
  ['half a picture', { reading: { ok: false, why: 'cut-short' } }, 'evidence.refused.cutShort'],
  ['a picture that tells where it was taken', { reading: { ok: false, why: 'more-than-a-picture' } }, 'evidence.refused.camera'],
])('%s is refused in words, with what to do', (_name, change, code) => {
  const { floor, sscc } = withPallet();
  expect(refusalOf(decideKeepPhoto(floor.world, photoOf(sscc, change), floor.context('picker')))).toMatchObject({ code, hint: { key: 'evidence.hint.again' } });
});

test('a photo exactly at the limits is kept', () => {
  const { floor, sscc } = withPallet();
  expect(floor.perform(decideKeepPhoto(floor.world, photoOf(sscc, { bytes: LARGEST_PHOTO, reading: { ok: true, width: LONGEST_SIDE, height: 1 } }), floor.context('picker')))).toEqual({ already: false });
});

test('a pallet nobody knows, or that was given up, has no photos', () => {
  const { floor, sscc } = withPallet();
  expect(refusalOf(decideKeepPhoto(floor.world, photoOf('006141410000000019'), floor.context('picker'))).code).toBe('handlingUnits.refused.unknown');
  floor.perform(decideVoidUnit(floor.world, { sscc, reason: 'not needed' }, floor.context('picker')));
  expect(refusalOf(decideKeepPhoto(floor.world, photoOf(sscc), floor.context('picker'))).code).toBe('handlingUnits.refused.state');
});
