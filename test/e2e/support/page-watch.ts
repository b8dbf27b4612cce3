import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** What a page must never do, whatever a test is about. */
export interface PageWatch {
  /** Fails where the page broke its content security policy or threw. */
  readonly check: () => void;
}

/** Watches a page from before its first script. */
export async function watchPage(page: Page): Promise<PageWatch> {
  const violations: string[] = [];
  const errors: string[] = [];
  await page.exposeFunction('reportViolation', (words: string) => violations.push(words));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      Reflect.apply(Reflect.get(window, 'reportViolation'), window, [`${violatedDirective} ${blockedURI} ${sample}`]);
    });
  });
  page.on('pageerror', ({ message }) => errors.push(message));
  return {
    check: () => {
      expect(violations, 'content security policy').toEqual([]);
      expect(errors, 'errors of the page').toEqual([]);
    },
  };
}
