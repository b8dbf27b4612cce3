import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { axe } from './support/axe.ts';
import { test } from './support/page-site.ts';
import { lookLater } from './support/picture.ts';

const themes = ['light', 'dark', 'contrast'] as const;
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 800, height: 1280 },
] as const;
const screens = ['queue', 'acknowledge', 'task', 'pallet', 'sign-in'] as const;
const syncStates = ['alone', 'joining', 'connected', 'catching-up', 'offline', 'limited', 'needs-update'] as const;
/** Screens of many stations and of central, each state by itself. */
const groups = {
  sync: syncStates.map((state) => `sync-${state}`),
  cases: ['cases', 'case-open', 'case-read-only', 'case-resolved', 'cases-empty', 'cases-loading', 'cases-failed', 'cases-many'],
  central: ['central-sign-in', 'central-sites', 'central-sites-many', 'central-sites-none', 'central-site', 'central-site-new', 'central-code', 'central-failed'],
  printing: ['printing', 'printing-empty'],
} as const;

/** Opens the view `page/theme/density/locale`: the first of a test from nothing, the others in the page that is there. */
async function open(page: Page, site: string, view: string): Promise<void> {
  const [name = '', theme = '', density = '', locale = ''] = view.split('/');
  const address = `${site}/?${new URLSearchParams({ page: name, theme, density, locale }).toString()}#/gallery`;
  if (page.url().startsWith(site)) await turnTo(page, address);
  else await page.goto(address);
  await page.locator(`html[data-theme="${theme}"][data-density="${density}"][lang="${locale}"]`).waitFor({ state: 'attached' });
  await page.locator('h1, h2').filter({ visible: true }).first().waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}

/** Loading the page anew costs a second of the processor each time. Every screen is a component of its own, so it begins anew here too. */
async function turnTo(page: Page, address: string): Promise<void> {
  await page.evaluate(async (to) => {
    history.pushState(null, '', to);
    // The router has heard of it at once; two frames later it is painted.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  }, address);
}

for (const theme of themes) {
  // Colours change with the theme, sizes with the density: one dense theme is enough for the floor.
  for (const density of theme === 'light' ? (['desk', 'floor'] as const) : (['desk'] as const)) {
    test(`every part, ${theme}, ${density}: accessible, pictured when asked`, async ({ page, site }, info) => {
      await open(page, site, `parts/${theme}/${density}/en`);
      expect(await axe(page)).toEqual([]);
      const height = await page.locator('.gallery').evaluate((gallery) => gallery.scrollHeight);
      await page.setViewportSize({ width: 1366, height });
      await lookLater(page, info, `parts-${theme}-${density}`);
    });
  }

  test(`screens made of the parts, ${theme}: accessible, pictured when asked in three sizes`, async ({ page, site }, info) => {
    for (const screen of screens) {
      for (const size of sizes) {
        await page.setViewportSize(size);
        await open(page, site, `${screen}/${theme}/${size.width < 900 || screen === 'task' ? 'floor' : 'desk'}/en`);
        if (size.width !== 1920) expect(await axe(page), `${screen} ${String(size.width)}`).toEqual([]);
        await lookLater(page, info, `${screen}-${theme}-${String(size.width)}`);
      }
    }
  });
}

for (const [group, states] of Object.entries(groups)) {
  for (const theme of themes) {
    test(`${group} in every state, ${theme}: accessible, no wider than the window, pictured when asked in three sizes`, async ({ page, site }, info) => {
      for (const screen of states) {
        for (const size of sizes) {
          await page.setViewportSize(size);
          await open(page, site, `${screen}/${theme}/${size.width < 900 ? 'floor' : 'desk'}/${theme === 'dark' ? 'es' : 'en'}`);
          // Colours are the same in every size, so the themes differ only once.
          if (size.width === 1366 || (theme === 'light' && size.width === 800)) expect.soft(await axe(page), `${screen} ${String(size.width)}`).toEqual([]);
          expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `pixels that ${screen} is wider than ${String(size.width)}`).toBeLessThanOrEqual(0);
          await lookLater(page, info, `${screen}-${theme}-${String(size.width)}`);
        }
      }
    });
  }
}

for (const locale of ['en', 'es']) {
  test(`saved, sent and the state stand in the same place whatever they say, whole, ${locale}`, async ({ page, site }) => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      const places = new Set<string>();
      for (const state of syncStates) {
        await open(page, site, `sync-${state}/light/floor/${locale}`);
        const marks = page.locator('.sync-marks');
        const cut = await marks.locator('span:not(.visually-hidden)').evaluateAll((parts) => parts.filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1).map(({ textContent }) => textContent));
        expect.soft(cut, `cut at ${String(size.width)}, ${state}`).toEqual([]);
        const { x, width } = await boxOf(marks);
        // A station without a central has one mark less, for as long as it has none.
        if (state !== 'alone') places.add(`${String(Math.round(x))} ${String(Math.round(width))}`);
        else expect(await marks.locator('.sync-marks__sent').count()).toBe(0);
      }
      expect(places.size, [...places].join(', ')).toBe(1);
    }
  });

  test(`no screen is wider than its window, ${locale}`, async ({ page, site }) => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const screen of screens) {
        await open(page, site, `${screen}/light/floor/${locale}`);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(beyond, `pixels that ${screen} is wider than ${String(size.width)}`).toBeLessThanOrEqual(0);
      }
    }
  });
}

test('in Spanish nothing of the parts stays English', async ({ page, site }) => {
  await open(page, site, 'parts/light/desk/es');
  await expect(page.getByRole('region', { name: 'Badge', exact: false }).first()).toContainText('en riesgo');
  await expect(page.getByRole('region', { name: 'UnitsBar' })).toContainText('embarcadas');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});

test('on the floor every target is 48 px or more, main actions 64', async ({ page, site }) => {
  await page.setViewportSize({ width: 800, height: 1280 });
  for (const screen of ['queue', 'task', 'pallet', 'sign-in']) {
    await open(page, site, `${screen}/light/floor/en`);
    const small = await page.locator('button:visible, a:visible').evaluateAll((targets) =>
      targets
        .filter((target) => !target.matches('.frame__skip, .hot-card__open, .data-table__sort'))
        .map((target) => ({ name: target.textContent, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 48 || box.width < 44)
        .map(({ name, box }) => `${name}: ${String(box.width)} x ${String(box.height)}`),
    );
    expect(small, screen).toEqual([]);
  }
  await open(page, site, 'task/light/floor/en');
  expect((await boxOf(page.getByRole('button', { name: 'Short pick' }))).height).toBeGreaterThanOrEqual(64);
  expect(await page.locator('h1').evaluate((heading) => Number.parseFloat(getComputedStyle(heading).fontSize))).toBeGreaterThanOrEqual(32);
});

async function boxOf(locator: Locator): Promise<{ readonly width: number; readonly height: number; readonly x: number; readonly y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the screen');
  return box;
}

test('every overlay opens under the content security policy and without style elements', async ({ page, site }) => {
  await open(page, site, 'parts/light/desk/en');
  await page.getByRole('button', { name: 'Order', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Print again' })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: 'Apply' }).click();

  await page.getByRole('region', { name: 'SelectField' }).getByRole('button', { name: /Paper/ }).click();
  await page.getByRole('option', { name: /A4/ }).click();
  await expect(page.getByRole('region', { name: 'SelectField' }).getByRole('button', { name: /A4.*Paper/ })).toBeVisible();

  await page.getByRole('combobox', { name: 'Product' }).fill('pep');
  await page.getByRole('combobox', { name: 'Product' }).fill('PM');
  await page.getByRole('option', { name: /PM-200/ }).click();
  await expect(page.getByRole('combobox', { name: 'Product' })).toHaveValue('PM-200');

  await page.getByRole('button', { name: 'Open dialog' }).click();
  await expect(page.getByRole('dialog', { name: 'Release pallet 12' })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('button', { name: 'Hot toast' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'New HPO 4GRNDR7K' }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Last 10' }).first().click();
  await expect(page.getByRole('dialog', { name: 'Last 10' })).toContainText('Already on this pallet');
  expect(await page.locator('style').count()).toBe(0);
});

test('a risky act takes a second of holding, by mouse and by keyboard; a screen reader presses twice', async ({ page, site }) => {
  await open(page, site, 'parts/light/desk/en');
  const button = page.getByRole('button', { name: /Depart 1 pallet short/ });
  const section = page.getByRole('region', { name: 'HoldButton' });
  await button.click();
  await expect(section).toContainText('Confirmed 0 times');

  await button.hover();
  await page.mouse.down();
  await expect(section).toContainText('Confirmed 1 times');
  await page.mouse.up();

  await button.focus();
  await page.keyboard.down('Enter');
  await expect(section).toContainText('Confirmed 2 times');
  await page.keyboard.up('Enter');

  await button.evaluate((element: HTMLElement) => element.click());
  await expect(section).toContainText('Press again to confirm');
  await button.evaluate((element: HTMLElement) => element.click());
  await expect(section).toContainText('Confirmed 3 times');
});

test('a table of 10,000 rows holds a screenful, and one tab stop reaches every row', async ({ page, site }) => {
  await open(page, site, 'parts/light/desk/en');
  const table = page.getByRole('grid', { name: 'Open orders' });
  await table.focus();
  expect(await table.getByRole('row').count()).toBeLessThan(40);
  await table.press('End');
  await expect(table.locator('[aria-rowindex="10001"]')).toBeVisible();
  await table.press('ArrowUp');
  await table.press('Enter');
  await expect(table.locator('[aria-rowindex="10000"]')).toHaveAttribute('aria-selected', 'true');
  await table.press('Home');
  await expect(table.locator('[aria-rowindex="2"]')).toBeVisible();
  const first = await table.locator('[aria-rowindex="2"]').textContent();
  await page.getByRole('button', { name: 'Ship by' }).click();
  await expect(table.getByRole('columnheader', { name: 'Ship by' })).toHaveAttribute('aria-sort', 'descending');
  await expect(table.locator('[aria-rowindex="2"]')).not.toHaveText(first ?? '');
});

test('a quantity follows each key, stays within its limits and takes the advice in one tap', async ({ page, site }) => {
  await open(page, site, 'acknowledge/light/floor/en');
  const field = page.getByRole('spinbutton', { name: 'Accept' });
  await field.fill('12');
  await expect(page.getByText('= 288 eaches')).toBeVisible();
  await field.fill('99');
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-valuenow', '25');
  await field.press('ArrowDown');
  await expect(field).toHaveAttribute('aria-valuetext', '24 cases of 24');
  await page.getByRole('button', { name: 'advised 20' }).click();
  await expect(field).toHaveValue('20');
});

test('an answer floods the lower half for a moment, with words and shape; not where motion is unwanted', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.clock.install();
  await open(page, site, 'parts/light/floor/en');
  await page.clock.pauseAt(Date.now() + 60_000);
  const flood = page.locator('.scan-flood');
  for (const [outcome, words] of [
    ['wrong', 'Wrong product'],
    ['duplicate', 'Already on this pallet'],
  ] as const) {
    await page.getByRole('button', { name: `Scan: ${outcome}` }).click();
    await expect(flood).toHaveText(words);
    const { y, height } = await boxOf(flood);
    expect(Math.round(y)).toBe(384);
    expect(Math.round(height)).toBe(384);
    await page.clock.runFor(249);
    await expect(flood).toBeVisible();
    await page.clock.runFor(1);
    await expect(flood).toHaveCount(0);
    await page.clock.runFor(1_000);
    await expect(page.getByRole('status').filter({ hasText: words }).first()).toBeVisible();
  }
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Scan: accepted' }).click();
  await expect(flood).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: '7 of 20 picked' }).first()).toBeVisible();
});

test('details stand beside the list on a desk and are a page of their own on a tablet', async ({ page, site }) => {
  await open(page, site, 'queue/light/desk/en');
  await page.getByRole('button', { name: '8QWX3NTP' }).click();
  await expect(page.getByRole('complementary', { name: 'Order 8QWX3NTP' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Standard orders' })).toBeVisible();

  await page.setViewportSize({ width: 800, height: 1280 });
  const dialog = page.getByRole('dialog', { name: 'Order 8QWX3NTP' });
  await expect(dialog).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Back' }).click();
  await expect(dialog).toHaveCount(0);
});

test('a PIN goes in by touch and by keyboard', async ({ page, site }) => {
  await open(page, site, 'parts/light/floor/en');
  const section = page.getByRole('region', { name: 'PinPad' });
  const pad = section.locator('form').first();
  for (const digit of ['4', '7', '1', '1']) await pad.getByRole('button', { name: digit, exact: true }).click();
  await pad.getByRole('button', { name: 'OK' }).click();
  await expect(section).toContainText('PIN entered');
  await section.getByLabel('Cases picked at A-01-02').fill('7');
  await page.keyboard.press('Enter');
  await expect(section).toContainText('7 cases');
});
