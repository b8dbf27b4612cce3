import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe found, one line each, so that a failure can be read. `without` names rules that do not hold here. */
export async function axe(page: Page, without: readonly string[] = []): Promise<readonly string[]> {
  // Legacy: without a second page for the frames of other origins, of which there are none.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().disableRules([...without]).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`));
}
