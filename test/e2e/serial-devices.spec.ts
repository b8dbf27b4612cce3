import { expect } from '@playwright/test';
import type { Page, TestInfo } from '@playwright/test';
import { join } from 'node:path';
import { buildElementStrings } from '../../shared/lib/barcode/element-string.ts';
import { TEST_ELEMENTS } from '../../shared/lib/scanner-test.ts';
import { PseudoTerminal } from '../support/pseudo-terminal.ts';
import { axe } from './support/axe.ts';
import { signIn } from './support/desk.ts';
import { grinder } from './support/goods.ts';
import { vendorOrders } from './support/orders.ts';
import { importOrders, inFolder, luis, marta, openWarehouse } from './support/warehouse.ts';
import { hotdock, test } from './support/workstation.ts';

const PO = '7HGRINDR';
const MORNING = '2026-09-15T13:00:00Z';
const serial = { usb: null, baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } as const;
const sizes = [[1920, 1080], [1366, 768], [800, 1280]] as const;

async function pictures(page: Page, info: TestInfo, name: string): Promise<void> {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    if (width !== 1920) expect.soft(await axe(page), `${name}, ${String(width)}`).toEqual([]);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `pixels too wide at ${String(width)}`).toBeLessThanOrEqual(0);
    await page.screenshot({ path: info.outputPath(`${name}-${String(width)}.png`) });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

test('a scanner on a serial port is set up, scans on every screen, and is told of when it is pulled out', async ({ workstation }, info) => {
  test.setTimeout(180_000);
  await inFolder(workstation.data, {}, (client) => openWarehouse(client, [grinder]));
  const scanner = new PseudoTerminal(join(workstation.data, 'scanner'));
  await scanner.plugIn();
  try {
    const page = await workstation.start();
    await signIn(page, marta);
    await page.evaluate(() => {
      location.hash = '/settings/scanner';
    });
    await test.step('set up', async () => {
      await page.getByRole('button', { name: 'Add a serial scanner' }).click();
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Dock 3');
      await page.getByRole('button', { name: /Port/ }).click();
      await page.getByRole('option', { name: 'Another port' }).click();
      await page.getByRole('textbox', { name: 'Name of the port' }).fill(scanner.path);
      await pictures(page, info, 'dialog');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByText('Connected', { exact: true })).toBeVisible();
    });

    await test.step('its test label', async () => {
      scanner.say(`]C1${buildElementStrings(TEST_ELEMENTS)}\r\n`);
      await expect(page.getByText('From Dock 3')).toBeVisible();
      await expect(page.getByText('This scanner is set up well')).toBeVisible();
      await page.getByText('Connected', { exact: true }).scrollIntoViewIfNeeded();
      await pictures(page, info, 'section');
    });

    await test.step('pulled out and plugged in', async () => {
      await scanner.pullOut();
      await expect(page.getByText('Not plugged in; it is looked for')).toBeVisible();
      await page.getByText('Not plugged in; it is looked for').scrollIntoViewIfNeeded();
      await pictures(page, info, 'missing');
      await scanner.plugIn();
      await expect(page.getByText('Connected', { exact: true })).toBeVisible();
    });

    await test.step('a badge while a field has the focus', async () => {
      await page.evaluate(() => {
        location.hash = '/queue';
      });
      const search = page.getByRole('searchbox').first();
      await search.fill('typing');
      scanner.say(`HD:BADGE:${luis.badge}\r\n`);
      await expect(page.getByText(luis.name).first()).toBeVisible();
      await page.getByRole('button', { name: 'Last 10' }).click();
      await expect(page.getByText(/ · Dock 3$/).first()).toBeVisible();
    });
  } finally {
    await scanner.pullOut();
  }
});

test('a pallet is picked and packed by a serial scanner, and its weight comes from the scale', async ({ workstation }, info) => {
  test.setTimeout(180_000);
  const [scanner, scale] = [new PseudoTerminal(join(workstation.data, 'scanner')), new PseudoTerminal(join(workstation.data, 'scale'))];
  await inFolder(workstation.data, { now: MORNING }, async (client) => {
    await openWarehouse(client, [grinder]);
    await importOrders(client, 'orders.json', vendorOrders({ po: PO, goods: grinder, units: 20, from: '2026-09-15', to: '2026-09-17' }));
    await client.acknowledgement.send({ po: PO, lines: [{ line: '1', accept: 20 }] });
    await client.devices.putScanner({ ...serial, id: null, name: 'Dock 3', path: scanner.path, prefix: '', gsText: '', end: 'line' });
    await client.devices.putScale({ scale: { ...serial, path: scale.path, protocol: 'header' } });
  });
  await Promise.all([scanner.plugIn(), scale.plugIn()]);
  let says = 'US,GS,+00388.1 kg\r\n';
  const saying = setInterval(() => scale.say(says), 100);
  try {
    const page = await workstation.start(MORNING);
    const answer = page.getByRole('group', { name: 'Scanner' }).getByRole('status');
    const scan = async (code: string, words: string): Promise<void> => {
      scanner.say(`${code}\r\n`);
      await expect(answer, `answer to ${code}`).toContainText(words);
    };
    await scan(`HD:BADGE:${luis.badge}`, luis.name);
    await scan(`HD:PO:${PO}:1`, 'picking begins');
    await scan(`HD:LOC:${grinder.bin}`, `At bin ${grinder.bin}`);
    await scan(grinder.caseGtin, '10 eaches left.');
    await scan(grinder.caseGtin, 'Line complete.');
    await scan('HD:CMD:DONE', 'Now pack it.');
    // One piece of two codes: both count, in their order.
    scanner.say(`${grinder.caseGtin}\r\n${grinder.caseGtin}\r\n`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('is all packed');

    await page.getByRole('button', { name: 'Close pallet' }).click();
    const dialog = page.getByRole('dialog', { name: 'Close pallet' });
    await expect(dialog.getByText('still moving')).toContainText('855.6 lb');
    await expect(dialog.getByRole('button', { name: 'Take weight' })).toBeDisabled();
    says = 'ST,GS,+00412.5 kg\r\n';
    await expect(dialog.getByText('Scale: 909.4 lb', { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Take weight' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Weight with pallet' })).toHaveValue('909.4');
    await pictures(page, info, 'weighed');
    await dialog.getByRole('radio', { name: 'kg' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Weight with pallet' })).toHaveValue('412.5');
    await dialog.getByRole('button', { name: 'Close without label' }).click();
    await expect(dialog).toHaveCount(0);
    const { handlingUnits } = (await hotdock(workstation.data, ['order', PO])) as { readonly handlingUnits: readonly { readonly weightGrams: number | null }[] };
    expect(handlingUnits.map(({ weightGrams }) => weightGrams)).toEqual([412_500]);
  } finally {
    clearInterval(saying);
    await Promise.all([scanner.pullOut(), scale.pullOut()]);
  }
});
