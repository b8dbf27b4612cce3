import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { demoStaff } from '../../electron/station/demo/staff.ts';
import { drop, goTo, orderPanel, signIn } from './support/desk.ts';
import { grinder } from './support/goods.ts';
import { vendorOrders } from './support/orders.ts';
import { importOrders, inFolder, marta, openWarehouse } from './support/warehouse.ts';
import { hotdock, test } from './support/workstation.ts';

const PO = '7HGRINDR';
const MORNING = '2026-09-15T13:00:00Z';
const [supervisor = marta] = demoStaff;

test('an answered order offers to change its answer; a shipment being planned stays when the window is made narrow', async ({ workstation }) => {
  await inFolder(workstation.data, { now: MORNING }, async (client) => {
    await openWarehouse(client, [grinder]);
    await importOrders(client, 'rush.json', vendorOrders({ po: PO, goods: grinder, units: 100, type: 'RushOrder', from: '2026-09-15', to: '2026-09-18' }));
    await client.acknowledgement.send({ po: PO, lines: [{ line: '1', accept: 100 }] });
  });
  const page = await workstation.start(MORNING);
  await signIn(page, marta);
  await page.getByRole('article', { name: PO }).getByRole('button', { name: PO }).click();
  await orderPanel(page, PO).getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menuitem', { name: 'Change the answer' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Acknowledge' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await goTo(page, 'Shipping');
  await page.getByRole('button', { name: `Plan shipment ${PO}` }).click();
  const dialog = page.getByRole('dialog', { name: `Plan shipment for ${PO}` });
  await dialog.locator('label').filter({ has: page.getByRole('radio', { name: 'Prepaid' }) }).click();
  await page.setViewportSize({ width: 800, height: 1280 });
  await expect(page.getByRole('tab').first()).toBeAttached();
  await expect(dialog.getByRole('radio', { name: 'Prepaid' })).toBeChecked();
});

test('at 1366x768 three standard orders stand in sight below the hot ones of the demo', async ({ workstation }) => {
  await hotdock(workstation.data, ['demo', '--zone', 'America/Chicago']);
  const page = await workstation.start();
  await signIn(page, { ...supervisor, badge: '' });
  // The demo is in the middle of a walk, for which a hot order waits: that is the line above the queue.
  await expect(page.getByRole('alert').filter({ hasText: 'is ready to pick' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Hot orders' }).getByRole('article').first()).toBeVisible();
  const rows = page.getByRole('grid', { name: 'Standard orders' }).getByRole('row');
  // The first row is the heads of the columns.
  await expect.poll(async () => (await rows.nth(3).boundingBox())?.y).toBeDefined();
  expect(await bottomOf(page, 3)).toBeLessThanOrEqual(await topOfScanner(page));

  // A glove on a tablet, whatever the station is used for.
  await (await page.context().newCDPSession(page)).send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await page.setViewportSize({ width: 800, height: 1280 });
  const small = () => page.locator('button.button, [role=tab], .field__box').evaluateAll((targets) => targets.filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 48).map(({ textContent }) => textContent));
  await expect.poll(small).toEqual([]);
});

test('on low screens a closed pallet can be touched whole above the actions and nothing covers the instruction, whatever stands on top', async ({ workstation }) => {
  await inFolder(workstation.data, { now: MORNING }, async (client) => {
    await openWarehouse(client, [grinder]);
    await importOrders(client, 'rush.json', vendorOrders({ po: PO, goods: grinder, units: 100, type: 'RushOrder', from: '2026-09-15', to: '2026-09-18' }));
    await client.acknowledgement.send({ po: PO, lines: [{ line: '1', accept: 100 }] });
    await client.floor.scan({ code: grinder.caseGtin, task: 'pick', po: PO, quantity: 100 });
    await client.floor.start({ kind: 'pack', po: PO });
    const { task } = await client.floor.scan({ code: grinder.caseGtin });
    await client.units.close({ sscc: task?.unit?.sscc ?? '', weightGrams: null, heightMm: null });
    await client.station.changeSettings({ stationUse: 'floor' });
  });
  const page = await workstation.start(MORNING);
  await signIn(page, marta);
  await drop(page, 'another.json', vendorOrders({ po: '7ANOTHER', goods: grinder, units: 60, type: 'RushOrder', from: '2026-09-15', to: '2026-09-18' }));
  await page.getByRole('button', { name: 'To the queue' }).click();
  await goTo(page, 'Tasks');
  await expect(page.getByRole('alert').filter({ hasText: 'Hot order 7ANOTHER' })).toBeVisible();
  const pallet = page.getByRole('list', { name: 'Pallets and cartons of this order' }).getByRole('listitem');
  await expect(pallet.getByRole('button', { name: 'Print label' })).toBeVisible();
  const [closed, actions] = [await pallet.boundingBox(), await page.getByRole('button', { name: 'Open a pallet' }).boundingBox()];
  expect((closed?.y ?? Infinity) + (closed?.height ?? 0)).toBeLessThanOrEqual(actions?.y ?? 0);

  // Killed: two more lines to tell, of which the gravest has the one that there is.
  await workstation.kill();
  await expect(page.getByText('No connection to the station')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'Hot order 7ANOTHER' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Hot order, 1 more' })).toBeVisible();
  for (const size of lowScreens) {
    await page.setViewportSize(size);
    await expect.poll(() => coveredBy(page)).toEqual([]);
  }
  await workstation.start(MORNING);
  await signIn(page, marta);
  await expect(page.getByRole('alert').filter({ hasText: 'Hot order 7ANOTHER' })).toBeVisible();
  await page.getByRole('button', { name: '1 more' }).click();
  const unclean = page.getByRole('status').filter({ hasText: 'not closed properly' });
  await unclean.getByRole('button', { name: 'Put away' }).click();
  await expect(unclean).toBeHidden();
  await expect(page.getByRole('button', { name: 'Fewer' })).toBeHidden();
});

const lowScreens = [{ width: 1366, height: 768 }, { width: 1280, height: 800 }, { width: 1024, height: 768 }] as const;

/** What lies over the task's instruction, anywhere on it. */
const coveredBy = (page: Page): Promise<readonly string[]> =>
  page.getByRole('heading', { level: 1 }).evaluate((instruction) => {
    const { left, top, width, height } = instruction.getBoundingClientRect();
    const points = [0.02, 0.25, 0.5, 0.75].flatMap((x) => [0.1, 0.5, 0.9].map((y) => document.elementFromPoint(left + width * x, top + height * y)));
    return points.filter((there) => there !== instruction).map((there) => there?.textContent ?? 'outside the window');
  });

async function bottomOf(page: Page, row: number): Promise<number> {
  const box = await page.getByRole('grid', { name: 'Standard orders' }).getByRole('row').nth(row).boundingBox();
  return box === null ? Infinity : box.y + box.height;
}

async function topOfScanner(page: Page): Promise<number> {
  const box = await page.getByRole('group', { name: 'Scanner' }).boundingBox();
  return box === null ? 0 : box.y;
}
