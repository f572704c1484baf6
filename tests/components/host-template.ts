import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';

/** The page that holds the component under test. */
export const hostPage = 'test/host';

const componentsFolder = join(__dirname, '../../miniprogram/components');

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

/** Every component of the mini-program by its tag, as the host page's `usingComponents`. */
export function usableComponents(): Record<string, string> {
  const names = readdirSync(componentsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return Object.fromEntries(names.map((name) => [name, `/components/${name}/${name}`]));
}
