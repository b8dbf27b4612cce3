import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { grinder } from './support/goods.ts';
import { vendorOrders } from './support/orders.ts';
import { importOrders, inFolder, marta, openWarehouse } from './support/warehouse.ts';
import { hotdock, test } from './support/workstation.ts';

const PO = '7HGRINDR';
const MORNING = '2026-09-15T13:00:00Z';
/** Milliseconds between two keys of somebody who types: a scanner's come faster. */
const BY_HAND = { delay: 70 };
/** More stops than any screen has before what is wanted. */
const MOST_TABS = 80;

/** Tab by Tab, until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached by Tab').toBeFocused();
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }));
  await page.keyboard.press('Enter');
}

/** A code as printed below its bars, typed in. */
async function typeCode(page: Page, code: string): Promise<void> {
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Type a code' }).getByRole('textbox')).toBeFocused();
  await page.keyboard.type(code, BY_HAND);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function keyQuantity(page: Page, count: string): Promise<void> {
  await press(page, 'Key quantity');
  await expect(page.getByRole('dialog', { name: 'Key the quantity' }).getByRole('textbox')).toBeFocused();
  await page.keyboard.type(count, BY_HAND);
  await page.keyboard.press('Enter');
}

test('acknowledged, picked, packed and sent off with keys alone', async ({ workstation }) => {
  test.setTimeout(240_000);
  await inFolder(workstation.data, { now: MORNING }, async (client) => {
    await openWarehouse(client, [grinder]);
    await importOrders(client, 'rush.json', vendorOrders({ po: PO, goods: grinder, units: 40, type: 'RushOrder', from: '2026-09-15', to: '2026-09-16' }));
  });
  const page = await workstation.start(MORNING);
  const instruction = page.getByRole('heading', { level: 1 });

  await test.step('signed in', async () => {
    await press(page, marta.name);
    await expect(page.getByLabel(`PIN for ${marta.name}`)).toBeFocused();
    await page.keyboard.type(marta.pin, BY_HAND);
    await page.keyboard.press('Enter');
    await expect(instruction).toHaveText('Queue');
  });

  await test.step('acknowledged', async () => {
    await press(page, 'Acknowledge 40 units');
    await expect(page.getByRole('button', { name: 'Accept all 40' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: 'Answered' })).toContainText('40 accepted');
    await expect(page.getByRole('button', { name: 'To the order' })).toBeFocused();
    await page.keyboard.press('Enter');
  });

  await test.step('picked', async () => {
    const panel = page.getByRole('complementary', { name: `Order ${PO}` });
    await tabTo(page, panel.getByRole('button', { name: 'Print the pick list' }));
    const list = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await list).suggestedFilename()).toMatch(/\.pdf$/);
    await tabTo(page, panel.getByRole('button', { name: 'Pick 40 units' }));
    await page.keyboard.press('Enter');
    await expect(instruction).toContainText(`Go to bin ${grinder.bin}`);
    await typeCode(page, `HD:LOC:${grinder.bin}`);
    await expect(instruction).toContainText('40 eaches left');
    await keyQuantity(page, '4');
    await expect(instruction).toContainText(`PO ${PO} is all picked`);
    await press(page, 'Done, pack it');
  });

  await test.step('packed, labelled', async () => {
    await press(page, 'Open a pallet');
    await expect(instruction).toContainText('40 eaches to pack');
    await keyQuantity(page, '4');
    await expect(instruction).toContainText('is all packed');
    await press(page, 'Close pallet');
    const dialog = page.getByRole('dialog', { name: 'Close pallet' });
    await tabTo(page, dialog.getByRole('textbox', { name: 'Weight with pallet' }));
    await page.keyboard.type('52', BY_HAND);
    const label = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await label).suggestedFilename()).toMatch(/\.pdf$/);
    await typeCode(page, `00${await palletOf(workstation.data)}`);
    await expect(page.getByRole('group', { name: 'Scanner' }).getByRole('status')).toContainText('confirmed');
    await press(page, 'Done');
    await expect(instruction).toHaveText('Your work');
  });

  await test.step('a prepaid truck is planned and loaded', async () => {
    await page.keyboard.press('Alt+3');
    await expect(instruction).toHaveText('Shipping desk');
    await press(page, `Plan shipment ${PO}`);
    const dialog = page.getByRole('dialog', { name: `Plan shipment for ${PO}` });
    await tabTo(page, dialog.getByRole('radio', { name: 'Collect' }));
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('radio', { name: 'Prepaid' })).toBeChecked();
    await press(page, 'Plan shipment with 1 order');
    await expect(instruction).toContainText('Shipment SH');
    await press(page, 'Start loading');
    await typeCode(page, `00${await palletOf(workstation.data)}`);
    await expect(page.getByRole('group', { name: 'Scanner' }).getByRole('status')).toContainText('is on the truck: 1 of 1');
  });

  await test.step('it leaves: the key is held', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Truck leaves with 1 pallet' }));
    await page.keyboard.down('Enter');
    await expect(instruction).toHaveText('Your work');
    await page.keyboard.up('Enter');
    expect(await hotdock(workstation.data, ['order', PO])).toMatchObject({ state: 'shipped', units: { shipped: 40 } });
  });
});

async function palletOf(data: string): Promise<string> {
  const { handlingUnits } = await hotdock(data, ['order', PO]) as { handlingUnits: { sscc: string }[] };
  return handlingUnits[0]?.sscc ?? '';
}
