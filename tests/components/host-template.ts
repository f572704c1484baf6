import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';

/** The page that holds the component under test. */
export const hostPage = 'test/host';

const program = join(__dirname, '../../miniprogram');

/** Compiles the host page's WXML into a script expression: an object from template path to generator. */
export function hostTemplate(wxml: string): string {
  const group = TmplGroup.newDev();
  try {
    const problems = group.addTmpl(hostPage, wxml) as { message: string }[];
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
}

/** Every component of the mini-program and its subpackages by its tag, as the host page's `usingComponents`. */
export function usableComponents(): Record<string, string> {
  const roots = ['', ...foldersOf('packages').map((name) => `/packages/${name}`)];
  return Object.fromEntries(
    roots.flatMap((root) =>
      foldersOf(`${root}/components`).map((name) => [name, `${root}/components/${name}/${name}`]),
    ),
  );
}

/** Names of the subfolders of a folder in the mini-program; none when the folder does not exist. */
function foldersOf(folder: string): string[] {
  const path = join(program, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
