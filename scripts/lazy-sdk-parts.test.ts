import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { lazySdkParts, withLazyRequires } from './lazy-sdk-parts';

const sdk = join(dirname(require.resolve('@cloudbase/node-sdk/package.json')), 'dist');
const sources = readdirSync(sdk, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.js'))
  .map((path) => readFileSync(join(sdk, path), 'utf8'));

test('a package is loaded at the first access, and only once', () => {
  const source = withLazyRequires(
    'const __importDefault = (mod) => ({ default: mod });\nconst axios_1 = __importDefault(require("axios"));\n' +
      'module.exports = () => axios_1.default.name;\n',
  );
  const loaded: string[] = [];
  const exported: { exports?(): string } = {};
  const run = new Function('require', 'module', source) as (
    load: (name: string) => unknown,
    module: object,
  ) => void;
  run((name) => {
    loaded.push(name);
    return { name: 'axios itself' };
  }, exported);
  expect(loaded).toEqual([]);
  expect([exported.exports?.(), exported.exports?.()]).toEqual(['axios itself', 'axios itself']);
  expect(loaded).toEqual(['axios']);
});

test('the SDK of this version has such packages, and reads them within functions only', () => {
  const lazy = sources.filter((source) => withLazyRequires(source) !== source);
  expect(lazy.length).toBeGreaterThanOrEqual(5);
  for (const source of lazy)
    for (const [, name = ''] of withLazyRequires(source).matchAll(/^let (\w+)_loaded;/gm)) {
      const uses = source.split('\n').filter((line) => line.includes(`${name}.`));
      expect(uses.length).toBeGreaterThan(0);
      // Code at the top level of a compiled module is not indented.
      expect(uses.filter((line) => !/^\s/.test(line))).toEqual([]);
      expect(source).not.toContain(`extends ${name}.`);
    }
});

test.each(['@cloudbase/node-sdk', 'wx-server-sdk'])(
  'a bundle of %s loads, and holds nothing of axios',
  async (name) => {
    const contents = `module.exports = require(${JSON.stringify(name)});`;
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: __dirname },
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      logLevel: 'silent',
      plugins: [lazySdkParts],
    });
    const text = outputFiles[0]?.text ?? '';
    expect(text).not.toMatch(/AxiosError|AxiosHeaders|isAxiosError/);
    const module: { exports?: { init?: unknown } } = {};
    const run = new Function('require', 'module', 'exports', text) as (...given: unknown[]) => void;
    run(require, module, {});
    expect(typeof module.exports?.init).toBe('function');
  },
);
