import { expect } from '@playwright/test';
import type { Page, TestInfo } from '@playwright/test';
import { join } from 'node:path';
import { buildElementStrings } from '../../shared/lib/barcode/element-string.ts';
import { TEST_ELEMENTS } from '../../shared/lib/scanner-test.ts';
import { PseudoTerminal } from '../support/pseudo-terminal.ts';
import { axe } from './support/axe.ts';
import { signIn } from './support/desk.ts';
import { grinder } from './support/goods.ts';
import { vendorOrders } from './support/orders.ts';
import { lookLater } from './support/picture.ts';
import { importOrders, inFolder, luis, marta, openWarehouse } from './support/warehouse.ts';
import { hotdock, test } from './support/workstation.ts';

const PO = '7HGRINDR';
const MORNING = '2026-09-15T13:00:00Z';
const serial = { usb: null, baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } as const;
const sizes = [[1920, 1080], [1366, 768], [800, 1280]] as const;

async function pictures(page: Page, info: TestInfo, name: string): Promise<void> {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    if (width !== 1920) expect.soft(await axe(page), `${name}, ${String(width)}`).toEqual([]);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `pixels too wide at ${String(width)}`).toBeLessThanOrEqual(0);
    await lookLater(page, info, `${name}-${String(width)}`);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

test('a scanner on a serial port is set up, scans on every screen, and is told of when it is pulled out', async ({ workstation }, info) => {
  test.setTimeout(180_000);
  await inFolder(workstation.data, {}, (client) => openWarehouse(client, [grinder]));
  const scanner = new PseudoTerminal(join(workstation.data, 'scanner'));
  await scanner.plugIn();
  try {
    const page = await workstation.start();
    await signIn(page, marta);
    await page.evaluate(() => {
      location.hash = '/settings/scanner';
    });
    await test.step('set up', async () => {
      await page.getByRole('button', { name: 'Add a serial scanner' }).click();
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Dock 3');
      await page.getByRole('button', { name: /Port/ }).click();
      await page.getByRole('option', { name: 'Another port' }).click();
      await page.getByRole('textbox', { name: 'Name of the port' }).fill(scanner.path);
      await pictures(page, info, 'dialog');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByText('Connected', { exact: true })).toBeVisible();
    });

    await test.step('its test label', async () => {
      scanner.say(`]C1${buildElementStrings(TEST_ELEMENTS)}\r\n`);
      await expect(page.getByText('From Dock 3')).toBeVisible();
      await expect(page.getByText('This scanner is set up well')).toBeVisible();
      await page.getByText('Connected', { exact: true }).scrollIntoViewIfNeeded();
      await pictures(page, info, 'section');
    });

    await test.step('pulled out and plugged in', async () => {
      await scanner.pullOut();
      await expect(page.getByText('Not plugged in; it is looked for')).toBeVisible();
      await page.getByText('Not plugged in; it is looked for').scrollIntoViewIfNeeded();
      await pictures(page, info, 'missing');
      await scanner.plugIn();
      await expect(page.getByText('Connected', { exact: true })).toBeVisible();
    });

    await test.step('a badge while a field has the focus', async () => {
      await page.evaluate(() => {
        location.hash = '/queue';
      });
      const search = page.getByRole('searchbox').first();
      await search.fill('typing');
      scanner.say(`HD:BADGE:${luis.badge}\r\n`);
      await expect(page.getByText(luis.name).first()).toBeVisible();
      await page.getByRole('button', { name: 'Last 10' }).click();
      await expect(page.getByText(/ · Dock 3$/).first()).toBeVisible();
    });
  } finally {
    await scanner.pullOut();
  }
});

test('a pallet is picked and packed by a serial scanner, and its weight comes from the scale', async ({ workstation }, info) => {
  test.setTimeout(180_000);
  const [scanner, scale] = [new PseudoTerminal(join(workstation.data, 'scanner')), new PseudoTerminal(join(workstation.data, 'scale'))];
  await inFolder(workstation.data, { now: MORNING }, async (client) => {
    await openWarehouse(client, [grinder]);
    await importOrders(client, 'orders.json', vendorOrders({ po: PO, goods: grinder, units: 20, from: '2026-09-15', to: '2026-09-17' }));
    await client.acknowledgement.send({ po: PO, lines: [{ line: '1', accept: 20 }] });
    await client.devices.putScanner({ ...serial, id: null, name: 'Dock 3', path: scanner.path, prefix: '', gsText: '', end: 'line' });
    await client.devices.putScale({ scale: { ...serial, path: scale.path, protocol: 'header' } });
  });
  await Promise.all([scanner.plugIn(), scale.plugIn()]);
  let says = 'US,GS,+00388.1 kg\r\n';
  const saying = setInterval(() => scale.say(says), 100);
  try {
    const page = await workstation.start(MORNING);
    const answer = page.getByRole('group', { name: 'Scanner' }).getByRole('status');
    const scan = async (code: string, words: string): Promise<void> => {
      scanner.say(`${code}\r\n`);
      await expect(answer, `answer to ${code}`).toContainText(words);
    };
    await scan(`HD:BADGE:${luis.badge}`, luis.name);
    await scan(`HD:PO:${PO}:1`, 'picking begins');
    await scan(`HD:LOC:${grinder.bin}`, `At bin ${grinder.bin}`);
    await scan(grinder.caseGtin, '10 eaches left.');
    await scan(grinder.caseGtin, 'Line complete.');
    await scan('HD:CMD:DONE', 'Now pack it.');
    // One piece of two codes: both count, in their order.
    scanner.say(`${grinder.caseGtin}\r\n${grinder.caseGtin}\r\n`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('is all packed');

    await page.getByRole('button', { name: 'Close pallet' }).click();
    const dialog = page.getByRole('dialog', { name: 'Close pallet' });
    await expect(dialog.getByText('still moving')).toContainText('855.6 lb');
    await expect(dialog.getByRole('button', { name: 'Take weight' })).toBeDisabled();
    says = 'ST,GS,+00412.5 kg\r\n';
    await expect(dialog.getByText('Scale: 909.4 lb', { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Take weight' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Weight with pallet' })).toHaveValue('909.4');
    await pictures(page, info, 'weighed');
    await dialog.getByRole('radio', { name: 'kg' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Weight with pallet' })).toHaveValue('412.5');
    await dialog.getByRole('button', { name: 'Close without label' }).click();
    await expect(dialog).toHaveCount(0);
    const { handlingUnits } = (await hotdock(workstation.data, ['order', PO])) as { readonly handlingUnits: readonly { readonly weightGrams: number | null }[] };
    expect(handlingUnits.map(({ weightGrams }) => weightGrams)).toEqual([412_500]);
  } finally {
    clearInterval(saying);
    await Promise.all([scanner.pullOut(), scale.pullOut()]);
  }
});

/** A scanner's hand in the page: a HID POS scanner and a serial port as the browser would hand them over, with its memory of who was allowed. */
function plugIntoBrowser(): void {
  class Hid extends EventTarget {
    readonly productName = 'Ring scanner';
    readonly collections = [{ usagePage: 0x8c }];
    opened = false;
    open(): Promise<void> {
      this.opened = true;
      return Promise.resolve();
    }
    close(): Promise<void> {
      this.opened = false;
      return Promise.resolve();
    }
    forget(): Promise<void> {
      localStorage.removeItem('allowed hid');
      return Promise.resolve();
    }
  }
  class Port extends EventTarget {
    readable: ReadableStream<Uint8Array> | null = null;
    source: ReadableStreamDefaultController<Uint8Array> | undefined;
    getInfo = () => ({ usbVendorId: 0x0c2e, usbProductId: 0x0b6a });
    open(): Promise<void> {
      this.readable = new ReadableStream({ start: (source) => void (this.source = source) });
      return Promise.resolve();
    }
    close(): Promise<void> {
      this.readable = null;
      return Promise.resolve();
    }
    forget(): Promise<void> {
      localStorage.removeItem('allowed serial');
      return Promise.resolve();
    }
  }
  const [hid, port] = [new Hid(), new Port()];
  const allowed = <Device>(name: string, device: Device): Device[] => (localStorage.getItem(`allowed ${name}`) === null ? [] : [device]);
  const allow = (name: string): void => localStorage.setItem(`allowed ${name}`, 'yes');
  const offer = (name: string, members: object): void => {
    Object.defineProperty(navigator, name, { configurable: true, value: Object.assign(new EventTarget(), members) });
  };
  offer('hid', {
    getDevices: () => Promise.resolve(allowed('hid', hid)),
    requestDevice: ({ filters }: { readonly filters: readonly { readonly usagePage: number }[] }) => {
      if (filters.length !== 1 || filters[0]?.usagePage !== 0x8c) return Promise.resolve([]);
      allow('hid');
      return Promise.resolve([hid]);
    },
  });
  offer('serial', {
    getPorts: () => Promise.resolve(allowed('serial', port)),
    requestPort: () => {
      allow('serial');
      return Promise.resolve(port);
    },
  });
  Object.assign(window, {
    hidSays: (reports: readonly (readonly number[])[]) =>
      reports.forEach((bytes) => hid.dispatchEvent(Object.assign(new Event('inputreport'), { data: new DataView(Uint8Array.from(bytes).buffer) }))),
    portSays: (text: string) => port.source?.enqueue(Uint8Array.from(text, (character) => character.charCodeAt(0))),
    portPulled: () => {
      port.readable = null;
      port.source?.error(new DOMException('The device has been lost.', 'NetworkError'));
    },
  });
}

/** A code as the reports of a HID POS scanner. */
function reportsOf(aim: string, code: string): number[][] {
  const pieces = code.match(/[^]{1,56}/g) ?? [];
  return pieces.map((piece, index) => {
    const bytes = Array.from({ length: 63 }, () => 0);
    bytes.splice(0, 1, piece.length);
    bytes.splice(1, aim.length + piece.length, ...[...`${aim}${piece}`].map((character) => character.charCodeAt(0)));
    bytes.splice(62, 1, index < pieces.length - 1 ? 1 : 0);
    return bytes;
  });
}

test('scanners that the browser reads itself are asked for once, scan like the others, and are let go', async ({ workstation }, info) => {
  test.setTimeout(180_000);
  await inFolder(workstation.data, {}, (client) => openWarehouse(client, [grinder]));
  const page = await workstation.start();
  await page.context().addInitScript(plugIntoBrowser);
  await page.reload();
  await signIn(page, marta);
  await page.evaluate(() => {
    location.hash = '/settings/scanner';
  });
  const call = (name: string, argument: unknown): Promise<void> => page.evaluate(([to, value]) => (Reflect.get(window, to) as (said: unknown) => void)(value), [name, argument] as const);
  const label = buildElementStrings(TEST_ELEMENTS);

  await page.getByRole('button', { name: 'Add a HID scanner' }).click();
  await expect(page.getByText('Ring scanner')).toBeVisible();
  await page.getByRole('button', { name: 'Add a port of the browser' }).click();
  await expect(page.getByText('Serial 0c2e:0b6a')).toBeVisible();
  await expect(page.getByText('Connected', { exact: true })).toHaveCount(2);
  await call('hidSays', reportsOf(']C1', label));
  await expect(page.getByText('From Ring scanner')).toBeVisible();
  await expect(page.getByText('This scanner is set up well')).toBeVisible();
  await page.getByRole('button', { name: 'Add a HID scanner' }).scrollIntoViewIfNeeded();
  await pictures(page, info, 'browser');

  await page.reload();
  await expect(page.getByText('Connected', { exact: true })).toHaveCount(2);
  // Half a code of one, a code of the other, the rest: each comes whole.
  await call('portSays', 'HALF-');
  await call('hidSays', reportsOf('', 'X'.repeat(80)));
  await expect(page.getByText('From Ring scanner')).toBeVisible();
  await call('portSays', 'WHOLE\r\n');
  await expect(page.getByText('From Serial 0c2e:0b6a')).toBeVisible();
  await expect(page.getByText('HALF-WHOLE')).toBeVisible();
  await call('portPulled', null);
  await expect(page.getByText('Not plugged in; it is looked for')).toBeVisible();

  await page.getByRole('listitem').filter({ hasText: 'Ring scanner' }).getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Ring scanner', { exact: true })).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem('allowed hid'))).toBeNull();
});
