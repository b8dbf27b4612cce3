import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Person } from './warehouse.ts';

/** Chooses a name and enters the PIN, on the whole-page sign-in or in the dialog that switches people. */
export async function signIn(page: Page, { name, pin }: Person): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Who works here?' }).first()).toBeVisible();
  await page.getByRole('button', { name }).click();
  await page.getByLabel(`PIN for ${name}`).fill(pin);
  await page.getByRole('button', { name: 'OK' }).click();
  await expect(page.getByRole('button', { name: `${name}, switch person` })).toBeVisible();
}

/** Hands the station over to another person while it goes on showing what it shows. */
export async function switchTo(page: Page, person: Person): Promise<void> {
  await page.getByRole('button', { name: ', switch person' }).click();
  await signIn(page, person);
}

/** Goes to a screen by the rail. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
}

/** Drops a file onto the screen, as from the desktop's folder window. */
export async function drop(page: Page, name: string, text: string, type = 'application/json'): Promise<void> {
  const transfer = await page.evaluateHandle(
    (file) => {
      const data = new DataTransfer();
      data.items.add(new File([file.text], file.name, { type: file.type }));
      return data;
    },
    { name, text, type },
  );
  await page.getByRole('main').getByRole('heading', { level: 1 }).dispatchEvent('drop', { dataTransfer: transfer });
}

/** What became of a file that was dropped. */
export function importResult(page: Page, file: string): Locator {
  return page.getByRole('dialog', { name: 'Import orders' }).getByRole('region', { name: file });
}

export const orderPanel = (page: Page, po: string): Locator => page.getByRole('complementary', { name: `Order ${po}` });

/** Answers with a held button, as a person does: press, wait until it is done, let go. */
export async function hold(page: Page, button: Locator, done: () => Promise<void>): Promise<void> {
  await button.hover();
  await page.mouse.down();
  await done();
  await page.mouse.up();
}

/** Ticks a box or chooses a radio by its label, which is what a person presses: the input itself is hidden. */
export async function tick(scope: Page | Locator, role: 'checkbox' | 'radio', name: string): Promise<void> {
  const page = 'page' in scope && typeof scope.page === 'function' ? scope.page() : scope;
  await scope.locator('label').filter({ has: page.getByRole(role, { name }) }).click();
}
