import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../official/files-below';
import { packageOf, partExtensions, partsReached, startsOf, withNames } from './program-parts';

/**
 * Takes out of the main package of a staged program what only subpackages use, and gives each of these a copy of its own
 * at the same path below its root. One source stays one file in the repository, where the rooms are, while a phone loads
 * it when a page needs it. What keeps a state between calls stays in the main package unless one subpackage alone uses it,
 * because two copies would be two states.
 */
export function moveToUsers(program: string): void {
  const starts = startsOf(program);
  const owners = ownersOf(program, starts);
  for (const path of filesBelow(program)) {
    const root = packageOf(path);
    if (root !== '') rewrite(program, path, path, namesFor(root, owners));
  }
  for (const [part, roots] of owners) {
    for (const extension of partExtensions) {
      const path = part + extension;
      if (!existsSync(join(program, path))) continue;
      for (const root of roots) {
        const copy = `${root}/${path}`;
        if (existsSync(join(program, copy))) throw new Error(`${copy} is there twice: rename one of the two`);
        mkdirSync(dirname(join(program, copy)), { recursive: true });
        cpSync(join(program, path), join(program, copy));
        rewrite(program, path, copy, namesFor(root, owners));
      }
      rmSync(join(program, path));
    }
  }
}

/** Each part that leaves the main package, with the roots of the subpackages that get a copy. */
function ownersOf(program: string, starts: ReadonlyMap<string, string[]>): Map<string, string[]> {
  const main = new Set(starts.get(''));
  for (;;) {
    const kept = partsReached(program, [...main]);
    const users = new Map<string, string[]>();
    for (const [root, pages] of starts)
      if (root !== '')
        for (const part of partsReached(program, pages))
          if (packageOf(part) === '' && !kept.has(part)) users.set(part, [...(users.get(part) ?? []), root]);
    const shared = [...users].filter(([part, roots]) => roots.length > 1 && hasState(program, part));
    if (shared.length === 0) return users;
    for (const [part] of shared) main.add(part);
  }
}

/** Whether a service remembers something in a variable of its own. Tables of facts are built once and never change. */
function hasState(program: string, part: string): boolean {
  const script = join(program, `${part}.ts`);
  if (!part.startsWith('services/') || !existsSync(script)) return false;
  return /^(export )?(let |const \w+ = new (Weak)?(Map|Set)\b)/m.test(readFileSync(script, 'utf8'));
}

const namesFor =
  (root: string, owners: ReadonlyMap<string, string[]>) =>
  (part: string): string =>
    owners.get(part)?.includes(root) === true ? `${root}/${part}` : part;

/** `path`: where the text was written for; `at`: where it is now. */
function rewrite(program: string, path: string, at: string, rename: (part: string) => string): void {
  if (!partExtensions.some((extension) => path.endsWith(extension))) return;
  const file = join(program, at);
  const text = readFileSync(file, 'utf8');
  const renamed = withNames(path, text, rename, at);
  if (renamed !== text) writeFileSync(file, renamed);
}
