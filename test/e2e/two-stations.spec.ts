import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { axe } from './support/axe.ts';
import type { Central } from './support/central.ts';
import { goTo, hold, signIn, tick } from './support/desk.ts';
import { grinder, kettle } from './support/goods.ts';
import { vendorOrders } from './support/orders.ts';
import { Scanner } from './support/scanner.ts';
import { ear, openFirst, order, pairBoth, syncMarks, test, through, tryNow } from './support/two-stations.ts';
import { hana, luis, marta } from './support/warehouse.ts';
import { hotdock } from './support/workstation.ts';
import type { Workstation } from './support/workstation.ts';
import { change860 } from './support/x12.ts';

const PO = '7HGRINDR';
const badge = (of: { readonly badge: string }): string => `HD:BADGE:${of.badge}`;
const instruction = (page: Page): Locator => page.getByRole('heading', { level: 1 });
/** One line stands above the screen; a press opens what is behind it. */
const openNotices = (page: Page): Promise<void> => page.getByRole('button', { name: /\d more$/ }).click();
const lost = (page: Page): Locator => page.getByRole('alert').filter({ hasText: 'Another station was first' });
const openCases = (page: Page): Locator => page.getByRole('listbox', { name: 'Open cases, the newest first' });

async function signInAtCentral(page: Page, { url, adminPassword }: Central): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Password').fill(adminPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Sites' })).toBeVisible();
}

/** The first station is at work already, the second one is empty: both come to the same central on their screens. */
async function pairOnScreen(one: Page, two: Page, { central, address, otherAddress }: { readonly central: Central; readonly address: string; readonly otherAddress: string }): Promise<void> {
  await signIn(one, marta);
  await goTo(one, 'Settings');
  await one.getByRole('option', { name: 'Central' }).click();
  await one.getByLabel('Address of central').fill(address);
  await one.getByLabel('One-time code').fill(central.firstCode);
  await one.getByRole('button', { name: 'Pair this station' }).click();
  await expect(one.getByText('Paired: this is station 1 of the site')).toBeVisible();
  await through(one);

  await two.getByRole('button', { name: 'Join a site that already uses Hotdock' }).click();
  await two.getByLabel('Address of central').fill(otherAddress);
  await two.getByLabel('One-time code').fill(await central.code());
  await two.getByLabel('Station name').fill('Pack 4');
  await tick(two, 'radio', 'Floor');
  await two.getByRole('button', { name: 'Join the site' }).click();
  await expect(two.getByRole('heading', { name: 'Who works here?' })).toBeVisible();
}

/** Begins to pick the order and picks so many cases. */
async function pick(scanner: Scanner, person: { readonly badge: string; readonly name: string }, cases: number): Promise<void> {
  await scanner.scan(badge(person), person.name);
  await scanner.scan(`HD:PO:${PO}:1`, 'picking begins');
  await scanner.scan(`HD:LOC:${grinder.bin}`, `At bin ${grinder.bin}`);
  for (let count = 1; count <= cases; count += 1) await scanner.scan(grinder.caseGtin, `${100 - 10 * count} eaches left.`);
}

const orderAt = ({ data }: Workstation): Promise<unknown> => hotdock(data, ['order', PO]);

test('a site on two stations: both pick one order without network, a supervisor decides, both screens agree', async ({ central, line, otherLine, workstation, neighbour }) => {
  await openFirst(workstation, [order(PO, 100)]);
  const [one, two] = await Promise.all([workstation.start(), neighbour.start()]);
  const [scanner, otherScanner] = [new Scanner(one), new Scanner(two)];

  await test.step('the first is paired in its settings, the second joins the site and has all of it', async () => {
    await pairOnScreen(one, two, { central, address: line.url, otherAddress: otherLine.url });
    await otherScanner.scan(badge(hana), hana.name);
    await goTo(two, 'Queue');
    await expect(two.getByRole('region', { name: 'Hot orders' }).getByRole('article', { name: PO })).toContainText('100');
    await through(two);
  });

  await test.step('the network is cut: both say so, and both pick the same order', async () => {
    await Promise.all([line.cut(), otherLine.cut()]);
    for (const page of [one, two]) await expect(syncMarks(page)).toContainText('Offline');
    await pick(scanner, luis, 6);
    await pick(otherScanner, hana, 7);
    for (const page of [one, two]) {
      await expect(syncMarks(page)).toContainText(/Sent\s*\d+.*to send · (now|\d+ min)/);
      await expect(syncMarks(page)).toContainText(/Saved here\s*\d+ · (now|\d+ min)/);
      await expect(instruction(page)).toContainText(`Bin ${grinder.bin}`);
      await expect(lost(page)).toHaveCount(0);
    }
  });

  await test.step('the network is back: the first drains, then the second hears at once that it was not first', async () => {
    for (const page of [one, two]) await syncMarks(page).click();
    expect(await axe(two), 'the sync screen of a station that is offline').toEqual([]);
    await line.mend();
    await tryNow(one);
    await expect(lost(one)).toHaveCount(0);

    await otherLine.mend();
    await tryNow(two);
    await openNotices(two);
    await expect(lost(two).filter({ hasText: `Order ${PO} taken by two stations` })).toContainText('A supervisor decides.');
    await expect(lost(two).filter({ hasText: '30 units of CG-200 picked too many' })).toBeVisible();
    await expect(lost(one)).toHaveCount(0);
  });

  const admin = await workstation.anotherWindow();
  await test.step('central shows both stations and the open cases', async () => {
    await signInAtCentral(admin, central);
    await admin.getByRole('grid', { name: 'Sites' }).getByRole('row').filter({ hasText: 'Phoenix South' }).click();
    const stations = admin.getByRole('table', { name: 'Stations' });
    for (const name of ['Dock 2', 'Pack 4']) await expect(stations.getByRole('row').filter({ hasText: name })).toContainText('online');
    const cases = admin.getByRole('table', { name: 'Open cases' });
    await expect(cases.getByRole('row').filter({ hasText: 'Picked too many' })).toContainText('30');
    await expect(cases.getByRole('row').filter({ hasText: 'Same work taken twice' })).toBeVisible();
    await expect(admin.getByRole('table', { name: 'Documents waiting' })).toContainText(PO);
    expect(await axe(admin), 'the operations page').toEqual([]);
  });

  await test.step('the supervisor sees the cases at either station: both sides, units and money', async () => {
    for (const [page, hand] of [[one, scanner], [two, otherScanner]] as const) {
      await hand.scan(badge(marta), marta.name);
      await goTo(page, 'Cases');
      await expect(openCases(page).getByRole('option')).toHaveCount(2);
      await openCases(page).getByRole('option', { name: 'Picked too many' }).click();
      const sides = page.getByRole('region', { name: 'Both sides' });
      await expect(sides).toContainText(/First.*Picked 60.*Luis Ortega · .*Dock 2 · /);
      await expect(sides).toContainText(/Second.*Picked 70.*Hana Sato · .*Pack 4 · /);
      await expect(page.getByRole('region', { name: 'Case', exact: true })).toContainText('At stake30 units$552.00');
    }
    expect(await axe(two), 'an open case').toEqual([]);
  });

  await test.step('one tap decides it, and it is decided at both', async () => {
    await two.getByRole('button', { name: 'Put back' }).click();
    for (const page of [one, two]) {
      await expect(page.getByText('Decided: Put back').first()).toBeVisible();
      await expect(openCases(page).getByRole('option')).toHaveCount(1);
      await expect(openCases(page)).not.toContainText('Picked too many');
    }
    await expect(two.getByText(`Put 30 back in bin ${grinder.bin}`)).toBeVisible();
    // What is decided interrupts nobody any longer, wherever it was decided.
    await expect(lost(two)).toHaveCount(1);
    await openCases(one).getByRole('option', { name: 'Same work taken twice' }).click();
    await one.getByRole('button', { name: 'The first stands' }).click();
    for (const page of [one, two]) await expect(page.getByText('No open cases')).toBeVisible();
    await expect(lost(two)).toHaveCount(0);
  });

  await test.step('both agree: the order, the decision, who took it', async () => {
    for (const page of [one, two]) {
      await page.getByRole('tab', { name: 'Resolved 2' }).click();
      await page.getByRole('option', { name: 'Picked too many' }).click();
      for (const who of ['Marta Ruiz · Pack 4', 'Hana Sato · Pack 4']) await expect(page.getByRole('region', { name: 'What happened' })).toContainText(who);
      await through(page);
    }
    const [here, there] = await Promise.all([orderAt(workstation), orderAt(neighbour)]);
    expect(here).toMatchObject({ units: { accepted: 100, picked: 100 } });
    expect(there).toEqual(here);
  });
});

test('what the customer sends to central is told at both stations, and takes nobody from the carton in hand', async ({ central, line, otherLine, workstation, neighbour }) => {
  await openFirst(workstation, [order(PO, 100)]);
  await pairBoth(central, [workstation, line], [neighbour, otherLine]);
  const gateway = await central.gateway('AS2');
  const [one, two] = await Promise.all([workstation.start(), neighbour.start()]);
  const scanner = new Scanner(one);
  await pick(scanner, luis, 2);
  await signIn(two, marta);
  await Promise.all([through(one), through(two)]);

  await test.step('a new hot order: seen and heard at both, the task and the focus stay', async () => {
    const heard = await Promise.all([ear(one), ear(two)]);
    await one.getByRole('button', { name: 'Leave task' }).focus();
    await gateway.drop('kettles.json', vendorOrders(order('7KETTLES', 60, kettle)));
    for (const page of [one, two]) {
      await expect(page.getByRole('alert').filter({ hasText: 'Hot order 7KETTLES' })).toContainText('60 units for PHX3');
      await expect(page).toHaveTitle('(2) Hotdock: 2 hot orders');
    }
    for (const has of heard) expect(await has('hot')).toBe(true);
    await expect(two.getByRole('region', { name: 'Hot orders' }).getByRole('article', { name: '7KETTLES' })).toBeVisible();
    await expect(one.getByRole('button', { name: 'Leave task' })).toBeFocused();
    await expect(instruction(one)).toHaveText(`Bin ${grinder.bin}: scan CG-200, 80 eaches left`);
    await scanner.scan(grinder.caseGtin, '70 eaches left.');
  });

  await test.step('a change of the order in hand: the carton is finished, then the task says what changed', async () => {
    const changed = one.getByText(`${PO} changed`).locator('..');
    await gateway.drop('change.edi', change860(PO, grinder, 80));
    await openNotices(two);
    await expect(two.getByRole('alert').or(two.getByRole('status')).filter({ hasText: `Hot order ${PO} changed` })).toContainText('100 → 80 eaches');
    await expect.poll(() => orderAt(workstation)).toMatchObject({ needsReview: true });
    await expect(instruction(one)).toHaveText(`Bin ${grinder.bin}: scan CG-200, 50 eaches left`);
    await expect(changed).toHaveCount(0);
    await scanner.scan(grinder.caseGtin, '40 eaches left.');
    await expect(changed).toContainText('100 → 80 eaches');
  });
});

test('a station whose rights are taken away at central says so, sends on, and works again with a new code', async ({ central, line, otherLine, workstation, neighbour }) => {
  await openFirst(workstation, []);
  await pairBoth(central, [workstation, line], [neighbour, otherLine]);
  const [one, two] = await Promise.all([workstation.start(), neighbour.start()]);
  await Promise.all([signIn(one, marta), signIn(two, marta)]);
  await Promise.all([through(one), through(two)]);
  const admin = await workstation.anotherWindow();
  const stations = admin.getByRole('table', { name: 'Stations' });

  await test.step('revoked on the operations page', async () => {
    await signInAtCentral(admin, central);
    await admin.getByRole('grid', { name: 'Sites' }).getByRole('row').filter({ hasText: 'Phoenix South' }).click();
    await stations.getByRole('row').filter({ hasText: 'Pack 4' }).getByRole('button', { name: 'Take rights away' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('the tablet is lost');
    await hold(admin, dialog.getByRole('button', { name: 'Take the rights away' }), () => expect(admin.getByText('Pack 4 hears nothing new from now on')).toBeVisible());
    await expect(stations.getByRole('row').filter({ hasText: 'Pack 4' })).toContainText('revoked');
  });

  await test.step('the station says it in plain words, and what is done there is held aside', async () => {
    await expect(syncMarks(two)).toContainText('Limited');
    await syncMarks(two).click();
    await expect(two.getByText('its rights were taken away')).toBeVisible();
    await expect(two.getByText('Ask the supervisor or IT for a new code')).toBeVisible();
    expect(await axe(two), 'the sync screen of a station without rights').toEqual([]);
    await hotdock(neighbour.data, ['--as', marta.name, 'stock', 'set', grinder.sku, '--boxed', '900', '--location', grinder.bin, '--reason', 'counted']);
    await expect(stations.getByRole('row').filter({ hasText: 'Pack 4' })).toContainText('1 held aside');
  });

  await test.step('paired again with a code from the operations page, its work reaches the other', async () => {
    await admin.getByRole('button', { name: 'Create a code' }).click();
    const code = await admin.getByRole('dialog', { name: 'Enrolment code' }).getByRole('status').first().textContent();
    await two.getByRole('link', { name: 'Enter the new code' }).click();
    await two.getByLabel('One-time code').fill(code ?? '');
    await two.getByRole('button', { name: 'Pair this station' }).click();
    await through(two);
    await goTo(one, 'Stock');
    await expect(one.getByRole('grid', { name: 'Products' }).getByRole('row').filter({ hasText: grinder.sku })).toContainText('900');
  });
});
