import { resolve } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';

const screens = resolve(import.meta.dirname, '../../../docs/screens');

/** A picture of a screen with the run's results; with `UPDATE_IMAGES=1` in docs/screens, where it is looked at and committed. */
export async function picture(page: Page, info: TestInfo, name: string, width: number): Promise<void> {
  const file = `${name}-${String(width)}.png`;
  if (process.env['UPDATE_IMAGES'] !== '1') {
    await page.screenshot({ path: info.outputPath(file) });
    return;
  }
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: resolve(screens, file) });
}
