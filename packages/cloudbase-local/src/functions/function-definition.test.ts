import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DeployedFunction } from '../environment/environment-file';
import { readFunctions } from './function-definition';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'functions-'))));
afterEach(() => rmSync(dir, { recursive: true }));

function read(
  files: Record<string, string>,
  declared: (Partial<DeployedFunction> & { name: string })[] = [],
) {
  const functions = declared.map((each) => ({ envVariables: {}, ...each }));
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

test('a folder without index.js is skipped and reported; packages and hidden folders are skipped silently', () => {
  const { definitions, notes } = read({
    'like/index.js': '',
    'common/words.js': '',
    'node_modules/x/index.js': '',
    '.cache/x': '',
  });
  expect(definitions.map(({ name }) => name)).toEqual(['like']);
  expect(notes).toEqual([`${join(dir, 'common')} is passed over: a function has an index.js`]);
});

test("a function's entry is the file of its handler", () => {
  const { definitions, notes } = read({ 'like/src/app.js': '' }, [
    { name: 'like', handler: 'src/app.answer' },
  ]);
  expect(definitions).toMatchObject([
    { name: 'like', entryFile: join(dir, 'like/src/app.js'), handlerName: 'answer' },
  ]);
  expect(notes).toEqual([]);
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

const timer = { name: 'daily', type: 'timer', config: '0 0 2 * * * *' };

test.each<[string, unknown, object, string | undefined]>([
  ['fields of others', { runtime: 'Nodejs16.13', foo: [1] }, { openApis: [], triggers: [] }, undefined],
  [
    'a trigger of another kind beside a timer',
    { triggers: [{ ...timer, type: 'http' }, timer] },
    { triggers: [{ name: 'daily', config: timer.config }] },
    'triggers[0] is not {"name": …, "type": "timer", "config": …}: it does not count',
  ],
  [
    'a trigger without a name',
    { triggers: [{ type: 'timer', config: timer.config }] },
    { triggers: [] },
    'triggers[0] is not {"name": …, "type": "timer", "config": …}: it does not count',
  ],
  [
    'a trigger that is nothing',
    { triggers: [timer, null] },
    { triggers: [{ name: 'daily' }] },
    'triggers[1] is not {"name": …, "type": "timer", "config": …}: it does not count',
  ],
  [
    'triggers that are no list',
    { triggers: timer },
    { triggers: [] },
    'triggers is not a list: it does not count',
  ],
  [
    'an API without a list around it',
    { permissions: { openapi: 'security.msgSecCheck' } },
    { openApis: [] },
    'permissions.openapi is not a list of names: it does not count',
  ],
])('config.json with %s', (_what, config, expected, note) => {
  const { definitions, notes } = read({ 'like/index.js': '', 'like/config.json': JSON.stringify(config) });
  expect(definitions[0]).toMatchObject(expected);
  expect(notes).toEqual(note === undefined ? [] : [`${join(dir, 'like/config.json')}: ${note}`]);
});

test('ignored triggers of cloudbaserc.json are reported by function', () => {
  const { definitions, notes } = read({ 'like/index.js': '' }, [
    { name: 'like', triggers: [timer, 'daily'] },
  ]);
  expect(definitions[0]?.triggers).toEqual([{ name: 'daily', config: timer.config }]);
  expect(notes).toEqual([
    'function like: triggers[1] is not {"name": …, "type": "timer", "config": …}: it does not count',
  ]);
});

test.each([
  ['[]', 'is not a JSON object'],
  ['', 'is not valid JSON: Unexpected end of JSON input'],
])('a config.json of %j is refused by name', (text, words) => {
  expect(() => read({ 'like/index.js': '', 'like/config.json': text })).toThrow(
    `${join(dir, 'like/config.json')} ${words}`,
  );
});
