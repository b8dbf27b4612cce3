import { resolve } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';

const screens = resolve(import.meta.dirname, '../../../docs/screens');

const { HOTDOCK_SCREENS, UPDATE_IMAGES } = process.env;

/**
 * A picture for a person to look at, with the run's results, where `HOTDOCK_SCREENS=1` or `UPDATE_IMAGES=1` asks for it: no test reads
 * it, and hundreds of them take half a minute of the processor's time.
 */
export async function lookLater(page: Page, info: TestInfo, name: string): Promise<void> {
  if (HOTDOCK_SCREENS === '1' || UPDATE_IMAGES === '1') await page.screenshot({ path: info.outputPath(`${name}.png`) });
}

/** A picture of a screen: with the run's results as {@link lookLater} says; with `UPDATE_IMAGES=1` in docs/screens, where it is looked at and committed. */
export async function picture(page: Page, info: TestInfo, name: string, width: number): Promise<void> {
  const file = `${name}-${String(width)}`;
  if (UPDATE_IMAGES !== '1') {
    await lookLater(page, info, file);
    return;
  }
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: resolve(screens, `${file}.png`) });
}
