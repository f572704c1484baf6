import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { withRememberedContext } from './remembered-sdk-context';

/**
 * Packages that the CloudBase SDK loads at once although the functions never call them: half of a cold start. The SDK
 * reads them by property and only within functions, so they can be loaded at the first access.
 */
const seldomUsed = [
  '@cloudbase/ai',
  '@cloudbase/app',
  '@cloudbase/wx-cloud-client-sdk',
  'axios',
  'form-data',
  'http-proxy-agent',
  'https-proxy-agent',
  'jsonwebtoken',
  'web-streams-polyfill',
  'xml2js',
];

const packages = seldomUsed.map((name) => name.replace(/[/-]/g, '\\$&')).join('|');
const requirement = new RegExp(
  `^const (\\w+) = ((?:__importDefault\\()?require\\("(?:${packages})"\\)\\)?);$`,
  'gm',
);

/**
 * A bundle holds none of these. The SDK reaches axios only to ask an instance's metadata for credentials, which a cloud function has in its
 * environment, and to lend it to programs in a browser; its version has known holes. The others are models, AI and sign-in by ticket, which
 * no function asks for.
 */
const leftOut =
  /^(axios|jsonwebtoken|@cloudbase\/(ai|app|wx-cloud-client-sdk)|web-streams-polyfill(\/[\w/.-]+)?)$/;
const instead = (name: string): string =>
  `throw new Error('${name} is left out of the functions: see scripts/lazy-sdk-parts.ts');`;

/** Lets the SDK's files load these packages when they are first used, leaves one of them out, and reads the environment once an invocation. */
export const lazySdkParts: Plugin = {
  name: 'lazy-sdk-parts',
  setup(setup) {
    setup.onResolve({ filter: leftOut }, ({ path }) => ({ path, namespace: 'left-out' }));
    setup.onLoad({ filter: leftOut, namespace: 'left-out' }, ({ path }) => ({ contents: instead(path) }));
    setup.onLoad(
      { filter: /[\\/]@cloudbase[\\/]node-sdk[\\/]dist[\\/]utils[\\/]tcbcontext\.js$/ },
      ({ path }) => ({
        contents: withRememberedContext(withLazyRequires(readFileSync(path, 'utf8'))),
        loader: 'js',
      }),
    );
    setup.onLoad({ filter: /[\\/]@cloudbase[\\/]node-sdk[\\/]dist[\\/].*\.js$/ }, ({ path }) => ({
      contents: withLazyRequires(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};

/**
 * Turns `const a = require("axios");` into an object that requires the package when one of its properties is first
 * read.
 */
export function withLazyRequires(source: string): string {
  return source
    .replace(
      requirement,
      (_all, name: string, load: string) =>
        `let ${name}_loaded; const ${name} = new Proxy({}, { get: (_, key) => (${name}_loaded ??= ${load})[key] });`,
    )
    .replaceAll(modelsAtOnce, modelsLater);
}

/** A new SDK makes a client for data models, which loads their package, and with it Node's `fetch`. */
const modelsAtOnce = 'wx_cloud_client_sdk_1.default.generateHTTPClient(';
const modelsLater = `((...given) => {
                let models;
                return new Proxy({}, { get: (_, key) => (models ??= wx_cloud_client_sdk_1.default.generateHTTPClient(...given))[key] });
            })(`;
