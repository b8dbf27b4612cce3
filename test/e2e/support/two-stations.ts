import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { soundNotes, type SoundEvent } from '../../../renderer/ui/sounds.ts';
import { Central } from './central.ts';
import { grinder, kettle } from './goods.ts';
import { Line } from './line.ts';
import { vendorOrders, type VendorOrder } from './orders.ts';
import { importOrders, inFolder, openWarehouse } from './warehouse.ts';
import { hotdock, test as oneStation } from './workstation.ts';
import type { Workstation } from './workstation.ts';

interface Fixtures {
  readonly central: Central;
  /** What `workstation` reaches central by. */
  readonly line: Line;
  /** What `neighbour` reaches central by. */
  readonly otherLine: Line;
}

/** A site of two stations with a central, each at the end of a line of its own. Nothing is paired yet. */
export const test = oneStation.extend<Fixtures>({
  central: async ({ browserName: _browserName }, use) => {
    const central = await Central.start();
    await use(central);
    await central.end();
  },
  line: ({ central }, use) => onLine(central, use),
  otherLine: ({ central }, use) => onLine(central, use),
});

async function onLine({ url }: Central, use: (line: Line) => Promise<void>): Promise<void> {
  const line = await Line.lay(url);
  await use(line);
  await line.cut();
}

const day = (fromToday: number): string => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

/** An order whose window has begun and ends in four days: central and its stations go by the machine's clock. */
export const order = (po: string, units: number, goods = grinder): VendorOrder => ({ po, goods, units, type: 'RushOrder', from: day(-1), to: day(4) });

/** The first station's warehouse, with these orders accepted in full. Not paired yet. */
export const openFirst = ({ data }: Workstation, orders: readonly VendorOrder[]): Promise<void> =>
  inFolder(data, {}, async (client) => {
    await openWarehouse(client, [grinder, kettle]);
    if (orders.length > 0) await importOrders(client, 'orders.json', vendorOrders(...orders));
    for (const { po, units } of orders) await client.acknowledgement.send({ po, lines: [{ line: '1', accept: units }] });
  });

/** Pairs both by the command line, so that a test can begin with a site at work. */
export async function pairBoth(central: Central, [first, line]: readonly [Workstation, Line], [second, otherLine]: readonly [Workstation, Line]): Promise<void> {
  await hotdock(first.data, ['--as', 'Marta Ruiz', 'pair', line.url, '--code', central.firstCode]);
  await hotdock(second.data, ['pair', otherLine.url, '--code', await central.code(), '--name', 'Pack 4']);
}

/** Listens to what the page sounds; answers whether it has sounded such a thing since. */
export async function ear(page: Page): Promise<(event: SoundEvent) => Promise<boolean>> {
  await page.evaluate(() => {
    const heard: number[] = [];
    Reflect.set(window, 'heardPitches', heard);
    const { setValueAtTime } = AudioParam.prototype;
    AudioParam.prototype.setValueAtTime = function (value, at) {
      heard.push(value);
      return setValueAtTime.call(this, value, at);
    };
  });
  return async (event) => {
    const heard = await page.evaluate(() => Reflect.get(window, 'heardPitches') as readonly number[]);
    // An envelope starts at nothing and ends at its own loudness, below 1: pitches are above.
    const pitches = heard.filter((value) => value > 100).join(' ');
    return pitches.includes(soundNotes[event].map(({ pitch }) => pitch).join(' '));
  };
}

/** What the marks say that stand on every screen. */
export const syncMarks = (page: Page) => page.getByRole('link', { name: 'Open saved and sent' });

export const through = async (page: Page): Promise<void> => {
  await expect(syncMarks(page)).toContainText('Connected');
  await expect(syncMarks(page)).toContainText(/Sent\s*all/);
};

/** Presses "Try now" on the sync screen until all is through. The station tries by itself as well, and may be quicker: then there is nothing to press. */
export const tryNow = (page: Page): Promise<void> =>
  expect(async () => {
    const button = page.getByRole('button', { name: 'Try now' });
    if (await button.isVisible()) await button.click({ timeout: 1_000 });
    await expect(syncMarks(page)).toContainText('Connected', { timeout: 2_000 });
    await through(page);
  }).toPass({ timeout: 30_000 });
