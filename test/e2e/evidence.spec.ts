import { expect } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { photoFile, withSegment } from '../support/photos.ts';
import { grinder } from './support/goods.ts';
import { vendorOrders } from './support/orders.ts';
import { Scanner } from './support/scanner.ts';
import { importOrders, inFolder, luis, marta, openWarehouse } from './support/warehouse.ts';
import { test as base } from './support/workstation.ts';

const PO = '7HGRINDR';
const MORNING = '2026-09-15T13:00:00Z';

const PRETENDED_CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** A browser with a camera that shows Chromium's test picture, granted as a person would. */
const test = base.extend<object, { readonly chromium: () => Promise<Browser> }>({
  chromium: [
    async ({ playwright, launchOptions }, use) => {
      let started: Promise<Browser> | undefined;
      await use(() => (started ??= playwright.chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), ...PRETENDED_CAMERA] })));
      await (await started)?.close();
    },
    { scope: 'worker' },
  ],
});

test('once its label is scanned on it, a pallet is photographed by camera or file, and the photos stay', async ({ workstation }) => {
  let sscc = '';
  await inFolder(workstation.data, { now: MORNING }, async (client) => {
    await openWarehouse(client, [grinder]);
    await importOrders(client, 'orders.json', vendorOrders({ po: PO, goods: grinder, units: 12, type: 'RushOrder', from: '2026-09-15', to: '2026-09-17' }));
  });
  await inFolder(workstation.data, { now: MORNING, as: marta }, async (client) => {
    await client.acknowledgement.send({ po: PO, lines: [{ line: '1', accept: 12 }] });
    await client.floor.start({ kind: 'pick', po: PO });
    await client.floor.scan({ code: `HD:LOC:${grinder.bin}` });
    await client.floor.scan({ code: grinder.upc, quantity: 12 });
    await client.floor.start({ kind: 'pack', po: PO });
    sscc = (await client.units.open({ po: PO, kind: 'pallet' })).unit?.sscc ?? '';
    await client.floor.scan({ code: grinder.upc, quantity: 12 });
    await client.units.close({ sscc, weightGrams: 90_000, heightMm: 900 });
    await client.units.label({ sscc, format: 'zpl' });
  });
  const page = await workstation.start(MORNING);
  /** What the page asks the station for, where it can be seen: the desktop app's own way has no frames. */
  const asked: string[] = [];
  page.on('websocket', (line) => line.on('framesent', ({ payload }) => asked.push(String(payload))));
  // Its connection is told when it is made: once more, from here on.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Who works here?' })).toBeVisible();
  const scanner = new Scanner(page);
  await scanner.scan(`HD:BADGE:${luis.badge}`, luis.name);
  await scanner.scan(`00${sscc}`, 'abel');
  const photos = page.getByRole('dialog', { name: 'Photos' });
  const choose = async (name: string, buffer: Buffer): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), photos.getByRole('button', { name: 'From a file' }).click()]);
    await chooser.setFiles({ name, mimeType: 'image/jpeg', buffer });
  };

  await test.step('by camera, looked at before it is kept', async () => {
    await page.getByRole('button', { name: 'Photo', exact: true }).click();
    if (workstation.shell === 'browser') {
      await photos.getByRole('button', { name: 'Take the photo' }).click();
      await photos.getByRole('button', { name: 'Take again' }).click();
      await photos.getByRole('button', { name: 'Take the photo' }).click();
    } else {
      // No camera can be pretended there: the file is offered in its place.
      await expect(photos.getByText('No camera was found here.')).toBeVisible();
      await choose('other.png', photoFile('pallet.png'));
    }
    await expect(photos.getByRole('img', { name: 'The photo as it will be kept' })).toBeVisible();
    await photos.getByRole('button', { name: 'Keep this photo' }).click();
    await expect(photos.getByRole('img', { name: `${luis.name}, Dock 2` })).toHaveCount(1);
  });

  await test.step('from a file: what is no picture is refused by its bytes, what a camera wrote beside it is left out', async () => {
    await photos.getByRole('button', { name: 'One more photo' }).click();
    await choose('photo.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    await expect(photos.getByText('photo.jpg is not a JPEG, PNG or WebP picture.')).toBeVisible();
    await choose('phone.jpg', withSegment(photoFile('pallet.jpg'), 0xe1, 'Exif\0\0 36.1699N 115.1398W'));
    await photos.getByRole('button', { name: 'Keep this photo' }).click();
    await expect(photos.getByRole('img', { name: `${luis.name}, Dock 2` })).toHaveCount(2);
    // A photo never changes: the second one had the first not fetched again.
    if (workstation.shell === 'browser') expect(asked.filter((frame) => frame.includes('/evidence/photo'))).toHaveLength(2);
  });

  await test.step('the next scan puts the photos away, and work goes on', async () => {
    await scanner.scan(`00${sscc}`, 'Pallet');
    await expect(photos).toBeHidden();
    await expect(page.getByRole('button', { name: '2 photos' })).toBeVisible();
  });

  await workstation.stop();
  await inFolder(workstation.data, { now: MORNING, as: marta }, async (client) => {
    const kept = await client.evidence.list({ sscc });
    expect(kept.photos.map(({ person, via, bytes }) => [person.name, via, bytes > 1_000])).toEqual([[luis.name, workstation.shell === 'browser' ? 'camera' : 'file', true], [luis.name, 'file', true]]);
    const files = await Promise.all(kept.photos.map(({ sha256 }) => client.evidence.photo({ sscc, sha256 })));
    for (const { base64 } of files) expect(Buffer.from(base64, 'base64').includes('115.1398W')).toBe(false);
  });
});
