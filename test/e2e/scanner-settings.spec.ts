import { expect } from '@playwright/test';
import type { Page, TestInfo } from '@playwright/test';
import { buildElementStrings } from '../../shared/lib/barcode/element-string.ts';
import { TEST_ELEMENTS } from '../../shared/lib/scanner-test.ts';
import { axe } from './support/axe.ts';
import { signIn } from './support/desk.ts';
import { grinder } from './support/goods.ts';
import { lookLater } from './support/picture.ts';
import { Scanner } from './support/scanner.ts';
import { inFolder, luis, marta, openWarehouse } from './support/warehouse.ts';
import { test } from './support/workstation.ts';
import type { Workstation } from './support/workstation.ts';

const GS = '\u001d';
const label = buildElementStrings(TEST_ELEMENTS);
/** The keys of a scanner set to a United States keyboard, on a machine with the German one. */
const german = (text: string): string => [...text].map((character) => 'zyZYßÖ-?+'.charAt('yzYZ-:/_]'.indexOf(character)) || character).join('');

async function atScannerPage(workstation: Workstation): Promise<{ readonly page: Page; readonly scanner: Scanner }> {
  await inFolder(workstation.data, {}, (client) => openWarehouse(client, [grinder]));
  const page = await workstation.start();
  await signIn(page, marta);
  await page.evaluate(() => {
    location.hash = '/settings/scanner';
  });
  await expect(page.getByRole('heading', { name: 'Scanners and scale' })).toBeVisible();
  return { page, scanner: new Scanner(page) };
}

const result = (page: Page, words: string) => page.getByText(words, { exact: true });

test('the test label tells how a scanner is set up and what to change; what is kept holds for the next scans', async ({ workstation }) => {
  test.setTimeout(120_000);
  const { page, scanner } = await atScannerPage(workstation);

  await test.step('the label is printed', async () => {
    // A browser that shows no PDF saves it instead of the preview.
    const paper = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Print test label' }).click();
    expect((await paper).suggestedFilename()).toBe('Scanner_test.pdf');
  });

  await test.step('a keyboard of another country', async () => {
    await scanner.send(german(`]C1${label}`));
    await expect(page.getByText('this machine has the German one (QWERTZ)', { exact: false })).toBeVisible();
    await expect(page.getByText('"-" came as "ß"', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Keep for this station' })).toHaveCount(0);
  });

  await test.step('GS left out', async () => {
    await scanner.send(`]C1${label.replace(GS, '')}`);
    await expect(result(page, 'GS between fields: missing')).toBeVisible();
    await expect(result(page, 'Something has to change')).toBeVisible();
  });

  await test.step('a prefix and a text of its own for GS, kept', async () => {
    await scanner.send(`~${label.replace(GS, '^29')}`);
    await expect(result(page, 'This scanner is set up well')).toBeVisible();
    await expect(result(page, 'Before each code: "~"')).toBeVisible();
    await expect(result(page, 'GS between fields: sent as "^29"')).toBeVisible();
    await page.getByRole('button', { name: 'Keep for this station' }).click();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Back to the usual' })).toBeVisible();
    await scanner.send(`~${label.replace(GS, '^29')}`);
    await expect(result(page, 'GS between fields: sent as the character')).toBeVisible();
  });

  await test.step('a badge signs its person in, prefix and all', async () => {
    await scanner.send(`~HD:BADGE:${luis.badge}`);
    await expect(page.getByText(luis.name).first()).toBeVisible();
  });
});

test('any other code is explained here and counts nowhere; a refusal says what was expected', async ({ workstation }) => {
  test.setTimeout(120_000);
  const { page, scanner } = await atScannerPage(workstation);
  await scanner.send('0109506000134353');
  await expect(page.getByText('the check digit of 09506000134353 is 3, 2 was expected', { exact: false })).toBeVisible();
  await scanner.send(`]C10109506000134352422840${GS}10LOT-7${GS}3712`);
  await expect(page.getByRole('table', { name: 'What the code says' })).toContainText('BATCH/LOT');
  await expect(page.getByText('(01) should not come together with (37).', { exact: false })).toBeVisible();
  await scanner.send(`]C10109506000134352422999`);
  await expect(page.getByText('(422) 999 is no country code.', { exact: false })).toBeVisible();
  await scanner.send('HD:CMD:undo');
  await expect(page.getByText('A command: it does nothing here')).toBeVisible();
  await expect(scanner.answer).toHaveText('No scans yet');
});

const looks = [
  ['light', 1920, 1080], ['light', 1366, 768], ['light', 800, 1280], ['dark', 1366, 768], ['contrast', 1366, 768], ['dark', 800, 1280],
] as const;

test('the page in every theme and size is accessible and fits', async ({ workstation }, info: TestInfo) => {
  test.setTimeout(240_000);
  const { page, scanner } = await atScannerPage(workstation);
  const pictures = [['code', `]C10109506000134352422840${GS}10LOT-7${GS}3712`], ['wrong', german(label)]] as const;
  for (const [name, code] of pictures) {
    await scanner.send(code);
    await expect(page.locator('.scanner-findings, .plain-table').first()).toBeVisible();
    for (const [theme, width, height] of looks) {
      await page.setViewportSize({ width, height });
      await page.evaluate((to) => {
        document.documentElement.dataset['theme'] = to;
      }, theme);
      if (width !== 1920) expect.soft(await axe(page), `${name}, ${theme}, ${String(width)}`).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `pixels too wide at ${String(width)}`).toBeLessThanOrEqual(0);
      await lookLater(page, info, `scanner-${name}-${theme}-${String(width)}`);
    }
  }
});
