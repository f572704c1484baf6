import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const packages = join(__dirname, '../../packages');

/** Packs a package as `npm publish` would, and returns the tarball's path. */
export function pack(name: string, toDir: string): string {
  mkdirSync(toDir, { recursive: true });
  const json = npm(['pack', '--json', '--pack-destination', toDir], join(packages, name));
  // The output of `prepack` comes before the JSON.
  const [packed] = JSON.parse(json.slice(json.lastIndexOf('\n[') + 1)) as { filename: string }[];
  if (!packed) throw new Error(`npm pack of ${name} made nothing`);
  return join(toDir, packed.filename);
}

/**
 * A folder outside the repository with installed tarballs and packages of the registry, as a stranger would have it.
 */
export function installed(tarballs: string[], others: string[] = []): { dir: string; remove(): void } {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'stranger-')));
  writeFileSync(join(dir, 'package.json'), '{ "name": "stranger", "private": true }\n');
  npm(['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs, ...others], dir);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

function npm(args: string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
