import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(__dirname, '..');

/**
 * Loads a package from a folder of tools outside the workspaces. The folder is installed at first use, because few
 * people deploy and the install takes longer than all the others.
 * @param folder with package.json and package-lock.json, relative to the repository
 */
export function requireTool<T>(folder: string, name: string): T {
  return createRequire(join(installTools(folder), 'package.json'))(name) as T;
}

/**
 * Installs a folder of tools unless the packages of its lock file are already there. Answers the folder's full path.
 */
export function installTools(folder: string): string {
  const path = join(root, folder);
  const marker = join(path, 'node_modules/.installed-lock');
  if (isInstalled(path, marker)) return path;
  console.error(`installing ${folder} …`);
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--silent'], {
    cwd: path,
    stdio: ['ignore', 2, 2],
    env: ownEnvironment(),
  });
  copyFileSync(join(path, 'package-lock.json'), marker);
  return path;
}

function isInstalled(path: string, marker: string): boolean {
  const textOf = (file: string) => readFileSync(file, 'utf8');
  if (!existsSync(marker) || textOf(marker) !== textOf(join(path, 'package-lock.json'))) return false;
  // An interrupted install may have removed packages.
  const { dependencies } = JSON.parse(textOf(join(path, 'package.json'))) as {
    dependencies: Record<string, string>;
  };
  return Object.keys(dependencies).every((name) =>
    existsSync(join(path, 'node_modules', name, 'package.json')),
  );
}

/** Drops the variables in which an enclosing npm describes its own project. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name),
    ),
  );
}
