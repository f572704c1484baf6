import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DeployedFunction } from '../environment-file';
import { readFunctions } from './function-definition';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'functions-'))));
afterEach(() => rmSync(dir, { recursive: true }));

function read(files: Record<string, string>, functions: DeployedFunction[] = []) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  const notes: string[] = [];
  const definitions = readFunctions(
    dir,
    { envId: 'e', functions, collections: [] },
    (line) => void notes.push(line),
  );
  return { definitions, notes };
}

test('a folder without index.js is passed over, and said so; packages and hidden folders are no news', () => {
  const { definitions, notes } = read({
    'like/index.js': '',
    'common/words.js': '',
    'node_modules/x/index.js': '',
    '.cache/x': '',
  });
  expect(definitions.map(({ name }) => name)).toEqual(['like']);
  expect(notes).toEqual([`${join(dir, 'common')} is passed over: a function has an index.js`]);
});

test.each<[string, unknown, number, string | undefined]>([
  ['timeout', 20, 20, undefined],
  ['timeout', 900, 60, 'function like: timeout 900 is not from 1 to 60 s: 60 s counts'],
  ['timeout', 0, 1, 'function like: timeout 0 is not from 1 to 60 s: 1 s counts'],
  ['timeout', '20', 3, 'function like: timeout "20" is not from 1 to 60 s: 3 s counts'],
  ['memorySize', 512, 512, undefined],
  ['memorySize', 16, 64, 'function like: memorySize 16 is not from 64 to 3072 MB: 64 MB counts'],
  ['memorySize', 8192, 3072, 'function like: memorySize 8192 is not from 64 to 3072 MB: 3072 MB counts'],
])('%s %j counts as %d', (field, given, counts, note) => {
  for (const file of ['config.json', 'cloudbaserc.json']) {
    const config = JSON.stringify(file === 'config.json' ? { [field]: given } : {});
    const deployed = file === 'config.json' ? [] : [{ name: 'like', [field]: given }];
    const { definitions, notes } = read({ 'like/index.js': '', 'like/config.json': config }, deployed);
    expect(definitions[0]).toMatchObject({ [field === 'timeout' ? 'timeoutSeconds' : 'memoryMb']: counts });
    expect(notes).toEqual(note === undefined ? [] : [note]);
  }
});
