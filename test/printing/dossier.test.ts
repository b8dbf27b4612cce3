import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderDossier } from '../../electron/printing/dossier.ts';
import type { DossierPaper } from '../../shared/documents/dossier.ts';
import { instant, type Zone } from '../../shared/lib/time.ts';
import { photoFile } from '../support/photos.ts';
import { temporaryFolder } from '../support/store.ts';
import { pdfText } from './raster.ts';

const paper = (rows: number, photos: number): DossierPaper => ({
  title: 'Dossier of PO 7HGRINDR', subtitle: 'Phoenix', footer: 'PO 7HGRINDR · printed by Sam', facts: [{ caption: 'Received', value: 'Nov 24, 2025, 10:42 CST' }],
  tables: [
    { title: 'What happened', columns: [{ heading: 'When', share: 1 }, { heading: 'What', share: 3 }], rows: Array.from({ length: rows }, (_, index) => [`at ${index}`, `Picked ${index} of CG-200`]), none: 'None.' },
    { title: 'Shipments', columns: [{ heading: 'Shipment', share: 1 }], rows: [], none: 'None at all.' },
  ],
  photosTitle: 'Photos',
  photos: Array.from({ length: photos }, (_, index) => ({ words: [`Photo number ${index} by Ana`], jpeg: index === 2 ? null : photoFile('pallet.jpg') })),
  printedAt: instant(0), zone: 'UTC' as Zone, locale: 'en',
});

it('says every row once, repeats the heads, and counts its pages', async () => {
  const pages = pdfText(await renderDossier(paper(150, 0), 'Letter')).split('\f').filter((text) => text.trim() !== '');
  const text = pages.join('\n');
  for (let row = 0; row < 150; row += 1) expect(text.match(new RegExp(`Picked ${row} of CG-200`, 'g')), `row ${row}`).toHaveLength(1);
  expect(pages.length).toBeGreaterThan(2);
  pages.forEach((page, index) => {
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    expect(page).toContain('PO 7HGRINDR · printed by Sam');
  });
  expect(pages.slice(0, -1).every((page) => /When +What/.test(page))).toBe(true);
  expect(text).toContain('None at all.');
});

it('shows each photo, as it was kept, with its words; one that is not here is said', async () => {
  const file = join(temporaryFolder(), 'dossier.pdf');
  const pdf = await renderDossier(paper(1, 4), 'A4');
  writeFileSync(file, pdf);
  const pictures = execFileSync('pdfimages', ['-list', file]).toString().split('\n').filter((line) => line.includes(' jpeg '));
  expect(pictures.map((line) => line.trim().split(/\s+/).slice(3, 5))).toEqual([['640', '480'], ['640', '480'], ['640', '480']]);
  const text = pdfText(pdf);
  for (let photo = 0; photo < 4; photo += 1) expect(text).toContain(`Photo number ${photo} by Ana`);
});

it('is whole also where a file that was kept is no picture, and says so in its place', async () => {
  const whole = paper(1, 1);
  const pallet = photoFile('pallet.jpg');
  const broken = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.integer({ min: 0, max: 600 }).map((length) => pallet.subarray(0, length)),
  );
  // Two frames, the first without a size: what readers make of it differs.
  const twoFrames = Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xff, 0xd9]);
  await fc.assert(
    fc.asyncProperty(broken, async (jpeg) => {
      const text = pdfText(await renderDossier({ ...whole, photos: [{ words: ['Photo of a pallet by Ana'], jpeg }] }, 'Letter'));
      expect(text).toContain('Photo of a pallet by Ana');
      expect(text).toContain('The file that was kept cannot be shown as a picture.');
    }),
    { numRuns: 12, examples: [[twoFrames]] },
  );
});
