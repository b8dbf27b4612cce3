import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { drop, goTo, hold, importResult, orderPanel, signIn, switchTo, tick } from './support/desk.ts';
import { grinder, kettle, productsCsv, stockCsv } from './support/goods.ts';
import { vendorOrders } from './support/orders.ts';
import { textOfPdf } from './support/pdf.ts';
import { Scanner } from './support/scanner.ts';
import { hire, hana, inFolder, luis, marta, priya } from './support/warehouse.ts';
import { hotdock, test } from './support/workstation.ts';

const PO = '7HGRINDR';
/** Tuesday, 15 September 2026, in Chicago. */
const EIGHT = '2026-09-15T13:00:00Z';
const HALF_PAST_NINE = '2026-09-15T14:30:00Z';
const NEXT_MORNING = '2026-09-16T12:30:00Z';

async function firstStart(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Which site is this?' })).toBeVisible();
  // A scan writes into no field, and its Enter presses no button.
  await page.getByLabel('Site name').focus();
  await new Scanner(page).send('HD:BADGE:3002');
  await expect(page.getByText('The scanner works, and nothing is scanned yet')).toBeVisible();
  await expect(page.getByLabel('Site name')).toHaveValue('');
  await expect(page.getByRole('heading', { name: 'Which site is this?' })).toBeVisible();
  await page.getByLabel('Site name').fill('Phoenix South');
  await page.getByRole('combobox', { name: 'Time zone' }).fill('chicago');
  await page.getByRole('option', { name: 'America/Chicago' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Station name').fill('Dock 2');
  await tick(page, 'radio', 'Shipping desk');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Your name').fill(marta.name);
  await page.getByLabel('PIN', { exact: true }).fill(marta.pin);
  await page.getByLabel('PIN again').fill(marta.pin);
  await page.getByRole('button', { name: 'Start working' }).click();
}

test('1,000 grinders: acknowledged in two hours, shipped the next morning, 100 %', async ({ workstation }) => {
  test.setTimeout(240_000);
  const page = await workstation.start(EIGHT);

  await test.step('the first start asks three questions', async () => {
    await firstStart(page);
    await expect(page.getByText('No orders yet')).toBeVisible();
    await expect(page).toHaveTitle('Hotdock');
  });

  await test.step('products and counted stock come in as CSV', async () => {
    await goTo(page, 'Stock');
    await expect(page.getByText('No products yet')).toBeVisible();
    await drop(page, 'products.csv', productsCsv([grinder, kettle]), 'text/csv');
    await importCsv(page, 2);
    await drop(page, 'stock.csv', stockCsv([grinder, kettle]), 'text/csv');
    await page.getByRole('dialog', { name: 'Import CSV' }).getByRole('radio', { name: 'Counted stock' }).click();
    await importCsv(page, 2);
    await page.getByRole('grid', { name: 'Products' }).getByRole('row').filter({ hasText: grinder.sku }).click();
    const product = page.getByRole('complementary', { name: `Product ${grinder.sku}` });
    await expect(product).toContainText('= 100 cases of 10');
    await expect(product).toContainText(grinder.bin);
  });

  await test.step('the people who work here', async () => {
    await workstation.stop();
    await inFolder(workstation.data, { now: EIGHT, as: marta }, hire);
    await workstation.start(EIGHT);
    await signIn(page, marta);
    await goTo(page, 'Queue');
  });

  await test.step('two standard orders are in the queue', async () => {
    const standard = { goods: kettle, units: 60, from: '2026-09-14', to: '2026-09-21' };
    await drop(page, 'monday.json', vendorOrders({ ...standard, po: '4STANDRD' }, { ...standard, po: '5STANDRD', units: 30 }));
    await expect(importResult(page, 'monday.json')).toContainText('2 received');
    await page.getByRole('button', { name: 'To the queue' }).click();
    await expect(page.getByText('No hot orders. Next standard cutoff')).toBeVisible();
  });

  await test.step('the rush order is dropped: alert within a second, count in the title, first with why', async () => {
    await drop(page, 'rush.json', vendorOrders({ po: PO, goods: grinder, units: 1000, type: 'RushOrder', from: '2026-09-15', to: '2026-09-16' }));
    const alert = page.getByRole('alert').filter({ hasText: `Hot order ${PO}` });
    await expect(alert).toBeVisible({ timeout: 1_000 });
    await expect(alert).toContainText('1,000 units for PHX3');
    await expect(alert).toContainText('Amazon marked it as a rush order (RushOrder).');
    await expect(page).toHaveTitle('(1) Hotdock: 1 hot order');
    await page.getByRole('button', { name: 'To the queue' }).click();

    const hot = page.getByRole('region', { name: 'Hot orders' }).getByRole('article', { name: PO });
    await expect(hot).toContainText('HPO · acknowledge in 2');
    await expect(hot).toContainText('ship by Wed, Sep 16, 16:00');
    const standard = page.getByRole('grid', { name: 'Standard orders' });
    await expect(standard.getByRole('row')).toHaveCount(3);
    await expect(standard).not.toContainText(PO);
    await alert.getByRole('button', { name: 'Open' }).click();
  });

  await test.step("Amazon's pickup comes too late: the order says so from the first minute", async () => {
    const panel = orderPanel(page, PO);
    await expect(panel).toContainText('Routing clash');
    await expect(panel).toContainText('ask for prepaid or parcel, call the carrier team, or reject');
    await expect(panel).toContainText('Amazon marked it as a rush order (RushOrder).');
  });

  await test.step('acknowledged within two hours: all 1,000 are boxed', async () => {
    await workstation.stop();
    await workstation.start(HALF_PAST_NINE);
    await signIn(page, marta);
    await page.getByRole('complementary', { name: `Order ${PO}` }).getByRole('button', { name: 'Acknowledge 1,000 units' }).click();
    const line = page.getByRole('article', { name: `1 · ${grinder.title}` });
    await expect(line).toContainText('All 1,000 are boxed and free.');
    await expect(line.getByRole('img')).toHaveAccessibleName(/1,000 boxed.*200 safety stock/);
    await page.getByRole('button', { name: 'Accept all 1,000' }).click();
    const answered = page.getByRole('region', { name: 'Answered' });
    await expect(answered).toContainText('1,000 accepted, 0 rejected.');
    await expect(answered).toContainText('2 documents are prepared, not handed over yet');
    await expect(answered.getByText('prepared, not handed over yet', { exact: true })).toHaveCount(2);
  });

  await test.step('the acknowledgement lies in the outbox as JSON and as X12 855', async () => {
    const files = await outbox(workstation.data);
    const json = JSON.parse(files.find(({ name }) => name.endsWith('.json'))?.text ?? '{}');
    expect(json.acknowledgements[0]).toMatchObject({
      purchaseOrderNumber: PO,
      items: [{ amazonProductIdentifier: grinder.asin, orderedQuantity: { amount: 1000, unitOfMeasure: 'Eaches' }, itemAcknowledgements: [{ acknowledgementCode: 'Accepted', acknowledgedQuantity: { amount: 1000 } }] }],
    });
    const x12 = files.find(({ name }) => name.endsWith('.edi'))?.text ?? '';
    expect(x12).toMatch(/BAK\*00\*AD\*7HGRINDR\*/);
    expect(x12).toMatch(/ACK\*IA\*1000\*EA/);
  });

  await test.step('staff is moved to it', async () => {
    await page.getByRole('button', { name: 'To the order' }).click();
    const panel = orderPanel(page, PO);
    await panel.getByRole('button', { name: 'Assign' }).click();
    const dialog = page.getByRole('dialog', { name: `Who works on ${PO}` });
    await tick(dialog, 'checkbox', luis.name);
    await tick(dialog, 'checkbox', hana.name);
    await dialog.getByRole('button', { name: 'Assign 2 people' }).click();
    await expect(panel).toContainText(`${luis.name} and ${hana.name}`);
  });

  await test.step('the pick list is printed', async () => {
    await orderPanel(page, PO).getByRole('button', { name: 'More actions' }).click();
    const list = await saved(page, () => page.getByRole('menuitem', { name: 'Print pick list' }).click());
    const text = textOfPdf(list);
    expect(text).toContain(PO);
    expect(text).toContain(grinder.bin);
    expect(text).toMatch(/1,?000/);
  });

  await test.step('routing the same day: the carrier team agreed to tomorrow', async () => {
    await switchTo(page, priya);
    await goTo(page, 'Shipping');
    await page.getByRole('button', { name: `Plan shipment ${PO}` }).click();
    const plan = page.getByRole('dialog', { name: `Plan shipment for ${PO}` });
    await expect(plan).toContainText('Amazon’s pickup comes too late for this window');
    await plan.getByRole('button', { name: 'Plan shipment with 1 order' }).click();
    await expect(page.getByRole('region', { name: 'Routing request' })).toContainText('Amazon’s pickup comes too late for this window');
    await page.getByLabel('Freight ready, day').fill('2026-09-16');
    await page.getByLabel('Freight ready, time').fill('08:00');
    await page.getByRole('button', { name: 'Request routing' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Sep 17' })).toBeVisible();
    await page.getByRole('button', { name: 'Carrier team agreed' }).click();
    await page.getByLabel('What the carrier team agreed to').fill('Dana at ROC: pickup Wed 16 Sep 08:00');
    await page.getByRole('button', { name: 'Request routing' }).click();
    await expect(page.getByText(/Routing requested .*09:3\d/)).toBeVisible();
    const carrier = page.getByRole('region', { name: 'Carrier' });
    for (const [field, value] of [['ARN', '1234567890'], ['SCAC', 'ABCD'], ['PRO', '778899'], ['BOL', 'GRNDX00000001']] as const) await carrier.getByRole('textbox', { name: field }).fill(value);
    await page.getByRole('button', { name: 'Save carrier' }).click();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  });

  const scanner = new Scanner(page);
  await test.step('picked by scanner alone', async () => {
    await scanner.scan('HD:BADGE:3001', luis.name);
    await scanner.scan(`HD:PO:${PO}:1`, `PO ${PO} (HPO): picking begins`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Go to bin ${grinder.bin}: 1,000 eaches of CG-200`);
    await scanner.scan(`HD:LOC:${grinder.bin}`, `At bin ${grinder.bin}`);
    for (let left = 990; left >= 0; left -= 10) await scanner.scan(grinder.caseGtin, left === 0 ? 'Line complete.' : `${left} eaches left.`);
    await scanner.scan('HD:CMD:done', `PO ${PO} is picked. Now pack it.`);
  });

  await test.step('packed on three pallets, closed, labelled, the labels confirmed', async () => {
    await scanner.scan('HD:CMD:next', 'is open');
    await packCases(scanner, 40);
    for (const cases of [40, 20]) {
      await scanner.scan('HD:CMD:next', 'closed: stick its label on. Now packing on');
      await packCases(scanner, cases);
    }
    const label = textOfPdf(await saved(page, () => scanner.scan('HD:CMD:done', 'Stick the label on and scan it.')));
    expect(label).toContain('PHX3');
    for (const sscc of await palletsOf(workstation.data)) await scanner.scan(`00${sscc}`, 'confirmed');
    await scanner.scan('HD:CMD:done', `PO ${PO} is packed. Now load it.`);
    await goTo(page, 'Queue');
  });

  await test.step('the next morning it is loaded by SSCC and leaves', async () => {
    await workstation.stop();
    await workstation.start(NEXT_MORNING);
    await expect(page.getByRole('heading', { name: 'Who works here?' })).toBeVisible();
    await scanner.scan('HD:BADGE:2001', priya.name);
    for (const [index, sscc] of (await palletsOf(workstation.data)).entries()) await scanner.scan(`00${sscc}`, `is on the truck: ${index + 1} of 3`);
    await hold(page, page.getByRole('button', { name: 'Truck leaves with 3 pallets' }), () => expect(page.getByRole('heading', { name: 'Your work' })).toBeVisible());
  });

  await test.step('shipped, and the confirmation is prepared with 30 minutes to go', async () => {
    await goTo(page, 'Documents');
    await expect(page.getByRole('option', { name: /^ASN Prepared/ })).toContainText(/(29|30) min .*left to confirm/);
    const confirmation = JSON.parse((await outbox(workstation.data)).find(({ name }) => name.startsWith('asn-'))?.text ?? '{}');
    expect(confirmation.shipmentConfirmations[0]).toMatchObject({ shippedItems: [{ shippedQuantity: { amount: 1000 } }] });
    const order = await hotdock(workstation.data, ['order', PO]);
    expect(order).toMatchObject({ state: 'shipped', units: { requested: 1000, accepted: 1000, packed: 1000, shipped: 1000 } });
  });

  await test.step('100 % fill rate and no chargeback', async () => {
    await goTo(page, 'Metrics');
    const rate = page.getByRole('link').filter({ hasText: 'HPO fill rate' });
    await expect(rate).toContainText('100%');
    await expect(rate).toContainText('1,000 of 1,000 units');
    await goTo(page, 'Queue');
    await page.getByRole('radio', { name: 'Ended' }).click();
    await page.getByRole('grid', { name: 'Ended' }).getByRole('row').filter({ hasText: PO }).click();
    await expect(orderPanel(page, PO)).toContainText('shipped');
    await expect(orderPanel(page, PO)).not.toContainText('If nothing more happens');
  });
});

/** Takes in what the dialog has read. */
async function importCsv(page: Page, rows: number): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Import CSV' });
  await dialog.getByRole('button', { name: `Import ${rows} rows` }).click();
  await expect(dialog).toContainText(`${rows} rows written`);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
}

/** The paper that comes of it: where nobody can print, it is saved. */
async function saved(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await act();
  return readFile(await (await download).path());
}

async function packCases(scanner: Scanner, cases: number): Promise<void> {
  for (let count = 1; count <= cases; count += 1) await scanner.scan(grinder.caseGtin, `Packed 10 eaches of ${grinder.sku}`);
}

interface OutboxFile {
  readonly name: string;
  readonly text: string;
}

async function outbox(data: string): Promise<readonly OutboxFile[]> {
  const folder = join(data, 'outbox');
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}

/** The numbers on the labels, which a person reads off the pallets. */
async function palletsOf(data: string): Promise<readonly string[]> {
  const order = await hotdock(data, ['order', PO]);
  return (order as { handlingUnits: { sscc: string }[] }).handlingUnits.map(({ sscc }) => sscc);
}
