import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { drop, goTo, importResult, orderPanel, signIn } from './support/desk.ts';
import { grinder } from './support/goods.ts';
import { vendorOrders } from './support/orders.ts';
import { inFolder, marta, openWarehouse } from './support/warehouse.ts';
import { hotdock, test } from './support/workstation.ts';
import type { Workstation } from './support/workstation.ts';

const PO = '7HGRINDR';
/** March 2024: the rates of 2017 to 2025 are in force. Chicago is five hours behind UTC. */
const MONDAY_8 = '2024-03-11T13:00:00Z';
const TUESDAY_7_30 = '2024-03-12T12:30:00Z';
const TUESDAY_12_30 = '2024-03-12T17:30:00Z';
const WEDNESDAY_17_30 = '2024-03-13T22:30:00Z';
const THURSDAY_9 = '2024-03-14T14:00:00Z';

const order = { po: PO, goods: grinder, type: 'RushOrder', from: '2024-03-11', to: '2024-03-13' } as const;

const hotCard = (page: Page): Locator => page.getByRole('region', { name: 'Hot orders' }).getByRole('article', { name: PO });

/** Nobody does anything; the station is looked at again later. */
async function later(workstation: Workstation, now: string): Promise<void> {
  await workstation.stop();
  await workstation.start(now);
  await signIn(workstation.page, marta);
}

test('the same order left three days in the queue: what the screen says, 10 % of cost, 0 % fill rate', async ({ workstation }) => {
  test.setTimeout(240_000);
  await inFolder(workstation.data, { now: MONDAY_8 }, (client) => openWarehouse(client, [grinder]));
  const page = await workstation.start(MONDAY_8);
  await signIn(page, marta);
  const panel = orderPanel(page, PO);

  await test.step('Monday: received and on track', async () => {
    await drop(page, 'rush.json', vendorOrders({ ...order, units: 1000 }));
    await expect(importResult(page, 'rush.json')).toContainText('1 received (1 HPO)');
    await page.getByRole('button', { name: 'To the queue' }).click();
    await expect(page.getByRole('heading', { name: 'Queue' }).locator('..')).toContainText('1 hot, 0 standard · 0 overdue, 0 at risk');
    await hotCard(page).getByRole('button', { name: PO }).click();
    await expect(panel).toContainText('If nobody answers and nothing leaves in the window: 10 % of cost, $1,840.00.');
    await expect(panel).toContainText('PO On-Time Accuracy: not filled (cancelled automatically)');
    await expect(panel).toContainText('can still be averted');
  });

  await test.step('Tuesday, half an hour before the answer is due: at risk', async () => {
    await later(workstation, TUESDAY_7_30);
    await expect(panel).toContainText('at risk');
    await expect(panel).toContainText(/HPO · acknowledge in (29|30) min/);
    await expect(page.getByRole('radio', { name: 'At risk 1' })).toBeVisible();
  });

  await test.step('Tuesday after noon: the answer is overdue', async () => {
    await later(workstation, TUESDAY_12_30);
    await expect(panel).toContainText(/HPO · acknowledgement overdue by 4 h (29|30)/);
    await expect(panel).toContainText(/Nobody has answered for 28 h (29|30)/);
    await expect(panel).toContainText('Amazon may count every line as rejected');
    await page.getByRole('radio', { name: 'Overdue 1' }).click();
    await expect(page.getByRole('grid', { name: 'Overdue' }).getByRole('row').filter({ hasText: PO })).toContainText('overdue');
  });

  await test.step('Wednesday evening: the window has closed', async () => {
    await later(workstation, WEDNESDAY_17_30);
    await expect(panel).toContainText('ship-by passed 1 h 30 ago');
    await expect(panel).toContainText('The window closed 1 h 30 ago');
    await expect(panel).toContainText('1,000 units have not left, and routing for that window can no longer be asked.');
    await expect(panel).toContainText('Leaving late: 3 % of cost, $552.00.');
    await expect(panel).toContainText('10 % of cost, $1,840.00');
  });

  await test.step('Thursday: Amazon cancels it', async () => {
    await later(workstation, THURSDAY_9);
    await drop(page, 'cancelled.json', vendorOrders({ ...order, units: 0, state: 'Closed', changed: '2024-03-14T13:30:00Z' }));
    await expect(importResult(page, 'cancelled.json')).toContainText('cancelled');
    await page.getByRole('button', { name: 'To the queue' }).click();
    await expect(panel).toContainText('Cancelled by Amazon after the window had closed: 0 of 1,000 units left in time.');
    await expect(panel).toContainText('10 % of cost, $1,840.00. Amazon may suppress the listing.');
    await expect(panel).toContainText('$1,840.00 of it can no longer be averted.');
    await expect(page).toHaveTitle('Hotdock');
    await expect(page.getByRole('status').filter({ hasText: `Hot order ${PO} changed` })).toContainText('Cancelled by the customer.');
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(await hotdock(workstation.data, ['order', PO])).toMatchObject({ state: 'cancelled', units: { requested: 1000, accepted: 0, shipped: 0 } });
  });

  await test.step('0 % fill rate', async () => {
    await goTo(page, 'Metrics');
    const rate = page.getByRole('link').filter({ hasText: 'HPO fill rate' });
    await expect(rate).toContainText('0%');
    await expect(rate).toContainText('0 of 1,000 units');
  });
});
