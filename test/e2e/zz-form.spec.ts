import { expect, type Locator, type Page } from '@playwright/test';
import { renderLabelPdf } from '../../electron/printing/label-pdf.ts';
import { renderPickList } from '../../electron/printing/pick-list.ts';
import { DRAWN, PAPER_FILE, paperPageUrl } from '../../shared/contracts/desktop-printing.ts';
import { pageFacts } from '../../electron/printing/page-facts.ts';
import { pageDots, pagePng, readBars, runsOf } from '../printing/raster.ts';
import { hotList, palletLabel } from '../printing/samples.ts';
import { FakePrinter, type Manner } from '../printing/support/fake-printer.ts';
import { axe } from './support/axe.ts';
import { picture } from './support/picture.ts';
import { goTo, orderPanel, signIn } from './support/desk.ts';
import { grinder } from './support/goods.ts';
import { vendorOrders } from './support/orders.ts';
import { Scanner } from './support/scanner.ts';
import { importOrders, inFolder, marta, openWarehouse } from './support/warehouse.ts';
import { test } from './support/workstation.ts';

/* Printers as a supervisor sets them up, papers as the desk asks for them, and what people see when a printer does not do its part. */

const PO = '7HGRINDR';
const office: Manner = { lamps: null, closes: true };
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

const toasts = (page: Page): Locator => page.getByRole('region', { name: 'Notices' });

async function choose(page: Page, form: Locator, field: string, option: string): Promise<void> {
  await form.getByRole('button', { name: new RegExp(` ${field}$`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** The desktop app asks the system: a name that it does not list is told before anything is printed. */
async function systemPrinter(page: Page, form: Locator): Promise<void> {
  await choose(page, form, 'How it is reached', 'A printer of this computer, by the desktop app');
  await form.getByRole('textbox', { name: 'Printer of this computer' }).fill('No such printer');
  await form.getByRole('button', { name: 'Check' }).click();
  await expect(form).toContainText('The system knows no printer called No such printer');
  await choose(page, form, 'How it is reached', 'Directly over the network (port 9100)');
}

/** A paper as the page draws it that the desktop app prints, printed by the browser in a size. */
async function drawnPaper(of: Page, paper: Uint8Array, { dots, blackOnly, width, height }: { readonly dots: number; readonly blackOnly: boolean; readonly width: string; readonly height: string }): Promise<Uint8Array> {
  const page = await of.context().newPage();
  try {
    await page.route(`**${PAPER_FILE}`, (route) => route.fulfill({ contentType: 'application/pdf', body: Buffer.from(paper) }));
    await page.goto(paperPageUrl(new URL(of.url()).origin, { dots, blackOnly }));
    await page.evaluate(`globalThis.${DRAWN}`);
    return await page.pdf({ width, height, printBackground: true });
  } finally {
    await page.close();
  }
}

async function printList(page: Page): Promise<void> {
  await goTo(page, 'Queue');
  if (!(await orderPanel(page, PO).isVisible())) await page.getByText(PO).first().click();
  await orderPanel(page, PO).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Print pick list' }).click();
}

test('a printer is set up and tried, prints lists by itself, and says on every screen when it does not', async ({ workstation }, info) => {
  const printer = await FakePrinter.on(0, office);
  const { port } = printer;
  await inFolder(workstation.data, {}, async (client) => {
    await openWarehouse(client, [grinder]);
    await importOrders(client, 'orders.json', vendorOrders({ po: PO, goods: grinder, units: 40, type: 'RushOrder', from: day(0), to: day(3) }));
    await client.acknowledgement.send({ po: PO, lines: [{ line: '1', accept: 40 }] });
  });
  const page = await workstation.start();
  await signIn(page, marta);

  await test.step('set up in the settings, checked before it is saved, tried with a page', async () => {
    await goTo(page, 'Settings');
    await page.getByRole('option', { name: /^Printers/ }).click();
    await page.getByRole('button', { name: 'Add a printer' }).click();
    const form = page.getByRole('dialog', { name: 'New printer' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Office A4');
    // Only the desktop app can print through the system by itself; a browser says so.
    for (const [width, height] of [[1920, 1080], [1366, 768], [800, 1280]] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `/tmp/W/form-${width}.png` });
    }
    await form.getByRole('button', { name: /How it is reached$/ }).click();
    await page.screenshot({ path: '/tmp/W/form-ways.png' });
  });
});
