import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/**
 * A part of a mini-program: the files that share a path up to their extension, which is how a component is named. Paths
 * are relative to the program.
 */
export const partExtensions = ['.ts', '.json', '.wxml', '.wxss'];

/** The root of the subpackage that holds a path; empty for the main package. */
export const packageOf = (path: string): string => /^packages\/[^/]+(?=\/)/.exec(path)?.[0] ?? '';

/** What the main package and each subpackage start from: their pages, and the program itself. */
export function startsOf(program: string): Map<string, string[]> {
  const { pages, subPackages } = readJson(join(program, 'app.json')) as {
    pages: string[];
    subPackages: { root: string; pages: string[] }[];
  };
  return new Map([
    ['', ['app', ...pages]],
    ...subPackages.map(({ root, pages: own }): [string, string[]] => [
      root,
      own.map((page) => `${root}/${page}`),
    ]),
  ]);
}

/** Every part that is needed to run the given ones, themselves included. */
export function partsReached(program: string, starts: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (reached.has(part)) continue;
    reached.add(part);
    waiting.push(...neededBy(program, part));
  }
  return reached;
}

/** Rewrites what one file names of other parts: `rename` answers the path to name instead. */
export function withNames(path: string, text: string, rename: (part: string) => string, from = path): string {
  const named = (name: string): string => {
    const renamed = rename(partNamed(path, name));
    if (name.startsWith('/')) return `/${renamed}`;
    const written = relative(dirname(from), renamed);
    return (written.startsWith('.') ? written : `./${written}`) + (/\.wxss$/.exec(name)?.[0] ?? '');
  };
  return text.replace(namesIn(path), (_, before: string, name: string) => before + named(name));
}

function neededBy(program: string, part: string): string[] {
  return partExtensions.flatMap((extension) => {
    const path = join(program, part + extension);
    if (!existsSync(path)) return [];
    const text = readFileSync(path, 'utf8').replace(typeImports, '');
    return [...text.matchAll(namesIn(part + extension))].map(([, , name = '']) =>
      partNamed(part + extension, name),
    );
  });
}

const partNamed = (path: string, name: string): string =>
  (name.startsWith('/') ? name.slice(1) : normalize(join(dirname(path), name))).replace(/\.wxss$/, '');

/** A statement that leaves nothing behind in the compiled script. */
const typeImports = /^(import|export) type [^;]*;/gm;

/** How a file of this kind names another part: what is before the name, and the name. */
function namesIn(path: string): RegExp {
  if (path.endsWith('.ts')) return /(\b(?:from|import)\s*\(?')(\.{1,2}\/[^']+)/g;
  if (path.endsWith('.wxss')) return /(@import ')([^']+)/g;
  if (path.endsWith('.json'))
    return /("[a-z-]+": ")(\/components\/[^"]+|\/packages\/[^/"]+\/components\/[^"]+)/g;
  return /(<(?:import|include|wxs)\b[^>]*src=")([^"]+)/g;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
