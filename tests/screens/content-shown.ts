import type { Page } from 'playwright-core';

/** Waits until no page or part of it loads: the bars that `load-state` shows meanwhile have nothing to judge. */
export async function contentShown(page: Page): Promise<void> {
  await page.waitForFunction(
    `!document.querySelector('[role="status"]:is([aria-label="正在加载"], [aria-label="Loading"])')`,
  );
}
