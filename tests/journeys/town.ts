import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { createPreview, type PreviewPerson } from 'miniprogram-preview';
import type { ProvidersOptions } from '../../local/providers/providers';
import { seedDatabase } from '../../local/seed/seed';
import { previewOptions } from '../../local/start/preview-options';
import { startHttpServer } from 'cloudbase-local';
import { deployedEnvironment } from '../integration/deployed-environment';
import { phoneKey, startProduct, type Product } from '../integration/product';
import { launchBrowser, openPhone, type Phone } from 'miniprogram-preview/testing';

/** Slow machines draw late, so a journey waits for content, never for a time. */
const patienceMs = 30_000;
const screenshots = join(__dirname, '../../dist/screenshots');

/** WeChat's language on a phone. */
export type Language = 'zh_CN' | 'en';

/** The whole product with its screens, and people who hold phones in it. */
export interface Town {
  product: Product;
  /** A phone of the person `openid`, opened on a page (`pages/home/home?x=1`). '' is a person unknown to WeChat. */
  phone(openid: string, page?: string, fontScale?: number, language?: Language): Promise<Phone>;
  /** The preview's own page: two phones that share an album, in the hands of the town's `people`. */
  shell(): Promise<Phone>;
  /** An address of the preview, such as a link, on the phone of a person unknown to WeChat. */
  open(url: string): Promise<Phone>;
  close(): Promise<void>;
}

/** Starts the product, or what was deployed of it, with `posts` invented posts on its boards. */
export async function startTown(
  posts: number,
  providersOptions: Partial<ProvidersOptions> = {},
  people: PreviewPerson[] = [],
): Promise<Town> {
  let origin = '';
  const { program, ...deployed } = deployedEnvironment() ?? { program: previewOptions.root };
  const [browser, product, server, preview] = await Promise.all([
    launchBrowser(),
    startProduct(
      { prepare: (database, now) => seedDatabase(database, { posts, now, phoneKey }), ...deployed },
      { previewOrigin: () => origin, ...providersOptions },
    ),
    startHttpServer(0, (line) => process.stderr.write(`${line}\n`)),
    createPreview({ ...previewOptions, root: program, people }),
  ]);
  origin = `http://127.0.0.1:${server.port}`;
  const { wechat, handleExchange } = product.providers;
  server.serve([product.cloud.endpoint, wechat.handle, handleExchange, preview.handle]);
  return {
    product,
    phone: (openid, page = 'pages/home/home', fontScale = 1, language = 'zh_CN') =>
      openFor(browser, origin, { openid, page, fontScale, language }),
    shell: () => patient(openPhone(browser, `${origin}/`, { viewport: { width: 1100, height: 900 } })),
    open: (url) => patient(openPhone(browser, url)),
    close: async () => {
      await browser.close();
      await server.close();
      await preview.close();
      await product.close();
    },
  };
}

interface Opening {
  openid: string;
  page: string;
  fontScale: number;
  language: Language;
}

async function openFor(
  browser: Browser,
  origin: string,
  { openid, page, fontScale, language }: Opening,
): Promise<Phone> {
  const query = new URLSearchParams({
    page,
    fontScale: String(fontScale),
    language,
    ...(openid === '' ? {} : { person: openid }),
  });
  const phone = await patient(openPhone(browser, `${origin}/phone?${query.toString()}`));
  if (language !== 'zh_CN') await secondVisit(phone);
  return phone;
}

async function patient(opening: Promise<Phone>): Promise<Phone> {
  const phone = await opening;
  phone.page.setDefaultTimeout(patienceMs);
  return phone;
}

/** The first visit loads the language; from then on the phone keeps it. */
async function secondVisit({ page }: Phone): Promise<void> {
  await page.waitForFunction(`Object.keys(localStorage).some((key) => key.endsWith(':language.words'))`);
  await page.reload();
}

/** Keeps a picture of the phone under dist/screenshots/, for people to look at. */
export async function keepPicture({ page }: Phone, name: string): Promise<void> {
  await page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' });
}

/** From the home page, in either language: chooses the district whose name is typed, by its full name. */
export async function chooseDistrict({ page }: Phone, typed: string, fullName: string): Promise<void> {
  await page.getByRole('button', { name: /^(看这里附近|Look near)/ }).click();
  await page.getByPlaceholder(/^(地名或地址|Place name)/).fill(typed);
  await page.getByRole('button', { name: fullName }).click();
  await page.getByRole('button', { name: new RegExp(`^(看这里附近：|Look near: ).*${typed}`) }).waitFor();
}

/** A hand that counts: taps, and characters typed into the field that has the keyboard. */
export function countingHand({ page }: Phone): {
  readonly taps: number;
  readonly typed: number;
  tap(target: Locator): Promise<void>;
  /** Types without a tap: the field took the keyboard by itself, or by the tap before. */
  type(text: string): Promise<void>;
} {
  let [taps, typed] = [0, 0];
  return {
    get taps() {
      return taps;
    },
    get typed() {
      return typed;
    },
    async tap(target) {
      taps += 1;
      await target.click();
    },
    async type(text) {
      typed += [...text].length;
      await page.keyboard.insertText(text);
    },
  };
}
