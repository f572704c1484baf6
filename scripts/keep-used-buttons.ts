import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './official/files-below';

const styles = 'node_modules/tdesign-miniprogram/miniprogram_dist/button/button.wxss';
/** Looks of a button by the word in its class. Those that a button has without naming them are no part of this. */
const looks = ['light', 'danger', 'ghost', 'dashed', 'text', 'outline', 'circle', 'round', 'square'];
const sizes = ['size-extra-small', 'size-small', 'size-large'];

/**
 * Takes out of a program's own copy of TDesign the rules of buttons that no template shows: each of its rules is one
 * combination of theme, variant, size and shape. A look stays when any button of the program has it as a word.
 */
export function keepUsedButtons(program: string): void {
  const used = looksUsed(program);
  const unused = [...looks, ...sizes].filter((look) => !used.has(look.replace('size-', '')));
  const isShown = (selector: string): boolean =>
    !unused.some((look) => new RegExp(`\\.t-button--${look}(?![a-z-])`).test(selector));
  const path = join(program, styles);
  const rules = readFileSync(path, 'utf8').split('\n');
  const kept = rules.filter((rule) => {
    const selectors = /^([^@{]+)\{/.exec(rule)?.[1];
    return selectors === undefined || selectors.split(',').some(isShown);
  });
  writeFileSync(path, kept.join('\n'));
}

/** Every word in a tag of a button: of `theme="{{done ? 'light' : 'primary'}}"` both. */
function looksUsed(program: string): Set<string> {
  const templates = filesBelow(program).filter((path) => path.endsWith('.wxml'));
  const tags = templates.flatMap(
    (path) => readFileSync(join(program, path), 'utf8').match(/<t-button\b[^>]*/g) ?? [],
  );
  return new Set(tags.flatMap((tag) => tag.match(/[a-z]+(-[a-z]+)*/g) ?? []));
}
