import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { axe } from './support/axe.ts';
import { drop, goTo, importResult, signIn } from './support/desk.ts';
import { grinder, kettle } from './support/goods.ts';
import { vendorOrders } from './support/orders.ts';
import { Scanner } from './support/scanner.ts';
import { inFolder, marta, openWarehouse } from './support/warehouse.ts';
import { test } from './support/workstation.ts';

const PO = '7HGRINDR';

const notice = (page: Page): Locator => page.getByRole('region', { name: 'Notices' });
const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });

type Theme = 'light' | 'dark' | 'contrast';
const themes: readonly Theme[] = ['light', 'dark', 'contrast'];

/** What axe finds in a theme. */
async function axeIn(page: Page, theme: Theme): Promise<readonly string[]> {
  await page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name;
  }, theme);
  return axe(page);
}

test.describe.configure({ timeout: 120_000 });

test('stock: a count by hand in a new bin, and a CSV whose columns a person names', async ({ workstation }) => {
  await inFolder(workstation.data, {}, (client) => openWarehouse(client, [grinder, kettle]));
  const page = await workstation.start();
  await signIn(page, marta);
  await goTo(page, 'Stock');
  const table = page.getByRole('grid', { name: 'Products' });
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table.getByRole('row', { name: /CG-200/ })).toContainText('1,000');

  await test.step('found by its bin, then set in another', async () => {
    await page.getByRole('searchbox', { name: 'Search products' }).fill(grinder.bin);
    await expect(table.getByRole('row')).toHaveCount(2);
    await table.getByText(grinder.sku).click();
    const panel = page.getByRole('complementary', { name: `Product ${grinder.sku}` });
    await panel.getByRole('button', { name: 'Set stock' }).click();
    const form = dialog(page, `Set stock of ${grinder.sku}`);
    await form.getByRole('button', { name: / Bin$/ }).click();
    await page.getByRole('option', { name: 'Another bin' }).click();
    await form.getByRole('textbox', { name: 'Name of the bin' }).fill('z-09');
    await form.getByRole('spinbutton', { name: 'Boxed in this bin' }).fill('60');
    await form.getByRole('button', { name: 'Set 60 eaches in Z-09' }).click();
    await expect(notice(page)).toContainText('CG-200: 60 boxed in Z-09');
    await expect(panel).toContainText('1,060');
    expect(await axeIn(page, 'light')).toEqual([]);
    await panel.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('a file is tried, its columns named, then written', async () => {
    await page.getByRole('searchbox', { name: 'Search products' }).fill('');
    await page.getByRole('button', { name: 'Import CSV' }).click();
    const form = dialog(page, 'Import CSV');
    await form.locator('input[type=file]').setInputFiles({ name: 'count.csv', mimeType: 'text/csv', buffer: Buffer.from(`Thing;Amount;Where\n${kettle.sku};77;${kettle.bin}\nNOPE;3;A-1\n`) });
    await expect(form).toContainText('No column holds the vendor SKU');
    await form.getByRole('radio', { name: 'Counted stock' }).click();
    for (const [field, column] of [['Vendor SKU', '1: Thing'], ['Boxed', '2: Amount'], ['Bin', '3: Where']] as const) {
      await form.getByRole('button', { name: new RegExp(` ${field}( optional)?$`) }).click();
      await page.getByRole('option', { name: column }).click();
    }
    await expect(form.getByRole('status').first()).toHaveText('2 rows read: 1 changes something.');
    await expect(form).toContainText('There is no product NOPE.');
    expect(await axeIn(page, 'dark')).toEqual([]);
    await form.getByRole('button', { name: 'Import 1 row' }).click();
    await expect(form).toContainText('1 row written');
    await form.getByRole('button', { name: 'Close' }).last().click();
    await expect(table.getByRole('row', { name: /KT-300/ })).toContainText('77');
  });

  await test.step('a new product, by any SKU', async () => {
    await page.getByRole('button', { name: 'Add product' }).click();
    const form = dialog(page, 'Add product');
    await form.getByRole('textbox', { name: 'Vendor SKU' }).fill('A/B 50%');
    // A focused GTIN field takes the product's own bar code.
    const caseGtin = form.getByRole('textbox', { name: 'GTIN of a case' });
    await caseGtin.focus();
    await new Scanner(page).send('10614141000125');
    await expect(caseGtin).toHaveValue('10614141000125');
    await form.getByRole('button', { name: 'Save product' }).click();
    await expect(form).toContainText('A whole number of eaches, 1 or more');
    await form.getByRole('textbox', { name: 'Eaches in a case' }).fill('4');
    await form.getByRole('button', { name: 'Save product' }).click();
    await expect(page.getByRole('complementary', { name: 'Product A/B 50%' })).toContainText('Nothing lies in a bin.');
  });
});

test('people: a new person by scanned badge, put on an order, seen with the load and when it is done', async ({ workstation }) => {
  await inFolder(workstation.data, {}, (client) => openWarehouse(client, [grinder]));
  const page = await workstation.start();
  await signIn(page, marta);
  await drop(page, 'rush.json', vendorOrders({ po: PO, goods: grinder, type: 'RushOrder', units: 1000, from: '2099-03-11', to: '2099-03-13' }));
  await expect(importResult(page, 'rush.json')).toContainText('1 received');
  await page.getByRole('button', { name: 'To the queue' }).click();
  await goTo(page, 'People');
  const scanner = new Scanner(page);

  await test.step('added', async () => {
    await page.getByRole('button', { name: 'Add person' }).click();
    const form = dialog(page, 'Add person');
    await form.getByRole('textbox', { name: 'Name' }).fill('Ana Ruiz');
    await scanner.send('HD:BADGE:D9009');
    await expect(form.getByRole('textbox', { name: 'Badge' })).toHaveValue('D9009');
    await form.getByLabel('PIN', { exact: true }).fill('4321');
    await form.getByLabel('PIN once more').fill('4322');
    await form.getByRole('button', { name: 'Save person' }).click();
    await expect(form).toContainText('The two PINs differ. Enter both again.');
    expect(await axeIn(page, 'contrast')).toEqual([]);
    await form.getByLabel('PIN once more').fill('4321');
    await form.getByRole('button', { name: 'Save person' }).click();
    await expect(notice(page)).toContainText('Ana Ruiz saved');
  });

  await test.step('assigned by hand', async () => {
    const row = page.getByRole('grid', { name: 'People' }).getByRole('row', { name: /Ana Ruiz/ });
    await row.click();
    const panel = page.getByRole('complementary', { name: 'Person Ana Ruiz' });
    await panel.getByRole('button', { name: 'Assign order' }).click();
    const form = dialog(page, 'Assign Ana Ruiz to an order');
    await form.getByRole('combobox', { name: 'Order' }).fill(PO.slice(0, 5));
    await page.getByRole('option', { name: PO }).click();
    await form.getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(panel.getByRole('link', { name: PO })).toBeVisible();
    await expect(panel).toContainText('1,000 units left');
    await expect(row).toContainText('1,000 units');
    expect(await axeIn(page, 'light')).toEqual([]);
    await panel.getByRole('button', { name: `Take Ana Ruiz off order ${PO}` }).click();
    await expect(panel).toContainText('No order is assigned.');
  });

  await test.step('and the badge signs her in', async () => {
    await scanner.send('HD:BADGE:D9009');
    await expect(page.getByRole('button', { name: 'Ana Ruiz, switch person' })).toBeVisible();
  });
});

test('metrics: five numbers, each with what is behind it', async ({ workstation }) => {
  await inFolder(workstation.data, {}, (client) => openWarehouse(client, [grinder]));
  const page = await workstation.start();
  await signIn(page, marta);
  await drop(page, 'rush.json', vendorOrders({ po: PO, goods: grinder, type: 'RushOrder', units: 1000, from: '2099-03-11', to: '2099-03-13' }));
  await expect(importResult(page, 'rush.json')).toContainText('1 received');
  await page.getByRole('button', { name: 'To the queue' }).click();
  await goTo(page, 'Metrics');
  const numbers = page.getByRole('navigation', { name: 'Five numbers' });
  await expect(numbers.getByRole('link')).toHaveCount(5);
  await expect(page.getByRole('grid', { name: 'By day' })).toContainText('0 of 1,000');
  await numbers.getByRole('link', { name: /HPO fill rate/ }).click();
  const panel = page.getByRole('complementary', { name: 'HPO fill rate' });
  await expect(panel).toContainText('1 order still open, not counted yet');
  expect(await axeIn(page, 'dark')).toEqual([]);
  await numbers.getByRole('link', { name: /Open HPOs/ }).click();
  await page.getByRole('complementary', { name: 'Open HPOs' }).getByRole('link', { name: PO }).click();
  await expect(page.getByRole('complementary', { name: `Order ${PO}` })).toBeVisible();
});

test('settings: what is changed holds, what is wrong is said, and the journal knows', async ({ workstation }) => {
  await inFolder(workstation.data, {}, (client) => openWarehouse(client, [grinder]));
  const page = await workstation.start();
  await signIn(page, marta);
  await goTo(page, 'Settings');
  await expect(heading(page, 'Settings')).toBeVisible();
  const section = async (name: string): Promise<Locator> => {
    await page.getByRole('listbox', { name: 'Settings' }).getByRole('option', { name }).click();
    return page.getByRole('region', { name, exact: true });
  };

  await test.step('clocks', async () => {
    const clocks = await section('Clocks and pace');
    await clocks.getByRole('textbox', { name: 'Last collection of the day' }).fill('25:00');
    await clocks.getByRole('button', { name: 'Save' }).click();
    await expect(clocks).toContainText('A time such as 16:00');
    await clocks.getByRole('button', { name: 'Undo changes' }).click();
    await expect(clocks.getByRole('textbox', { name: 'Last collection of the day' })).toHaveValue('16:00');
    await clocks.getByRole('textbox', { name: 'Last collection of the day' }).fill('15:30');
    await clocks.getByRole('button', { name: 'Save' }).click();
    await expect(clocks.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  await test.step('hot rules', async () => {
    const rules = await section('Hot rules');
    const before = await rules.getByRole('group', { name: /^Rule \d/ }).count();
    await rules.getByRole('button', { name: 'Add rule' }).click();
    await rules.getByRole('group', { name: `Rule ${before + 1}` }).getByRole('textbox', { name: 'Hours' }).fill('soon');
    await rules.getByRole('button', { name: 'Save rules' }).click();
    await expect(rules).toContainText('Whole hours, 1 to 5 digits');
    await rules.getByRole('group', { name: `Rule ${before + 1}` }).getByRole('textbox', { name: 'Hours' }).fill('48');
    await rules.getByRole('button', { name: 'Save rules' }).click();
    await expect(rules.getByRole('button', { name: 'Save rules' })).toBeDisabled();
  });

  await test.step('a chargeback rate', async () => {
    const policy = await section('Chargeback policy');
    await policy.getByRole('row', { name: /On time: not on time/ }).click();
    const form = dialog(page, 'Edit rule');
    await form.getByRole('textbox', { name: /Percent of the cost/ }).fill('4.5');
    await form.getByRole('button', { name: 'Save rule' }).click();
    await expect(policy).toContainText('4.50%');
  });

  await test.step('a backup', async () => {
    const data = await section('Data and backup');
    await data.getByRole('button', { name: 'Back up now' }).click();
    await expect(data).toContainText('Backup written');
  });

  await test.step('all of it in the journal', async () => {
    const journal = await section('Journal');
    await expect(journal.getByRole('grid')).toContainText('Chargeback rules changed');
    await journal.getByRole('row', { name: /Settings changed/ }).first().click();
    await expect(dialog(page, 'Entry')).toContainText('hotRules');
    await page.keyboard.press('Escape');
  });

  await test.step('accessible, section by section, each in another theme', async () => {
    const names = ['Site and station', 'Labels and papers', 'Hot rules', 'Chargeback policy', 'Ship-to codes', 'EDI identity', 'Folders', 'Language and look', 'Sounds', 'Code sheets', 'Data and backup', 'Journal'];
    for (const [index, name] of names.entries()) {
      await section(name);
      expect(await axeIn(page, themes[index % themes.length] ?? 'light'), name).toEqual([]);
    }
  });
});
