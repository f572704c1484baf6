import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPhone } from '../browser';
import { gallery, servePreview, type PreviewServer } from './preview-server';

let browser: Browser;
let server: PreviewServer;
let root: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'preview-errors-'));
  cpSync(gallery, root, { recursive: true });
  [browser, server] = await Promise.all([launchBrowser(), servePreview(root, { watch: true })]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

test("an error in a program names the author's file and line", async () => {
  const phone = await openPhone(browser, server.phone('pages/failing/failing'));
  const said = phone.page.waitForEvent('console', (message) =>
    message.text().includes('pages/failing/failing.ts:12'),
  );
  await phone.page.getByRole('button', { name: '抛错' }).click();
  await said;
  await phone.close();
});

test('a call that the preview refuses fails, and the console names the caller', async () => {
  const phone = await openPhone(browser, server.phone('pages/failing/failing'));
  const said = phone.page.waitForEvent('console', (message) =>
    /wx\.chooseInvoice is not supported/.test(message.text()),
  );
  await phone.page.getByRole('button', { name: '选地址' }).click();
  await phone.page
    .getByText('地址结果 chooseInvoice:fail wx.chooseInvoice is not supported by the preview')
    .waitFor();
  expect((await said).text()).toMatch(/pages\/failing\/failing\.ts:15/);
  expect(phone.console.join('\n')).toMatch(/pages\/failing\/failing\.wxml:4:1 <camera> is not supported/);
  expect(phone.console.join('\n')).toMatch(/pages\/failing\/failing\.wxml:5:1 <unknown-thing>/);
  await phone.close();
});

test('a mistake shows its place on the phone and in the terminal, and disappears once mended', async () => {
  const phone = await openPhone(browser, server.phone('pages/wheels/wheels'));
  await phone.page.getByText('1 时').waitFor();
  const script = join(root, 'pages/wheels/wheels.js');
  writeFileSync(script, 'Page({\n  data: { broken: }\n});\n');
  const alert = phone.page.getByRole('alert', { name: '编译失败' });
  await alert.getByText('pages/wheels/wheels.js:2:19').waitFor();
  expect(server.log.join('\n')).toContain('pages/wheels/wheels.js:2:19');
  writeFileSync(script, "Page({ data: { value: [0, 0], hours: ['mended'] } });\n");
  await phone.page.getByText('mended').waitFor();
  await phone.close();
});

test.each([
  ['pages/wheels/wheels.wxml', '<view>\n  <text>{{ a + }}</text>\n</view>', /wheels\.wxml:2:\d+/],
  ['pages/wheels/wheels.wxss', '.a { color: red;\n.b { }', /wheels\.wxss:1:1/],
])('a mistake in %s is reported with line and column', async (file, content, expected) => {
  writeFileSync(join(root, file), content);
  const report = await server.preview.rebuild();
  const fatal = report.diagnostics.filter(({ severity }) => severity === 'fatal');
  expect(report.ok).toBe(false);
  expect(fatal.map((d) => `${d.file}:${d.line}:${d.column} ${d.message}`).join('\n')).toMatch(expected);
  cpSync(gallery, root, { recursive: true });
  rmSync(join(root, 'pages/wheels/wheels.wxss'), { force: true });
});
