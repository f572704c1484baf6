import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/**
 * The SDK signs every database operation. For each it derives the day's key again, by three hashes, and the names of the fields, which are
 * nearly always the same, are encoded and sorted by the rules of a language. Each is done once and remembered, with the same signatures.
 */
export const quickSdkSigning: Plugin = {
  name: 'quick-sdk-signing',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]signature-nodejs[\\/]lib[\\/](signer|keyvalue)\.js$/ }, ({ path }) => ({
      contents: (path.endsWith('signer.js') ? withKeptKey : withKeptOrder)(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};

const derivation =
  /const secretDate = [\s\S]*?(const signature = [^\n]*)\n\s*debug\(secretDate[\s\S]*?debug\(signature[^\n]*/;
const encoding = /static camSafeUrlEncode\(str\) \{\s*return (encodeURIComponent\(str\)[\s\S]*?);\s*\}/;

const keptKey = `
let signingKey;
function signingKeyOf(secretKey, date, service) {
  if (signingKey?.secretKey !== secretKey || signingKey.date !== date || signingKey.service !== service) {
    const secretService = utils_1.sha256hmac(service, utils_1.sha256hmac(date, 'TC3' + secretKey));
    signingKey = { secretKey, date, service, key: utils_1.sha256hmac('tc3_request', secretService) };
  }
  return signingKey.key;
}
${remembering('encodedNames')}`;

/** The SDK's `signer.js` with its last key and the names that it has encoded. Throws when the source is of another version. */
export function withKeptKey(source: string): string {
  return (
    replaced(
      replaced(
        source,
        derivation,
        'const secretSigning = signingKeyOf(this.credential.secretKey, date, service);\n$1',
      ),
      encoding,
      'static camSafeUrlEncode(str) { return encodedNames(str, () => $1); }',
    ) + keptKey
  );
}

const sorting = /Object\.keys\(obj \|\| \{\}\)\s*(\.sort\(\(l, r\) => l\.toString\(\)\.localeCompare\(r\)\))/;

/** The SDK's `keyvalue.js` with the orders of names that it has sorted. Throws when the source is of another version. */
export function withKeptOrder(source: string): string {
  const remembered = `sortedNames(Object.keys(obj || {}).join('\\n'), () => Object.keys(obj || {})$1)`;
  return replaced(source, sorting, remembered) + remembering('sortedNames');
}

/** Few are ever asked for; a program that makes up names forgets them all from time to time. */
function remembering(name: string): string {
  return `
let ${name}Kept = new Map();
function ${name}(asked, make) {
  let value = ${name}Kept.get(asked);
  if (value === undefined) {
    if (${name}Kept.size >= 1000) ${name}Kept = new Map();
    ${name}Kept.set(asked, (value = make()));
  }
  return value;
}
`;
}

function replaced(source: string, part: RegExp, by: string): string {
  if (!part.test(source))
    throw new Error('the SDK signs in another way than scripts/quick-sdk-signing.ts knows');
  return source.replace(part, by);
}
