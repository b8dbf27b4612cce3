import { rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page, TestInfo } from '@playwright/test';
import { demoStaff } from '../../electron/station/demo/staff.ts';
import { axe } from './support/axe.ts';
import { orderPanel, signIn } from './support/desk.ts';
import { picture } from './support/picture.ts';
import { Scanner } from './support/scanner.ts';
import type { Person } from './support/warehouse.ts';
import { hotdock, test } from './support/workstation.ts';
import type { Workstation } from './support/workstation.ts';

/** Tuesday morning, 15 September 2026, in Chicago: demo orders have deadlines relative to it. */
const NOW = '2026-09-15T14:40:00Z';
const sizes = [
  { width: 1920, height: 1080 },
  { width: 800, height: 1280 },
  { width: 1366, height: 768 },
] as const;

/**
 * The walk in other colours or words, when it is asked for: `WALK_THEME=dark`, `WALK_LOCALE=es`. Its pictures then stay with the run's results.
 * The language is that of the station and is changed only while the picture is taken: the way there is found by English names.
 */
const { WALK_THEME, WALK_LOCALE } = process.env;
test.use({ colorScheme: WALK_THEME === 'dark' ? 'dark' : 'light' });
/** The data folder of a page's station; a station that is not set up yet has none here, and no language to change. */
const folders = new WeakMap<Page, string>();

const supervisor: Person = demoStaff.find(({ role }) => role === 'supervisor') ?? { name: '', role: 'supervisor', pin: '', badge: '' };

interface DemoOrder {
  readonly po: string;
  readonly hpo: boolean;
  readonly channel: string;
  readonly next: string | null;
}

/** Three seconds of the processor: made once, and each test has a copy. */
let made: Promise<string> | undefined;
async function demoFolder(time: { readonly now?: string }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hotdock-demo-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await hotdock(folder, ['demo', '--zone', 'America/Chicago'], time);
  return folder;
}

/** The demo warehouse with a supervisor signed in, and its orders by their next step. */
async function demo(workstation: Workstation): Promise<{ readonly page: Page; readonly orders: readonly DemoOrder[] }> {
  // The desktop app has no other clock than the machine.
  const time = workstation.shell === 'browser' ? { now: NOW } : {};
  await cp(await (made ??= demoFolder(time)), workstation.data, { recursive: true });
  const { orders } = await hotdock(workstation.data, ['queue', '--limit', '200'], time) as { orders: DemoOrder[] };
  const page = await workstation.start(time.now);
  await signIn(page, supervisor);
  folders.set(page, workstation.data);
  return { page, orders };
}

const first = (orders: readonly DemoOrder[], next: string): string => orders.find((order) => order.next === next)?.po ?? `no order to ${next}`;

async function goTo(page: Page, address: string, sign: Locator): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, address);
  await expect(sign, address).toBeVisible();
}

/** No fault to axe, nothing wider than the window, and a picture; `everywhere` in every size, else as the window is. */
async function look(page: Page, info: TestInfo, name: string, everywhere = true, without: readonly string[] = []): Promise<void> {
  for (const size of everywhere ? sizes : sizes.slice(-1)) {
    await page.setViewportSize(size);
    await expect(page.locator('.skeleton')).toHaveCount(0);
    if (size.width !== 1920) expect.soft(await axe(page, without), `${name} at ${size.width}`).toEqual([]);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `pixels that ${name} is wider than ${size.width}`).toBeLessThanOrEqual(0);
    await inWalkLocale(page, () => picture(page, info, name, size.width));
  }
}

/** `work` while the station speaks the walk's language. */
async function inWalkLocale(page: Page, work: () => Promise<void>): Promise<void> {
  const data = folders.get(page);
  if (WALK_LOCALE === undefined || data === undefined) return work();
  const speak = async (locale: string): Promise<void> => {
    await hotdock(data, ['--as', supervisor.name, 'settings', `locale=${locale}`]);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
  };
  await speak(WALK_LOCALE);
  await work();
  await speak('en');
}

/** A dialog that `open` brings up, looked at and put away again. */
async function lookAtDialog(page: Page, info: TestInfo, name: string, open: () => Promise<void>, role: 'dialog' | 'menu' = 'dialog', without: readonly string[] = []): Promise<void> {
  await open();
  await expect(page.getByRole(role).first()).toBeVisible();
  // To axe a dialog that still fades in is none, and the page behind it lacks its landmarks.
  await expect(page.locator('.scrim[data-entering]')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.querySelector('.scrim')?.getAnimations({ subtree: true }).filter(({ playState }) => playState === 'running').length ?? 0)).toBe(0);
  await look(page, info, name, false, without);
  await page.keyboard.press('Escape');
  await expect(page.getByRole(role)).toHaveCount(0);
}

const button = (page: Page, name: string | RegExp): (() => Promise<void>) => () => page.getByRole('button', { name }).first().click();

test('first start and sign-in', async ({ workstation }, info) => {
  test.setTimeout(240_000);
  const page = await workstation.start();
  await expect(page.getByRole('heading', { name: 'Which site is this?' })).toBeVisible();
  await look(page, info, 'first-start-site');
  await page.getByRole('button', { name: 'Join a site that already uses Hotdock' }).click();
  await expect(page.getByRole('heading', { name: 'Join a site' })).toBeVisible();
  await look(page, info, 'first-start-join');
  await page.locator('label').filter({ hasText: 'Central uses a certificate of its own' }).click();
  await page.getByRole('button', { name: 'Join the site' }).click();
  await expect(page.getByText('This is no certificate')).toBeVisible();
  await look(page, info, 'first-start-join-with-errors');
  await page.getByRole('button', { name: 'Back to the three questions' }).click();
  await page.getByLabel('Site name').fill('Phoenix South');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Station name').fill('Dock 2');
  await look(page, info, 'first-start-station');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Start working' }).click();
  await look(page, info, 'first-start-person-with-errors');
  await page.getByRole('button', { name: 'Try it with a demo warehouse' }).click();
  // A hot order waits for the walk that the demo is in: it stands in the line, and the demo behind its button.
  await page.getByRole('button', { name: /\d more$/ }).click({ timeout: 30_000 });
  await expect(page.getByText('Demo warehouse: nothing here is real.')).toBeVisible();
  await page.getByRole('button', { name: 'switch person' }).click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Who works here?' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Who works here?', level: 1 })).toBeVisible();
  await look(page, info, 'sign-in');
  await page.getByRole('button', { name: supervisor.name }).click();
  await look(page, info, 'sign-in-pin');
});

test('the queue, an order, its acknowledgement', async ({ workstation }, info) => {
  test.setTimeout(240_000);
  const { page, orders } = await demo(workstation);
  const po = first(orders, 'acknowledge');
  const changed = first(orders, 'review');
  const seller = orders.find(({ channel }) => channel !== 'vendor')?.po ?? 'no order of a seller';

  await goTo(page, '/queue', page.getByRole('heading', { name: 'Queue' }));
  await look(page, info, 'queue');
  await lookAtDialog(page, info, 'dialog-import', button(page, 'Import orders'));
  await goTo(page, `/queue/${po}`, page.getByRole('button', { name: 'More actions' }));
  await look(page, info, 'order');
  await lookAtDialog(page, info, 'menu-order', button(page, 'More actions'), 'menu');
  await lookAtDialog(page, info, 'dialog-assign', button(page, 'Assign'));
  await orderPanel(page, po).getByRole('tab', { name: /History/ }).click();
  await look(page, info, 'order-history', false);
  await goTo(page, `/queue/${changed}`, orderPanel(page, changed).getByText('Changed after it was acknowledged'));
  await look(page, info, 'order-changed', false);
  await orderPanel(page, changed).getByRole('tab', { name: /Shipping/ }).click();
  await look(page, info, 'order-shipping', false);
  for (const [name, choice] of [['pin', 'Pin to the front'], ['unflag', 'Take off the HPO mark'], ['cancel', 'Cancel the order']] as const) {
    await lookAtDialog(page, info, `dialog-${name}`, async () => {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: choice }).click();
    });
  }
  await goTo(page, `/queue/${encodeURIComponent(seller)}`, orderPanel(page, seller).getByRole('button', { name: 'More actions' }));
  await lookAtDialog(page, info, 'dialog-third-party', async () => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Mark as HPO' }).click();
  });
  await goTo(page, `/queue/${first(orders, 'complete')}`, page.getByRole('button', { name: 'Complete the product' }).last());
  await lookAtDialog(page, info, 'dialog-complete', () => page.getByRole('button', { name: 'Complete the product' }).last().click());
  await goTo(page, `/queue/${po}/acknowledge`, page.getByRole('heading', { name: `Acknowledge ${po}` }));
  await look(page, info, 'acknowledge');
});

test('the floor: what there is to do, picking, packing, loading, counting', async ({ workstation }, info) => {
  test.setTimeout(240_000);
  const { page, orders } = await demo(workstation);
  // The demo's picker left off in the middle of a pick.
  await goTo(page, '/tasks', page.getByRole('button', { name: 'Short pick' }));
  await look(page, info, 'task-pick');
  // Lower than all there is to say: the stage scrolls, and no words run into others.
  await page.setViewportSize({ width: 1366, height: 640 });
  const instruction = page.locator('.task__instruction');
  await expect.poll(() => instruction.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight), 'pixels that the instruction hangs over the goods').toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1366, height: 768 });
  await lookAtDialog(page, info, 'dialog-key-quantity', button(page, 'Key quantity'));
  await lookAtDialog(page, info, 'dialog-short-pick', button(page, 'Short pick'));
  await lookAtDialog(page, info, 'dialog-damaged-in-a-bin', button(page, 'Damaged'));
  await page.getByRole('button', { name: 'Leave task' }).click();

  await expect(page.getByRole('heading', { name: 'Your work' })).toBeVisible();
  await look(page, info, 'tasks');
  await lookAtDialog(page, info, 'dialog-type-a-code', button(page, 'Type a code'));
  await lookAtDialog(page, info, 'dialog-sounds', button(page, 'Sounds'));
  // Beside a popover React Aria puts buttons to dismiss it by, for screen readers; they stand in no landmark. A habit, not a rule of WCAG.
  await lookAtDialog(page, info, 'popover-last-scans', button(page, 'Last 10'), 'dialog', ['region']);
  await lookAtDialog(page, info, 'dialog-find', button(page, 'Find'));
  await lookAtDialog(page, info, 'dialog-keys', button(page, 'Keys'));
  await lookAtDialog(page, info, 'dialog-switch-person', button(page, /switch person/));
  // Last: the way back to its button scrolls the page, which shuts what has just opened at the bar below.
  await lookAtDialog(page, info, 'dialog-pick-several', button(page, 'Pick several together'));

  await goTo(page, `/queue/${first(orders, 'pack')}`, page.getByRole('button', { name: /^Pack \d+ units?$/ }));
  await page.getByRole('button', { name: /^Pack \d+ units?$/ }).click();
  await expect(page.getByRole('button', { name: 'Leave task' })).toBeVisible();
  await look(page, info, 'task-pack');
  await expect(page.locator('.task__context'), 'all six actions leave the order in sight').toBeInViewport({ ratio: 1 });
  await lookAtDialog(page, info, 'dialog-close-pallet', button(page, /^Close (pallet|carton)$/));
  await lookAtDialog(page, info, 'dialog-take-off', button(page, 'Take off'));
  await lookAtDialog(page, info, 'dialog-move', async () => {
    await page.getByRole('button', { name: 'Move or split' }).first().click();
    const move = page.getByRole('dialog').getByRole('button', { name: /^Move(?! by scanner)/ });
    await expect(move, 'nothing is chosen').toBeDisabled();
    await page.getByRole('dialog').getByText('Everything').click();
    await expect(page.getByRole('dialog').getByText(/(is given up|are void) after that/)).toBeVisible();
    await move.click();
    await expect(move, 'it is held, not tapped').toBeVisible();
  });
  await lookAtDialog(page, info, 'dialog-damaged-on-a-pallet', async () => {
    await page.getByRole('button', { name: 'Damaged' }).first().click();
    await page.getByRole('dialog').getByRole('radio').first().check({ force: true });
    await page.getByRole('dialog').getByText('Wet or soiled').click();
    await expect(page.getByRole('button', { name: /^Write off 1 each/ })).toBeEnabled();
  });
  await page.getByRole('button', { name: 'Leave task' }).click();

  await page.getByRole('button', { name: /^Load / }).first().click();
  await expect(page.getByRole('list', { name: 'Pallets of this shipment' })).toBeVisible();
  await look(page, info, 'task-load');
  await page.getByRole('button', { name: 'Leave task' }).click();

  await page.getByRole('button', { name: 'Count a bin' }).click();
  await expect(page.getByRole('heading', { name: 'Scan the bin to count' })).toBeVisible();
  await look(page, info, 'task-count');
  // A hand that taps twice: in the state that the first tap leads to, the second would end the task.
  const scanner = new Scanner(page);
  await scanner.scan('HD:LOC:C-01-01', 'Counting bin C-01-01');
  await page.getByRole('button', { name: 'Next bin' }).evaluate((next: HTMLElement) => {
    next.click();
    next.click();
  });
  await expect(scanner.answer).toContainText('Next bin.');
  await expect(page.getByRole('button', { name: 'Next bin' })).toBeDisabled();
  await expect(page.getByRole('heading', { name: 'Scan the bin to count' })).toBeVisible();
  await page.getByRole('button', { name: 'Done counting' }).click();

  await page.getByRole('button', { name: 'Receive boxed goods' }).click();
  await expect(page.getByRole('button', { name: 'Next bin' })).toBeDisabled();
  await look(page, info, 'task-receive');
  await page.getByRole('button', { name: /^Done/ }).click();
  await page.getByRole('button', { name: 'Look something up' }).click();
  await expect(page.getByRole('heading', { name: 'Your work' })).toHaveCount(0);
  await look(page, info, 'task-lookup');
  await page.getByRole('button', { name: 'Done looking up' }).click();

  // Taking hot orders to the front: the next one's button comes where the finger still is. Time stands, so that the second tap is a quick one.
  await page.getByRole('button', { name: /^Go on picking / }).first().click();
  const toFront = page.getByRole('button', { name: /^Take .* to the front$/ });
  const before = await toFront.textContent();
  await expect(toFront).toBeEnabled();
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await toFront.click();
  await expect
    .poll(async () => {
      await page.clock.runFor(20);
      return toFront.textContent();
    })
    .not.toBe(before);
  const next = await toFront.textContent();
  await toFront.click({ force: true });
  await expect(toFront, 'the second tap was meant for the first order').toBeDisabled();
  await page.clock.runFor(500);
  await expect(toFront).toBeEnabled();
  await expect(toFront).toHaveText(next ?? '');
});

test('shipping, stock and documents', async ({ workstation }, info) => {
  test.setTimeout(240_000);
  const { page, orders } = await demo(workstation);
  await goTo(page, '/shipping', page.getByRole('heading', { name: 'Shipping desk' }));
  await look(page, info, 'shipping');
  await lookAtDialog(page, info, 'dialog-plan-shipment', button(page, /^Plan shipment /));
  await goTo(page, `/queue/${orders.find(({ hpo, next }) => hpo && next === 'load')?.po ?? ''}`, page.getByRole('tab', { name: /Shipping/ }));
  await page.getByRole('tab', { name: /Shipping/ }).click();
  await page.getByRole('tabpanel').getByRole('link', { name: 'Open' }).first().click();
  await expect(page.getByRole('heading', { name: /^Shipment SH/ })).toBeVisible();
  await look(page, info, 'shipment');
  await lookAtDialog(page, info, 'dialog-photos', async () => {
    await page.getByRole('button', { name: /^Actions for / }).first().click();
    await page.getByRole('menuitem', { name: /^(Photo|\d+ photos?)$/ }).click();
    await expect(page.getByRole('dialog', { name: 'Photos' })).toBeVisible();
  });
  const depart = page.getByRole('button', { name: 'Let it depart' });
  if (await depart.isEnabled()) await lookAtDialog(page, info, 'dialog-depart', () => depart.click());

  await goTo(page, '/stock', page.getByRole('grid', { name: 'Products' }));
  await look(page, info, 'stock');
  await lookAtDialog(page, info, 'dialog-import-csv', button(page, 'Import CSV'));
  await lookAtDialog(page, info, 'dialog-add-product', button(page, 'Add product'));
  await goTo(page, '/stock/CG-200', page.getByRole('button', { name: 'Set stock' }));
  await look(page, info, 'product', false);
  await lookAtDialog(page, info, 'dialog-set-stock', button(page, 'Set stock'));

  await goTo(page, '/documents', page.getByRole('heading', { name: 'Documents' }));
  await look(page, info, 'documents');
  await page.getByRole('option').first().click();
  await look(page, info, 'document', false);
});

test('people, metrics and settings', async ({ workstation }, info) => {
  test.setTimeout(240_000);
  const { page } = await demo(workstation);
  await goTo(page, '/people', page.getByRole('heading', { name: 'People' }));
  await look(page, info, 'people');
  await lookAtDialog(page, info, 'dialog-add-person', button(page, 'Add person'));
  await page.getByRole('grid', { name: 'People' }).getByRole('row').nth(1).click();
  await look(page, info, 'person', false);

  await goTo(page, '/metrics', page.getByRole('heading', { name: 'Metrics' }));
  await look(page, info, 'metrics');
  await goTo(page, '/metrics/fillRate', page.getByRole('complementary'));
  await look(page, info, 'metrics-fill-rate', false);

  await goTo(page, '/settings', page.getByRole('heading', { name: 'Settings' }));
  await look(page, info, 'settings');
  const sections = page.getByRole('listbox', { name: 'Settings' }).getByRole('option');
  for (let index = 1; index < (await sections.count()); index += 1) {
    await sections.nth(index).click();
    await look(page, info, `settings-${index}`, false);
  }
});

if (process.env['UPDATE_IMAGES'] === '1') {
  test('pictures for the README', async ({ workstation }) => {
    const { page, orders } = await demo(workstation);
    await page.setViewportSize({ width: 1600, height: 1000 });
    const picture = async (name: string): Promise<void> => {
      await expect(page.locator('.skeleton')).toHaveCount(0);
      await page.evaluate(async () => {
        await document.fonts.ready;
      });
      await page.mouse.move(0, 0);
      await page.screenshot({ path: resolve(import.meta.dirname, `../../docs/images/${name}.png`) });
    };
    await goTo(page, '/queue', page.getByRole('region', { name: 'Hot orders' }));
    await picture('queue');
    await goTo(page, `/queue/${first(orders, 'acknowledge')}/acknowledge`, page.getByRole('button', { name: /^(Accept|Reject) / }));
    await picture('acknowledge');
    await goTo(page, '/shipping', page.getByRole('heading', { name: 'Shipping desk' }));
    await picture('shipping');
    await goTo(page, '/metrics', page.getByRole('navigation', { name: 'Five numbers' }));
    await picture('metrics');
    await goTo(page, '/tasks', page.getByRole('button', { name: 'Short pick' }));
    await picture('picking');
  });
}

test('saved and sent, pairing, cases without any', async ({ workstation }, info) => {
  const { page } = await demo(workstation);
  await page.getByRole('link', { name: 'Open saved and sent' }).click();
  await expect(page.getByRole('heading', { name: 'Saved and sent' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Works alone' })).toBeVisible();
  await look(page, info, 'sync-alone');
  await page.getByRole('link', { name: 'Set up central' }).click();
  await expect(page.getByLabel('One-time code')).toBeVisible();
  await look(page, info, 'pair');
  await page.locator('label').filter({ hasText: 'Central uses a certificate of its own' }).click();
  await page.getByRole('button', { name: 'Pair this station' }).click();
  await expect(page.getByText('Enter the whole code')).toBeVisible();
  await look(page, info, 'pair-with-errors', false);
  await goTo(page, '/cases', page.getByText('No open cases'));
  await look(page, info, 'cases-empty');
});
