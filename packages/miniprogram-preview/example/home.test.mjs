import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { launchBrowser, openPhone } from 'miniprogram-preview/testing';

test('the bell rings', async () => {
  const serve = fileURLToPath(new URL('serve.mjs', import.meta.url));
  const server = spawn(process.execPath, [serve, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const browser = await launchBrowser();
  try {
    const [line] = await once(server.stdout, 'data');
    const origin = /http:[^ ]+:\d+/.exec(String(line))?.[0];
    const { page, console: said } = await openPhone(browser, `${origin}/phone?person=anna`);
    await page.getByRole('button', { name: '打电话' }).click();
    await page.getByRole('button', { name: '呼叫' }).click();
    await page.getByText('anna 打给 10086：叮铃铃').waitFor();
    await page.getByText('makePhoneCall:ok').waitFor();
    assert.deepEqual(
      said.filter((each) => each.startsWith('[error]')),
      [],
    );
  } finally {
    await browser.close();
    server.kill();
  }
});
