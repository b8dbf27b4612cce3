import { expect } from '@playwright/test';
import { join } from 'node:path';
import { buildElementStrings } from '../../shared/lib/barcode/element-string.ts';
import { TEST_ELEMENTS } from '../../shared/lib/scanner-test.ts';
import { PseudoTerminal } from '../support/pseudo-terminal.ts';
import { axe } from './support/axe.ts';
import { signIn } from './support/desk.ts';
import { grinder } from './support/goods.ts';
import { inFolder, luis, marta, openWarehouse } from './support/warehouse.ts';
import { test } from './support/workstation.ts';

const sizes = [[1920, 1080], [1366, 768], [800, 1280]] as const;

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
    const pictures = async (name: string): Promise<void> => {
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        if (width !== 1920) expect.soft(await axe(page), `${name}, ${String(width)}`).toEqual([]);
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `pixels too wide at ${String(width)}`).toBeLessThanOrEqual(0);
        await page.screenshot({ path: info.outputPath(`${name}-${String(width)}.png`) });
      }
    };

    await test.step('set up', async () => {
      await page.getByRole('button', { name: 'Add a serial scanner' }).click();
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Dock 3');
      await page.getByRole('button', { name: /Port/ }).click();
      await page.getByRole('option', { name: 'Another port' }).click();
      await page.getByRole('textbox', { name: 'Name of the port' }).fill(scanner.path);
      await pictures('dialog');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByText('Connected', { exact: true })).toBeVisible();
    });

    await test.step('its test label', async () => {
      scanner.say(`]C1${buildElementStrings(TEST_ELEMENTS)}\r\n`);
      await expect(page.getByText('From Dock 3')).toBeVisible();
      await expect(page.getByText('This scanner is set up well')).toBeVisible();
      await page.getByText('Connected', { exact: true }).scrollIntoViewIfNeeded();
      await pictures('section');
    });

    await test.step('pulled out and plugged in', async () => {
      await scanner.pullOut();
      await expect(page.getByText('Not plugged in; it is looked for')).toBeVisible();
      await page.getByText('Not plugged in; it is looked for').scrollIntoViewIfNeeded();
      await pictures('missing');
      await scanner.plugIn();
      await expect(page.getByText('Connected', { exact: true })).toBeVisible();
    });

    await page.setViewportSize({ width: 1366, height: 768 });
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
