import { expect } from '@playwright/test';
import { drop, goTo, importResult, orderPanel, signIn } from './support/desk.ts';
import { grinder, kettle } from './support/goods.ts';
import { sellerOrder, vendorOrders } from './support/orders.ts';
import { Scanner } from './support/scanner.ts';
import { hana, importOrders, inFolder, luis, marta, openWarehouse } from './support/warehouse.ts';
import type { StationClient } from '../../electron/station/cli/connect.ts';
import { hotdock, test } from './support/workstation.ts';

const PO = '7HGRINDR';
const rush = { po: PO, goods: grinder, units: 100, type: 'RushOrder', from: '2026-09-15', to: '2026-09-18' } as const;
const MORNING = '2026-09-15T13:00:00Z';

async function acknowledged(client: StationClient): Promise<void> {
  await openWarehouse(client, [grinder, kettle]);
  await importOrders(client, 'rush.json', vendorOrders(rush));
  await client.acknowledgement.send({ po: PO, lines: [{ line: '1', accept: 100 }] });
}

test('killed in the middle of picking: the same line and count after the badge', async ({ workstation }) => {
  await inFolder(workstation.data, { now: MORNING }, acknowledged);
  const page = await workstation.start(MORNING);
  const scanner = new Scanner(page);
  const instruction = page.getByRole('heading', { level: 1 });
  await scanner.scan(`HD:BADGE:${luis.badge}`, luis.name);
  await scanner.scan(`HD:PO:${PO}:1`, 'picking begins');
  await scanner.scan(`HD:LOC:${grinder.bin}`, `At bin ${grinder.bin}`);
  for (const left of [90, 80, 70]) await scanner.scan(grinder.caseGtin, `${left} eaches left.`);

  await workstation.kill();
  await expect(page.getByText('No connection to the station')).toBeVisible();
  // What is scanned now waits for the station, and then for the person: the station knows nobody after its start.
  for (const code of [grinder.caseGtin, grinder.caseGtin]) await scanner.send(code);
  await expect(scanner.bar).toContainText('2 scans waiting');
  await expect(scanner.answer).toHaveText('Waits: the station does not answer. 2 scans kept.');
  await workstation.start(MORNING);
  await expect(page.getByRole('heading', { name: 'Who works here?' })).toBeVisible();
  const held = page.getByRole('status').filter({ hasText: `Scanned before sign-in by ${luis.name}: 2 scans` });
  await expect(held).toContainText(`Sent in order when ${luis.name} signs in again`);
  await expect(scanner.answer).toContainText(`Kept for ${luis.name}`);
  // They outlive the page.
  await page.reload();
  await expect(held).toBeVisible();

  // Nobody else's: kept while another person works here.
  await scanner.scan(`HD:BADGE:${marta.badge}`, marta.name);
  await expect(held).toBeVisible();
  await held.getByRole('button', { name: 'Look or discard' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(2);
  await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
  expect(await hotdock(workstation.data, ['order', PO])).toMatchObject({ units: { picked: 30 } });

  // The dialog that asks who works here ends at once with Escape, and with a badge, whatever name was chosen.
  for (const end of [() => page.keyboard.press('Escape'), () => scanner.send(`HD:BADGE:${luis.badge}`)]) {
    await page.getByRole('button', { name: ', switch person' }).click();
    await page.getByRole('dialog').getByRole('button', { name: hana.name }).click();
    await expect(page.getByRole('dialog').getByLabel(`PIN for ${hana.name}`)).toBeFocused();
    await end();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await expect(scanner.answer).toContainText('50 eaches left.');
  await expect(scanner.answer).toContainText(`Scanned before ${luis.name} signed in again`);
  await expect(held).toBeHidden();
  await goTo(page, 'Tasks');
  await expect(instruction).toHaveText(`Bin ${grinder.bin}: scan CG-200, 50 eaches left`);
  await scanner.scan(grinder.caseGtin, '40 eaches left.');
  expect(await hotdock(workstation.data, ['order', PO])).toMatchObject({ units: { picked: 60 } });
  // All of them are his.
  const journal = (await hotdock(workstation.data, ['journal', '--limit', '5000'])) as { entries: { kind: string; actor: { name: string } }[] };
  expect(new Set(journal.entries.filter(({ kind }) => kind === 'pick.confirmed').map(({ actor }) => actor.name))).toEqual(new Set([luis.name]));
});

test('two windows of one station see what the other does', async ({ workstation }) => {
  await inFolder(workstation.data, { now: MORNING }, acknowledged);
  const one = await workstation.start(MORNING);
  await signIn(one, marta);
  const two = await workstation.anotherWindow();
  const panel = orderPanel(two, PO);
  await two.getByRole('article', { name: PO }).getByRole('button', { name: PO }).click();
  await expect(panel).toContainText('Nobody is assigned.');

  await one.getByRole('article', { name: PO }).getByRole('button', { name: PO }).click();
  await orderPanel(one, PO).getByRole('button', { name: 'More actions' }).click();
  await one.getByRole('menuitem', { name: 'Pin to the front' }).click();
  await one.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('the buyer called');
  await one.getByRole('dialog').getByRole('button', { name: 'Pin to the front' }).click();
  await expect(panel).toContainText('Its place was set by hand: the buyer called');

  await drop(two, 'another.json', vendorOrders({ ...rush, po: '7KETTLES', goods: kettle, units: 60 }));
  await expect(one.getByRole('alert').filter({ hasText: 'Hot order 7KETTLES' })).toBeVisible();
  await expect(one).toHaveTitle('(2) Hotdock: 2 hot orders');
  await expect(one.getByRole('region', { name: 'Hot orders' }).getByRole('article')).toHaveCount(2);

  // A scan that begins work leaves what is half typed on the screen.
  await goTo(one, 'Stock');
  await one.getByRole('button', { name: 'Add product' }).click();
  const sku = one.getByRole('dialog', { name: 'Add product' }).getByRole('textbox', { name: 'Vendor SKU' });
  await sku.fill('HALF-TYPED');
  await new Scanner(one).scan(`HD:PO:${PO}:1`, 'picking begins');
  await expect(sku).toHaveValue('HALF-TYPED');
});

test('a third-party order is shown as such and refuses the flag with the explanation', async ({ workstation }) => {
  const id = '902-1845936-5435065';
  await inFolder(workstation.data, { now: MORNING }, async (client) => {
    await openWarehouse(client, [grinder]);
    await importOrders(client, 'seller.json', sellerOrder(id, grinder, '2026-09-15', '2026-09-17'));
  });
  const page = await workstation.start(MORNING);
  await signIn(page, marta);
  await expect(page).toHaveTitle('Hotdock');
  const row = page.getByRole('grid', { name: 'Standard orders' }).getByRole('row').filter({ hasText: id });
  await expect(row).toContainText('Third party, FBM');
  await row.click();
  await orderPanel(page, id).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Mark as HPO' }).click();
  const dialog = page.getByRole('dialog', { name: `${id} cannot be an HPO` });
  await expect(dialog).toContainText('Amazon sends hot purchase orders to first-party vendors only');
  await expect(dialog).toContainText('To put it first among standard orders, pin it.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  expect(await hotdock(workstation.data, ['order', id])).toMatchObject({ hpo: false, channel: 'seller-fbm' });
});

test('an order that changes after its acknowledgement asks for a look; the same file twice changes nothing', async ({ workstation }) => {
  await inFolder(workstation.data, { now: MORNING }, acknowledged);
  const page = await workstation.start(MORNING);
  await signIn(page, marta);

  await drop(page, 'again.json', vendorOrders(rush));
  await expect(importResult(page, 'again.json')).toContainText('1 unchanged');
  await page.getByRole('button', { name: 'To the queue' }).click();
  const before = await journalLength(workstation.data);
  await drop(page, 'again.json', vendorOrders(rush));
  await expect(importResult(page, 'again.json')).toContainText('1 unchanged');
  await page.getByRole('button', { name: 'To the queue' }).click();
  expect(await journalLength(workstation.data)).toBe(before);

  await drop(page, 'changed.json', vendorOrders({ ...rush, units: 80, changed: '2026-09-15T12:50:00Z' }));
  await expect(importResult(page, 'changed.json')).toContainText('1 changed');
  await expect(importResult(page, 'changed.json')).toContainText('100 → 80 eaches');
  await page.getByRole('button', { name: 'To the queue' }).click();
  await expect(page.getByRole('status').filter({ hasText: `Hot order ${PO} changed` })).toContainText('100 → 80 eaches');

  const card = page.getByRole('region', { name: 'Hot orders' }).getByRole('article');
  await expect(card).toHaveCount(1);
  await card.getByRole('button', { name: 'Look at the change' }).click();
  const panel = orderPanel(page, PO);
  await expect(panel).toContainText('Changed after it was acknowledged');
  await panel.getByRole('button', { name: 'Seen' }).click();
  await expect(panel).not.toContainText('Changed after it was acknowledged');
  expect(await hotdock(workstation.data, ['order', PO])).toMatchObject({ needsReview: false, units: { requested: 80 } });
});

async function journalLength(data: string): Promise<number> {
  return (await hotdock(data, ['journal', '--limit', '5000']) as { entries: unknown[] }).entries.length;
}
