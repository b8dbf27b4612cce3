import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, importOrders, MUG, pack, pick, stockUp } from './hands.ts';
import { pdfText } from '../printing/raster.ts';
import { asSupervisor, isThrough, Site, type Workplace } from './site.ts';
import { anotherPhoto, photoFile, withSegment } from '../support/photos.ts';

/* Photos on their way through a real central: operations first, photos later, nothing lost when the line or a process ends in between. */

const PO = 'PHOTO001';
const site = new Site();
let dock: Workplace;
let desk: Workplace;
let sscc = '';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const keep = (place: Workplace, bytes: Uint8Array) => asSupervisor(place).evidence.keep({ sscc, base64: Buffer.from(bytes).toString('base64'), via: 'file' });

/** Central takes no photo until it is let go on; the answer does so. */
function holdPhotos(): () => void {
  const { blobs } = site.central.central;
  const put = blobs.put.bind(blobs);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  blobs.put = async (...photo) => {
    await held;
    return put(...photo);
  };
  return () => {
    blobs.put = put;
    release();
  };
}

const isSent = async (place: Workplace): Promise<boolean> => (await asSupervisor(place).evidence.list({ sscc })).photos.every(({ here, waiting }) => here && !waiting);

/** Resolves once every photo that a station has is at central. */
async function sent(place: Workplace): Promise<void> {
  for await (const _ of place.station.publisher.subscribe('event', { signal: AbortSignal.timeout(30_000) })) if (await isSent(place)) return;
}

beforeAll(async () => {
  await site.start();
  dock = await site.first('Dock 1');
  await stockUp(dock);
  await importOrders(dock, [PO]);
  await answer(dock, PO, 24);
  await pick(dock, PO);
  sscc = await pack(dock, PO);
  await dock.until(isThrough);
  desk = await site.join('Desk');
}, 120_000);
afterAll(() => site.close());

describe('a photo', () => {
  const photo = photoFile('pallet.jpg');

  test('waits while operations go: they are at the other station before it', async () => {
    const release = holdPhotos();
    const kept = await keep(dock, photo);
    expect(kept).toMatchObject({ already: false, photos: [{ sha256: sha256(photo), bytes: photo.length, width: 640, height: 480, via: 'file', person: { name: 'Sam' }, station: 'Dock 1', here: true, waiting: true }] });
    await asSupervisor(dock).stock.set({ sku: MUG.sku, location: 'Z-09', boxed: 7, safety: null, reason: 'count' });
    await dock.until(isThrough);
    await desk.until(() => desk.station.reader.find('bin', { location: 'Z-09' as never }).length > 0);
    // Who took it and when is known there; the bytes are not.
    expect(await asSupervisor(desk).evidence.list({ sscc })).toMatchObject({ photos: [{ person: { name: 'Sam' }, station: 'Dock 1', here: false, waiting: false }] });
    await expect(asSupervisor(desk).evidence.photo({ sscc, sha256: sha256(photo) })).rejects.toMatchObject({ data: { code: 'evidence.refused.notHere', hint: { key: 'evidence.hint.later' } } });
    const done = sent(dock);
    release();
    await done;
  });

  test('is read at another station, byte for byte, and then is there', async () => {
    const file = await asSupervisor(desk).evidence.photo({ sscc, sha256: sha256(photo) });
    expect(sha256(Buffer.from(file.base64, 'base64'))).toBe(sha256(photo));
    expect(file.mediaType).toBe('image/jpeg');
    expect((await asSupervisor(desk).evidence.list({ sscc })).photos).toMatchObject([{ here: true, waiting: false }]);
  });

  test('kept a second time counts once, at either station', async () => {
    for (const place of [dock, desk]) expect(await keep(place, photo)).toMatchObject({ already: true, photos: [{ sha256: sha256(photo) }] });
    expect((await asSupervisor(desk).orders.get({ po: PO })).handlingUnits).toMatchObject([{ sscc, photos: 1 }]);
  });

  test.each([
    ['a PNG', photoFile('pallet.png'), 'evidence.refused.notJpeg'],
    ['one that tells where it was taken', withSegment(photo, 0xe1, 'Exif\0\0'), 'evidence.refused.camera'],
    ['one of more than a megabyte', Buffer.concat([photo, Buffer.alloc(1024 * 1024)]), 'evidence.refused.tooLarge'],
  ])('%s is refused and leaves nothing behind', async (_name, bytes, code) => {
    await expect(keep(dock, bytes)).rejects.toMatchObject({ data: { code } });
    expect(dock.station.store.hasBlob(sha256(bytes))).toBe(false);
    expect((await asSupervisor(dock).evidence.list({ sscc })).photos).toHaveLength(1);
  });

  test('is in the history of its order', async () => {
    const { history } = await asSupervisor(desk).orders.get({ po: PO });
    expect(history.map(({ what }) => what)).toContainEqual(expect.objectContaining({ key: 'history.evidence.photographed' }));
  });

  test('stands in the dossier of its order, at a station that did not take it', async () => {
    const file = await asSupervisor(desk).papers.dossier({ po: PO });
    const text = pdfText(Buffer.from(file.base64, 'base64')).replaceAll(/\s+/g, ' ');
    for (const part of [
      `Dossier of PO ${PO}`, 'nothing has left yet', '0% (0 of 24 units inside the window, still open)', 'Acknowledgement, X12 855', 'prepared, not handed over', 'Picked 24 of MUG', 'Sam', 'Dock 1', '24 eaches',
      sha256(photo), '640 × 480 pixels', 'Page 1 of', '110.2 lb · 35.4 in',
    ]) expect(text).toContain(part);
    expect(file.fileName).toBe(`dossier-${PO}.pdf`);
  });

  test('is counted with what all of them take', async () => {
    const { kept, list } = asSupervisor(desk).evidence;
    const [only] = (await list({ sscc })).photos;
    expect(await kept({})).toEqual({ photos: 1, bytes: photo.length, oldestAt: only?.at });
  });

  test('stays when the projections are folded anew', async () => {
    const before = await asSupervisor(dock).evidence.list({ sscc });
    expect(dock.station.store.rebuild().different).toEqual([]);
    expect(await asSupervisor(dock).evidence.list({ sscc })).toEqual(before);
  });

  test('taken without central and kept over a restart is sent when both are back', async () => {
    const { port } = new URL(site.central.url);
    await site.stopCentral();
    const later = anotherPhoto(1);
    await keep(dock, later);
    dock.close();
    dock = site.open(dock.data);
    await site.start({ data: site.data, port: Number(port) });
    const done = sent(dock);
    await dock.station.sync.start();
    await done;
    expect(await site.central.central.blobs.get(dock.station.store.identity.site, sha256(later))).toEqual(later);
  });
});
