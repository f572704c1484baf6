import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/**
 * Packages that the CloudBase SDK loads at once and the functions never call: half of a cold start. Everything of them
 * is reached by property within functions, so that they can be loaded at the first such access.
 */
const seldomUsed = [
  '@cloudbase/ai',
  '@cloudbase/app',
  '@cloudbase/wx-cloud-client-sdk',
  'axios',
  'jsonwebtoken',
  'web-streams-polyfill',
  'xml2js',
];

const packages = seldomUsed.map((name) => name.replace(/[/-]/g, '\\$&')).join('|');
const requirement = new RegExp(
  `^const (\\w+) = ((?:__importDefault\\()?require\\("(?:${packages})"\\)\\)?);$`,
  'gm',
);

/** Lets the SDK's files load these packages when they are first used. */
export const lazySdkParts: Plugin = {
  name: 'lazy-sdk-parts',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]@cloudbase[\\/]node-sdk[\\/]dist[\\/].*\.js$/ }, ({ path }) => ({
      contents: withLazyRequires(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};

/** `const a = require("axios");` becomes an object that requires it when one of its properties is first read. */
export function withLazyRequires(source: string): string {
  return source.replace(
    requirement,
    (_all, name: string, load: string) =>
      `let ${name}_loaded; const ${name} = new Proxy({}, { get: (_, key) => (${name}_loaded ??= ${load})[key] });`,
  );
}
