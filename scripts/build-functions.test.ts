import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildFunctions, functionNames, watchFunctions, type FunctionBuild } from './build-functions';

let dir: string;
let options: FunctionBuild;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'build-'));
  options = {
    sourceDir: join(dir, 'cloudfunctions'),
    outDir: join(dir, 'out'),
    campaignFile: join(dir, 'campaign.json'),
  };
  write('campaign.json', '{ "name": "fever" }');
  write(
    'cloudfunctions/hello/index.ts',
    "import { word } from '../shared/word';\nimport campaign from '@campaign';\nexport const main = (): string => `${word} ${campaign.name}`;\n",
  );
  write('cloudfunctions/hello/config.json', '{ "triggers": [] }');
  write('cloudfunctions/other/index.ts', 'export const main = (): number => 1;\n');
  write('cloudfunctions/shared/word.ts', "export const word: string = '你好';\n");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

const built = (path: string) => readFileSync(join(options.outDir, path), 'utf8');

describe('building cloud functions', () => {
  test('a folder with an entry is a function; the shared folder is not', () => {
    expect(functionNames(options.sourceDir)).toEqual(['hello', 'other']);
  });

  test('each function becomes one file that needs no other file, with its configuration', async () => {
    expect(await buildFunctions(options)).toEqual(['hello', 'other']);
    rmSync(options.sourceDir, { recursive: true });
    const { main } = (await import(join(options.outDir, 'hello/index.js'))) as { main(): string };
    expect(main()).toBe('你好 fever');
    expect(JSON.parse(built('hello/config.json'))).toEqual({ triggers: [] });
  });

  test('a build error names file, line and column', async () => {
    write('cloudfunctions/other/index.ts', 'export const main =\n  (;\n');
    await expect(buildFunctions(options)).rejects.toThrow(
      /^a cloud function cannot be built: .*other\/index\.ts:2:\d+: .+$/,
    );
  });
});

describe('watching cloud functions', () => {
  test('reports which functions a change affects and what is wrong, and continues after errors', async () => {
    const outcomes: ({ changed: string[] } | { problem: string })[] = [];
    let heard: () => void = () => undefined;
    const next = async () => {
      while (outcomes.length === 0) await new Promise<void>((resolve) => (heard = resolve));
      return outcomes.shift();
    };
    const stop = await watchFunctions(options, (outcome) => {
      outcomes.push(outcome);
      heard();
    });
    try {
      expect(await next()).toEqual({ changed: ['hello', 'other'] });
      write('cloudfunctions/shared/word.ts', "export const word: string = '早上好';\n");
      expect(await next()).toEqual({ changed: ['hello'] });
      write('cloudfunctions/hello/config.json', '{ "timeout": 5 }');
      expect(await next()).toEqual({ changed: ['hello'] });
      expect(JSON.parse(built('hello/config.json'))).toEqual({ timeout: 5 });
      write('cloudfunctions/other/index.ts', 'export const main = (;\n');
      expect(await next()).toEqual({ problem: expect.stringContaining('other/index.ts:1:') as string });
      write('cloudfunctions/other/index.ts', 'export const main = (): number => 2;\n');
      expect(await next()).toEqual({ changed: ['other'] });
    } finally {
      await stop();
    }
  });
});
