import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './official/files-below';

const library = 'node_modules/tdesign-miniprogram/miniprogram_dist';

/**
 * Removes the rules of unused icons from a program's copy of TDesign: its 2,300 rules are a fifth of the main package.
 * An icon stays when its name is a word anywhere in the program or in TDesign's components, because names are also put
 * together in code.
 */
export function keepUsedIcons(program: string): void {
  const icons = join(program, library, 'icon/icon.wxss');
  const words = new Set([...wordsBelow(program), ...wordsBelow(join(program, library))]);
  const rules = readFileSync(icons, 'utf8').split('\n');
  const kept = rules.filter((rule) => {
    const name = /^\.t-icon-([a-z0-9-]+):before\{content:[^}]*\}$/.exec(rule)?.[1];
    return name === undefined || words.has(name);
  });
  writeFileSync(icons, kept.join('\n'));
}

function wordsBelow(folder: string): string[] {
  return filesBelow(folder)
    .filter((path) => /\.(ts|js|wxml|json)$/.test(path) && !/\.(d|test)\.ts$/.test(path))
    .flatMap((path) => readFileSync(join(folder, path), 'utf8').match(/[a-z0-9]+(-[a-z0-9]+)*/g) ?? []);
}
