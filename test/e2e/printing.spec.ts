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
    if (workstation.shell === 'desktop') await systemPrinter(page, form);
    else await expect(form).toContainText('this station runs in a browser');
    await form.getByRole('button', { name: 'Save printer' }).click();
    await expect(form).toContainText('This is needed to reach it.');
    await form.getByRole('textbox', { name: 'Address' }).fill('127.0.0.1');
    await form.getByRole('textbox', { name: 'Port' }).fill(String(port));
    await choose(page, form, 'What is loaded', 'A4');
    await form.getByRole('button', { name: 'Check' }).click();
    await expect(form).toContainText('It can be reached');
    expect(await axe(page)).toEqual([]);
    await form.getByRole('button', { name: 'Save printer' }).click();
    await expect(page.getByRole('button', { name: /Office A4 Pick lists$/ })).toBeVisible();
    for (const [width, height] of [[1920, 1080], [800, 1280], [1366, 768]] as const) {
      await page.setViewportSize({ width, height });
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `pixels too wide at ${String(width)}`).toBeLessThanOrEqual(0);
      await picture(page, info, 'settings-printers-one', width);
    }
    await page.getByRole('button', { name: 'Test print' }).click();
    await expect(toasts(page)).toContainText('A test page goes to Office A4');
    expect((await printer.printed(1))[0]).toContain('%PDF-');
  });

  await test.step('a pick list comes out without a dialog', async () => {
    await printList(page);
    await expect(toasts(page)).toContainText(`Pick list of PO ${PO} goes to Office A4`);
    await printer.printed(2);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('the day sheet comes out for the board', async () => {
    await goTo(page, 'People');
    await page.getByRole('button', { name: 'Day sheet' }).click();
    await expect(toasts(page)).toContainText(/Day sheet of \d{4}-\d{2}-\d{2} goes to Office A4/);
    await printer.printed(3);
  });

  await test.step('with the printer off it waits and says so, and nobody is held up: a scan is answered as ever', async () => {
    await printer.idle();
    printer.off();
    await printList(page);
    const alert = page.getByRole('status').filter({ hasText: `Not printed: Pick list of PO ${PO}, Office A4` });
    await expect(alert).toContainText(`Nothing listens at 127.0.0.1:${port}`);
    await expect(page.getByRole('link', { name: '1 paper waits for a printer' })).toBeVisible();
    await new Scanner(page).scan('0614141999996', /0614141999996|known/);
  });

  await test.step('back again, it comes out; the mark and the alert are gone', async () => {
    await page.getByRole('link', { name: '1 paper waits for a printer' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Printing' })).toBeVisible();
    expect(await axe(page)).toEqual([]);
    const back = await FakePrinter.on(port, { ...office, diesAfter: 100 });
    await page.getByRole('button', { name: 'Try now' }).click();
    await expect(page.getByText('Is the paper at the printer, and whole?', { exact: true })).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: 'Not printed' })).toContainText('The connection ended while it was being sent');
    back.manner = office;
    await page.getByRole('button', { name: 'Print again' }).click();
    await expect(page.getByText('Nothing is on its way to a printer')).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: 'Not printed' })).toHaveCount(0);
    await expect(page.getByRole('table', { name: 'Lately done' }).getByRole('row')).toHaveCount(5);
    await expect(page.getByRole('link', { name: /for a printer|to print/ })).toHaveCount(0);
    back.off();
  });

  await test.step('the page that the desktop app prints keeps size and sharpness, under the content policy that every page has', async () => {
    // Electron's pages cannot be printed to PDF by a test's own hand; there the app prints.
    if (workstation.shell === 'desktop') return;
    for (const dots of [203, 300]) {
      const paper = await renderLabelPdf(palletLabel);
      const label = await drawnPaper(page, paper, { dots, blackOnly: true, width: '4in', height: '6in' });
      expect((await readBars(pagePng(label, dots))).map(({ text }) => text), `${dots} dpi`).toEqual([']C08X3K2L1M', `]C100${palletLabel.sscc}`]);
      expect(pageFacts(label)).toEqual(pageFacts(paper));
      // Through the middle of the SSCC: bar for bar as wide as the vectors are in the printer's dots, or one dot more or less.
      const [vector, printed] = [paper, label].map((pdf) => runsOf(pageDots(pdf, dots), Math.round(4.7 * dots)).slice(1, -1).map(({ length }) => length));
      expect(printed).toHaveLength(85);
      expect(printed?.map((run, index) => Math.abs(run - (vector?.[index] ?? 0))).filter((off) => off > 1)).toEqual([]);
    }
    const list = await drawnPaper(page, await renderPickList(hotList, 'A4'), { dots: 300, blackOnly: false, width: '210mm', height: '297mm' });
    const { barcode } = hotList;
    expect((await readBars(pagePng(list, 300))).map(({ text }) => text)).toContain(`]C0${barcode}`);
    expect(pageFacts(list)).toEqual(pageFacts(await renderPickList(hotList, 'A4')));
  });
});
