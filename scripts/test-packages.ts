/** `npm run test:packages`: installs and tries the packages as a stranger would. `--help` says how. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './install-browser';
import { cloudbaseLocal } from './test-packages/cloudbase-local';
import { installed, pack } from './test-packages/installed';
import { miniprogramPreview } from './test-packages/miniprogram-preview';
import type { PackageCase } from './test-packages/package-case';
import { sqliteDocumentDatabase } from './test-packages/sqlite-document-database';

const help = `npm run test:packages [-- PACKAGE ...]

Packs each package, installs it with its siblings' tarballs in an empty folder outside the repository, and does there
what its README says. Without a name: all of them. Needs npm's registry, or its cache, for what they depend on.
`;

const cases: Record<string, PackageCase> = {
  'sqlite-document-database': sqliteDocumentDatabase,
  'miniprogram-preview': miniprogramPreview,
  'cloudbase-local': cloudbaseLocal,
};

async function main(args: string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return void process.stdout.write(help);
  const unknown = args.find((name) => !Object.hasOwn(cases, name));
  if (unknown !== undefined)
    throw new Error(`${unknown} is no package here: ${Object.keys(cases).join(', ')}`);
  process.env.CHROMIUM_PATH = ensureBrowser();
  const chosen = Object.entries(cases).filter(([name]) => args.length === 0 || args.includes(name));
  const tarballs = mkdtempSync(join(tmpdir(), 'tarballs-'));
  try {
    const packed = new Map<string, string>();
    for (const name of new Set(chosen.flatMap(([, { packages }]) => packages)))
      packed.set(name, pack(name, tarballs));
    for (const [name, { packages, others, run }] of chosen) {
      const stranger = installed(
        packages.map((each) => packed.get(each) ?? ''),
        others,
      );
      await run(stranger.dir, (line) => console.log(`${name}: ${line}`)).finally(stranger.remove);
    }
  } finally {
    rmSync(tarballs, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
});
