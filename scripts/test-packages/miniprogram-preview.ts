import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageCase } from './package-case';
import { ended, readyOrigin } from './running-command';

/** Tries the package's example: its test in a browser, then the command on its program. */
export const miniprogramPreview: PackageCase = {
  packages: ['miniprogram-preview'],
  others: ['playwright-core@1.65.1'],
  async run(dir, log) {
    cpSync(join(dir, 'node_modules/miniprogram-preview/example'), join(dir, 'bell'), { recursive: true });
    execFileSync(process.execPath, ['--test', 'bell/'], { cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] });
    log('createPreview() with an extension, and a phone in a test');

    const command = spawn('npx', ['miniprogram-preview', '--root', 'bell/program'], {
      cwd: dir,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    try {
      const origin = await readyOrigin(command);
      const build = await fetch(`${origin}/preview/build`);
      assert.equal(((await build.json()) as { ok: boolean }).ok, true);
      const regions = await fetch(`${origin}/preview/regions`);
      assert.ok(((await regions.json()) as unknown[]).length > 30);
      log('the command');
    } finally {
      await ended(command);
    }
  },
};
