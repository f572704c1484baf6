import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser, openPhone, type Phone } from '../browser';
import { servePreview, type PreviewServer } from './preview-server';

export interface UsedPreview {
  readonly browser: Browser;
  readonly server: PreviewServer;
  /** Opens an address, by default the first page, on a phone that is closed after the test. It is ready when this resolves. */
  open(url?: string, options?: BrowserContextOptions): Promise<Phone>;
}

/** A browser and the preview of one program, for all tests of the file that calls this. */
export function usePreview(root: string): UsedPreview {
  const used = {} as { browser: Browser; server: PreviewServer };
  const phones: Phone[] = [];
  beforeAll(async () => {
    [used.browser, used.server] = await Promise.all([launchBrowser(), servePreview(root)]);
  });
  afterAll(async () => {
    await used.browser.close();
    await used.server.close();
  });
  afterEach(async () => {
    for (const phone of phones.splice(0)) await phone.close();
  });
  return {
    get browser() {
      return used.browser;
    },
    get server() {
      return used.server;
    },
    async open(url = used.server.phone(), options = {}) {
      const phone = await openPhone(used.browser, url, options);
      phones.push(phone);
      await phone.page.locator('html[data-ready]').waitFor();
      return phone;
    },
  };
}
