import type { Page } from '@playwright/test';
import axeCore from 'axe-core';
import type { RunOptions } from 'axe-core';

/**
 * What axe found, one line each, so that a failure can be read. `without` names rules that do not hold here.
 * axe stays in a document once it is there, and runs in it: handing its 650 kB over and joining the results in a
 * second page, as for frames of other origins, of which there are none, costs four to eight times the run itself.
 */
export async function axe(page: Page, without: readonly string[] = []): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  // Of what is well, nobody reads every element.
  const options: RunOptions = { resultTypes: ['violations'], rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])) };
  return page.evaluate(async (asked) => {
    const { axe: here } = window as unknown as { readonly axe: typeof axeCore };
    const { violations } = await here.run(document, asked);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`));
  }, options);
}
