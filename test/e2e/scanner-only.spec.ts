import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { productInput, type ProductInput } from '../../shared/contracts/api.ts';
import { checkDigit } from '../../shared/lib/gtin.ts';
import { grinder, kettle } from './support/goods.ts';
import { vendorOrders } from './support/orders.ts';
import { picture } from './support/picture.ts';
import { Scanner } from './support/scanner.ts';
import { importOrders, inFolder, luis, openWarehouse, priya } from './support/warehouse.ts';
import { hotdock, test } from './support/workstation.ts';
import type { Workstation } from './support/workstation.ts';

const PO = '7HGRINDR';
const OTHER = '4STANDRD';
/** A carton that came with a number of its own, without its check digit. */
const OTHERS_CARTON = '10614141999999999';
const MORNING = '2026-09-15T13:00:00Z';
const window = { from: '2026-09-15', to: '2026-09-17' };
/** Codes that the warehouse prints for itself. */
const badge = (of: { readonly badge: string }): string => `HD:BADGE:${of.badge}`;
const bin = (location: string): string => `HD:LOC:${location}`;
const command = (name: string): string => `HD:CMD:${name}`;

/** A hot order of so many grinders and a standard one of kettles, acknowledged; a prepaid truck is planned for each. Nobody is signed in. */
async function atDock(workstation: Workstation, units: number, needs: ProductInput['needs'] = null): Promise<{ readonly page: Page; readonly scanner: Scanner }> {
  await inFolder(workstation.data, { now: MORNING }, async (client) => {
    await openWarehouse(client, [grinder, kettle]);
    if (needs) await client.stock.putProduct({ ...productInput.parse(await client.stock.product({ sku: grinder.sku })), needs });
    await importOrders(client, 'orders.json', vendorOrders({ po: PO, goods: grinder, units, type: 'RushOrder', ...window }, { po: OTHER, goods: kettle, units: 12, ...window }));
    for (const [po, accept] of [[PO, units], [OTHER, 12]] as const) {
      await client.acknowledgement.send({ po, lines: [{ line: '1', accept }] });
      await client.shipments.create({ pos: [po], freightTerm: 'prepaid' });
    }
  });
  const page = await workstation.start(MORNING);
  await expect(page.getByRole('heading', { name: 'Who works here?' })).toBeVisible();
  return { page, scanner: new Scanner(page) };
}

const instruction = (page: Page) => page.getByRole('heading', { level: 1 });

async function unitsOf(workstation: Workstation): Promise<{ readonly picked: number; readonly packed: number; readonly shipped: number }> {
  return (await hotdock(workstation.data, ['order', PO]) as { units: { picked: number; packed: number; shipped: number } }).units;
}

async function palletsOf(workstation: Workstation): Promise<readonly string[]> {
  return (await hotdock(workstation.data, ['order', PO]) as { handlingUnits: { sscc: string }[] }).handlingUnits.map(({ sscc }) => sscc);
}

test('a hot order is picked, packed and loaded by scans alone; a wrong scan changes nothing', async ({ workstation }, info) => {
  test.setTimeout(240_000);
  const { page, scanner } = await atDock(workstation, 40);

  await test.step('badge, order, bin', async () => {
    await scanner.scan(grinder.caseGtin, 'Sign in first');
    await scanner.scan(badge({ badge: '9999' }), 'belongs to nobody here');
    await scanner.scan(badge(luis), luis.name);
    await scanner.scan(`HD:PO:${PO}:1`, `PO ${PO} (HPO): picking begins`);
    await expect(instruction(page)).toHaveText(`Go to bin ${grinder.bin}: 40 eaches of CG-200`);
    await scanner.scan(bin(kettle.bin), `Wrong bin: ${kettle.bin} holds nothing that this order still wants.`);
    await scanner.scan(bin(grinder.bin), `At bin ${grinder.bin}`);
  });

  await test.step('wrong product, unknown code, undo, each and case', async () => {
    await scanner.scan(kettle.caseGtin, `Wrong product: KT-300 ${kettle.title} is not on PO ${PO}.`);
    await scanner.scan('QX-99-NOBODY', 'Unknown code: QX-99-NOBODY');
    await expect(instruction(page)).toContainText('40 eaches left');
    await scanner.scan(grinder.caseGtin, '30 eaches left.');
    await scanner.scan(grinder.caseGtin, '20 eaches left.');
    await scanner.scan(command('undo'), 'Taken back: 10 eaches of CG-200');
    await expect(instruction(page)).toContainText('30 eaches left');
    await scanner.scan(grinder.caseGtin, '20 eaches left.');
    await scanner.scan(grinder.caseGtin, '10 eaches left.');
    await scanner.scan(grinder.caseGtin, 'Line complete.');
    await scanner.scan(grinder.caseGtin, '40 of 40 eaches of CG-200 are picked. Put it back.');
    expect(await unitsOf(workstation)).toMatchObject({ picked: 40, packed: 0 });
    await scanner.scan(command('done'), `PO ${PO} is picked. Now pack it.`);
  });

  await test.step('the same product twice adds twice, the same carton number once', async () => {
    await scanner.scan(command('next'), 'is open');
    await scanner.scan(grinder.caseGtin, 'Packed 10 eaches of CG-200');
    await expect(instruction(page)).toContainText('30 eaches to pack');
    await scanner.scan(grinder.caseGtin, 'Packed 10 eaches of CG-200');
    await expect(instruction(page)).toContainText('20 eaches to pack');
    const carton = `00${OTHERS_CARTON}${checkDigit(OTHERS_CARTON)}`;
    // The order has one product, so the carton holds a case of it.
    await scanner.scan(carton, '(1 carton)');
    await expect(instruction(page)).toContainText('10 eaches to pack');
    await scanner.scan(carton, 'is already on pallet');
    await expect(instruction(page)).toContainText('10 eaches to pack');
    await scanner.scan(grinder.caseGtin, 'Packed 10 eaches of CG-200');
    await scanner.scan(grinder.caseGtin, 'All 40 eaches of CG-200 are packed already.');
    expect(await unitsOf(workstation)).toMatchObject({ picked: 40, packed: 40 });
  });

  await test.step('split by scanner alone, the new pallet labelled at once; each scan of it taken back', async () => {
    await scanner.scan(command('move'), 'Nothing is moved before its target is scanned');
    await expect(instruction(page)).toContainText('Scan what goes off');
    await scanner.scan(grinder.caseGtin, 'To move: 10 eaches of CG-200.');
    await expect(instruction(page)).toHaveText('10 eaches to move: scan the target pallet, or NEW');
    for (const [width, height] of [[1920, 1080], [800, 1280], [1366, 768]] as const) {
      await page.setViewportSize({ width, height });
      await picture(page, info, 'move-by-scanner', width);
    }
    await scanner.scan(command('new'), '10 eaches moved');
    expect(await palletsOf(workstation)).toHaveLength(2);
    const labels = async (): Promise<number> => (await hotdock(workstation.data, ['journal', '--limit', '50']) as { entries: { kind: string }[] }).entries.filter(({ kind }) => kind === 'unit.label-printed').length;
    await expect.poll(labels, 'the new pallet stands nowhere without a label').toBe(1);
    await scanner.scan(command('undo'), '10 eaches stand where they stood before');
    await scanner.scan(command('undo'), 'That scan of the move is forgotten');
    await scanner.scan(command('done'), 'No more is moved.');
    await expect(instruction(page)).toContainText('is all packed');
  });

  await test.step('closed, labelled, the label confirmed', async () => {
    await scanner.scan(command('done'), 'Stick the label on and scan it.');
    const [sscc = ''] = await palletsOf(workstation);
    await scanner.scan(`00${sscc}`, 'confirmed');
    await scanner.scan(command('done'), `PO ${PO} is packed. Now load it.`);
  });

  await test.step('loaded by its number; a double scan adds nothing; the desk sends the truck off', async () => {
    const [sscc = ''] = await palletsOf(workstation);
    // Over Bluetooth a long code comes in pieces.
    await scanner.scan(`00${sscc}`, 'is on the truck: 1 of 1', 700);
    await scanner.scan(`00${sscc}`, 'is already on the truck. Nothing was added.');
    await scanner.scan(badge(priya), priya.name);
    await scanner.scan(command('done'), 'Scan DONE again when it leaves');
    await scanner.scan(command('done'), 'The truck has left with 1 pallet. The shipment confirmation is due.');
    expect(await unitsOf(workstation)).toMatchObject({ shipped: 40 });
  });

  await test.step('the last ten stay to be read, and unknown codes are listed', async () => {
    await page.getByRole('button', { name: 'Last 10' }).click();
    await expect(page.getByRole('dialog', { name: 'Last 10' }).getByRole('listitem')).toHaveCount(10);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Tasks' }).click();
    await page.getByRole('button', { name: /unknown code/ }).click();
    await expect(page.getByRole('dialog', { name: 'Unknown codes' })).toContainText('QX-99-NOBODY');
  });
});

test("a scanner's Enter presses no button and its keys land in no field, wherever the focus is", async ({ workstation }) => {
  const { page, scanner } = await atDock(workstation, 40);
  await scanner.scan(badge(luis), luis.name);
  await scanner.scan(`HD:PO:${PO}:1`, 'picking begins');
  await scanner.scan(bin(grinder.bin), `At bin ${grinder.bin}`);

  await page.getByRole('button', { name: 'Leave task' }).focus();
  await scanner.scan(grinder.caseGtin, '30 eaches left.');
  await expect(page.getByRole('button', { name: 'Leave task' })).toBeFocused();

  await page.getByRole('button', { name: 'Short pick' }).focus();
  await scanner.scan(grinder.caseGtin, '20 eaches left.');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('button', { name: 'Type a code' }).click();
  const field = page.getByRole('dialog', { name: 'Type a code' }).getByRole('textbox', { name: 'Code' });
  await field.fill('AB');
  await scanner.scan(grinder.caseGtin, '10 eaches left.');
  await expect(field).toHaveValue('AB');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Queue' }).click();
  await page.getByRole('searchbox', { name: 'Find orders' }).focus();
  await scanner.scan(grinder.caseGtin, 'Line complete.');
  await expect(page.getByRole('searchbox', { name: 'Find orders' })).toHaveCount(0);
  await expect(instruction(page)).toContainText(`PO ${PO} is all picked`);
  expect(await unitsOf(workstation)).toMatchObject({ picked: 40 });
});

test('a scan brings its task up from any screen, and a wrong one leaves the person where they are', async ({ workstation }) => {
  const { page, scanner } = await atDock(workstation, 40);
  await scanner.scan(badge(luis), luis.name);
  await page.getByRole('link', { name: 'Stock' }).click();
  await expect(instruction(page)).toHaveText('Stock');

  await scanner.scan(`HD:PO:${PO}:1`, 'picking begins');
  await expect(instruction(page)).toHaveText(`Go to bin ${grinder.bin}: 40 eaches of CG-200`);

  await page.getByRole('link', { name: 'Stock' }).click();
  await scanner.scan('QX-99-NOBODY', 'Unknown code: QX-99-NOBODY');
  await scanner.scan(bin(kettle.bin), 'Wrong bin');
  await expect(instruction(page)).toHaveText('Stock');
  await scanner.scan(`HD:PO:${PO}:1`, 'the order you are working on');
  await expect(instruction(page)).toContainText(`Go to bin ${grinder.bin}`);
  await page.getByRole('link', { name: 'Stock' }).click();
  await scanner.scan(bin(grinder.bin), `At bin ${grinder.bin}`);
  await expect(instruction(page)).toContainText('40 eaches left');

  // Another order's list joins the walk when it is scanned again: the bin stays, and both have a place on the cart from then on.
  await scanner.scan(`HD:PO:${OTHER}:1`, `Scan it again to pick PO ${OTHER} on this walk too, in place B`);
  await scanner.scan(`HD:PO:${OTHER}:1`, `PO ${OTHER} is on the walk now, in place B`);
  await expect(instruction(page)).toHaveText(`Bin ${grinder.bin}: scan CG-200, 40 eaches to A`);
  await scanner.scan(grinder.caseGtin, `10 to A · PO ${PO} (HPO)`);
  await expect(page.getByRole('list', { name: 'Orders on the cart' }).getByRole('listitem')).toContainText(['10 of 40', '0 of 12']);

  // A tote in place A confirms what is put in: the wrong one is refused with the one that was expected.
  await scanner.scan('HD:TOTE:T-001', 'Tote T-001 is in place A');
  await scanner.scan('HD:TOTE:T-002', `Tote T-002 is in place B · PO ${OTHER}`);
  await scanner.scan(grinder.caseGtin, `10 to A · PO ${PO} (HPO)`);
  await expect(instruction(page)).toHaveText('10 eaches of CG-200 into A: scan tote T-001');
  await scanner.scan('HD:TOTE:T-002', 'Wrong tote: T-002 is in place B');
  await scanner.scan('HD:TOTE:T-001', '10 in A, tote T-001');
  await expect(instruction(page)).toHaveText(`Bin ${grinder.bin}: scan CG-200, 20 eaches to A`);

  // PRINT makes the list of the whole cart: here it is saved, for no printer is set and this browser shows no PDFs.
  const saved = page.waitForEvent('download');
  await scanner.scan(command('print'), 'Printing the pick list of the cart: 2 orders');
  expect((await saved).suggestedFilename()).toMatch(new RegExp(`^cart-list-${PO}-`));
});

test('50 scans in about a second are all answered, in order', async ({ workstation }) => {
  const { page, scanner } = await atDock(workstation, 600);
  await scanner.scan(badge(luis), luis.name);
  await scanner.scan(`HD:PO:${PO}:1`, 'picking begins');
  await scanner.scan(bin(grinder.bin), `At bin ${grinder.bin}`);
  const left = await watchAnswers(page);

  await scanner.burst(Array.from({ length: 50 }, () => grinder.caseGtin), 20);

  await expect(scanner.answer).toContainText('100 eaches left.');
  const seen = await left();
  // The screen may pass over an answer that the next one follows at once; none comes out of turn, and the journal has all.
  expect(seen).toEqual([...seen].sort((one, other) => other - one));
  const scans = (await hotdock(workstation.data, ['journal', '--limit', '5000']) as { entries: { kind: string }[] }).entries.filter(({ kind }) => kind === 'pick.confirmed');
  expect(scans).toHaveLength(50);
  expect(await unitsOf(workstation)).toMatchObject({ picked: 500 });
});

/** Every "n eaches left" that the scan bar says from now on, in the order it says them. */
async function watchAnswers(page: Page): Promise<() => Promise<readonly number[]>> {
  const seen = await page.getByRole('group', { name: 'Scanner' }).getByRole('status').evaluateHandle((status) => {
    const numbers: number[] = [];
    new MutationObserver(() => {
      const left = /(\d+) eaches left/.exec(status.textContent)?.[1];
      if (left !== undefined && numbers.at(-1) !== Number(left)) numbers.push(Number(left));
    }).observe(status, { childList: true, characterData: true, subtree: true });
    return numbers;
  });
  return () => seen.jsonValue();
}

test('lot and expiry that a product needs are asked for, remembered on the pallet, and typed where a label cannot be read', async ({ workstation }, info) => {
  const { page, scanner } = await atDock(workstation, 40, { lot: true, expiry: true, serial: false, shelfLifeDays: 60 });
  await scanner.scan(badge(luis), luis.name);
  await scanner.scan(`HD:PO:${PO}:1`, 'picking begins');
  for (const left of ['30 eaches left.', '20 eaches left.', '10 eaches left.', 'Line complete.']) await scanner.scan(grinder.caseGtin, left);
  await scanner.scan(command('done'), 'Now pack it.');

  await scanner.scan(grinder.caseGtin, 'not counted yet');
  await expect(instruction(page)).toHaveText('Scan lot and expiry of CG-200');
  await scanner.scan('(17)260901(10)OLD', 'CG-200 expired on Sep 1, 2026.');
  await scanner.scan('(17)270300(10)A1', 'Packed 10 eaches of CG-200');
  await expect(page.getByText('Next CG-200: lot A1, expires Mar 31, 2027')).toBeVisible();
  await scanner.scan(grinder.caseGtin, 'Packed 10 eaches of CG-200');
  await picture(page, info, 'lot-in-hand', 1366);

  await scanner.scan(`(01)${grinder.caseGtin}(10)B2`, 'not counted yet');
  await expect(instruction(page)).toHaveText('Scan the expiry of CG-200');
  await page.getByRole('button', { name: 'Type it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Label of CG-200' });
  await dialog.getByLabel('Expiry').fill('2/30/2027');
  await dialog.getByRole('button', { name: 'Take it' }).click();
  await expect(dialog).toContainText('No day of the calendar.');
  for (const [width, height] of [[1920, 1080], [800, 1280], [1366, 768]] as const) {
    await page.setViewportSize({ width, height });
    await picture(page, info, 'lot-typed', width);
  }
  await dialog.getByLabel('Expiry').fill('4/30/2027');
  await dialog.getByRole('button', { name: 'Take it' }).click();
  await expect(scanner.answer).toContainText('Packed 10 eaches of CG-200');
  await expect(page.getByText('Next CG-200: lot B2, expires Apr 30, 2027')).toBeVisible();
});
