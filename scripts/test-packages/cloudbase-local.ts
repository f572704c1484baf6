import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, openPhone } from 'miniprogram-preview/testing';
import type { PackageCase } from './package-case';
import { ended, readyOrigin } from './running-command';

/** Tries the package's example: its test, then its command with the function over HTTP and the page in a browser. */
export const cloudbaseLocal: PackageCase = {
  packages: ['sqlite-document-database', 'miniprogram-preview', 'cloudbase-local'],
  others: ['wx-server-sdk@4.0.2'],
  async run(dir, log) {
    cpSync(join(dir, 'node_modules/cloudbase-local/example'), join(dir, 'notes'), { recursive: true });
    execFileSync(process.execPath, ['--test', 'notes/'], {
      cwd: dir,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    log('startCloud() in a test');

    const command = spawn('npx', ['cloudbase-local', '--root', 'notes', '--port', '0'], {
      cwd: dir,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    try {
      const origin = await readyOrigin(command);
      await answers(origin);
      log('a function over HTTP');
      await strangersHaveNoProviders(origin);
      log('no service that the project did not ask for');
      await draws(origin);
      log('the page in a browser');
    } finally {
      await ended(command);
    }
  },
};

async function answers(origin: string): Promise<void> {
  const answer = await fetch(`${origin}/functions/notes`, {
    method: 'POST',
    headers: { 'x-wx-openid': 'anna' },
    body: JSON.stringify({ action: 'add', text: '买牛奶' }),
  });
  assert.deepEqual(((await answer.json()) as { result: unknown }).result, { texts: ['买牛奶'] });
}

async function strangersHaveNoProviders(origin: string): Promise<void> {
  const answer = await fetch(`${origin}/exchange/dial`, {
    method: 'POST',
    body: '{"person":"anna","number":"1"}',
  });
  assert.equal(answer.status, 404);
}

async function draws(origin: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const { page, console: lines } = await openPhone(browser, `${origin}/phone?person=anna`);
    page.setDefaultTimeout(60_000);
    await page.getByText('买牛奶').waitFor();
    await page.getByText('记一张').click();
    await page.getByText('第 2 张便签').waitFor();
    assert.deepEqual(
      lines.filter((line) => /^\[(error|pageerror)\]/.test(line)),
      [],
    );
  } finally {
    await browser.close();
  }
}
