import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { Campaign } from '../cloudfunctions/shared/contract/campaign';

/**
 * Leaves out of a function's bundle what no function uses, and does at the build what would be done at every start: each byte of a bundle
 * is read and scanned before the first call is served.
 */
export function leanBundles(campaignFile: string): Plugin {
  return {
    name: 'lean-bundles',
    setup(setup) {
      // Errors of zod are never shown in its own words, so one of its fifty languages is enough.
      setup.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
        contents: "export { default as en } from './en.js';",
      }));
      setup.onLoad({ filter: /[\\/]mime-db[\\/]db\.json$/ }, ({ path }) => ({
        contents: JSON.stringify(sentTypes(JSON.parse(readFileSync(path, 'utf8')) as object)),
        loader: 'json',
      }));
      setup.onLoad({ filter: /[\\/]kernel[\\/]released-campaign\.ts$/ }, () => ({
        contents: `export const releasedCampaign = ${parsedOnce(Campaign.parse(JSON.parse(readFileSync(campaignFile, 'utf8'))))};`,
        watchFiles: [campaignFile],
      }));
      setup.onLoad({ filter: /[\\/]districts[\\/]outlines\.json$/ }, ({ path }) => ({
        contents: parsedLater(JSON.parse(readFileSync(path, 'utf8'))),
        loader: 'js',
      }));
    },
  };
}

/** Functions send pictures and JSON; the table knows two thousand further types. */
export function sentTypes(types: object): object {
  return Object.fromEntries(
    Object.entries(types).filter(([type]) =>
      /^(image\/(png|jpe?g|gif|webp)|application\/json|text\/plain)$/.test(type),
    ),
  );
}

/** V8 reads JSON in a text faster than the same as an object in code. */
const parsedOnce = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

/** A table of which a call reads a few lines, if any. */
const parsedLater = (table: unknown): string =>
  `let parsed; export default new Proxy({}, { get: (_, key) => (parsed ??= ${parsedOnce(table)})[key] });`;
