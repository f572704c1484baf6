import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironmentFile } from './environment-file';

const key = { name: 'city', direction: '1' };

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'environment-'))));
afterEach(() => rmSync(dir, { recursive: true }));

function read(text: string, values: Record<string, string> = {}) {
  const file = join(dir, 'cloudbaserc.json');
  writeFileSync(file, text);
  return readEnvironmentFile(file, (name) => values[name]);
}

describe('cloudbaserc.json', () => {
  test('placeholders are filled', () => {
    const { envId, functions } = read(
      '{"envId":"{{env.ENV_ID}}","functions":[{"name":"f","envVariables":{"A":"{{env.X}}-{{ env.Y }}"}}]}',
      { ENV_ID: 'prod-1', X: '1', Y: '2' },
    );
    expect(envId).toBe('prod-1');
    expect(functions[0]?.envVariables).toEqual({ A: '1-2' });
  });

  test('an unset environment id becomes the local one', () => {
    expect(read('{"envId":"{{env.ENV_ID}}"}').envId).toBe('local-1');
  });

  test('a byte order mark is accepted', () => {
    expect(read('\uFEFF{"envId":"prod-1"}').envId).toBe('prod-1');
  });

  test('a missing value is named with its place', () => {
    expect(() => read('{"functions":[{"name":"f","envVariables":{"A":"{{env.X}}"}}]}')).toThrow(
      /asks for \{\{env.X\}\} at functions.f.envVariables.A: set X/,
    );
  });

  test('broken JSON and a missing file give a sentence', () => {
    expect(() => read('{')).toThrow(/cloudbaserc.json is not valid JSON/);
    expect(() => read('null')).toThrow(/cloudbaserc.json is not a JSON object/);
    expect(() => read('{"functions":{"like":{}}}')).toThrow(/functions is not a list of \{"name": …\}/);
    expect(() => readEnvironmentFile(join(dir, 'none.json'), () => undefined)).toThrow(
      /none.json cannot be read/,
    );
  });

  const declared = (collections: unknown) => read(JSON.stringify({ database: { collections } })).collections;

  test('fields of a collection have defaults', () => {
    expect(
      declared([
        { collectionName: 'todos' },
        { collectionName: 'shops', aclTag: 'ADMINWRITE', indexes: [{ indexName: 'a', keys: [key] }] },
      ]),
    ).toEqual([
      { collectionName: 'todos', aclTag: 'PRIVATE', indexes: [] },
      {
        collectionName: 'shops',
        aclTag: 'ADMINWRITE',
        indexes: [{ indexName: 'a', unique: false, keys: [key] }],
      },
    ]);
  });

  const withIndex = (index: unknown) => [{ collectionName: 'todos', indexes: [index] }];
  test.each<[string, unknown, RegExp]>([
    ['no list', {}, /cloudbaserc\.json: database\.collections must be a list/],
    ['no name', [{}], /collections\[0\]\.collectionName must be a text/],
    ['a name that is none', [{ collectionName: 'a b' }], /\("a b"\)\.collectionName is at most 128 letters/],
    [
      'a tag that is none',
      [{ collectionName: 'a', aclTag: 'OPEN' }],
      /\("a"\)\.aclTag must be PRIVATE, .* not "OPEN"/,
    ],
    [
      'an index without keys',
      withIndex({ indexName: 'i', unique: false }),
      /\("todos"\)\.indexes\[0\]\.keys must be a list/,
    ],
    [
      'an index of no keys',
      withIndex({ indexName: 'i', keys: [] }),
      /indexes\[0\]\.keys needs at least one key/,
    ],
    [
      'a direction that is a number',
      withIndex({ indexName: 'i', keys: [{ name: 'a', direction: 1 }] }),
      /keys\[0\]\.direction must be "1", "-1" or "2dsphere" as a text, not 1/,
    ],
    [
      'an index as the Manager SDK asks for it',
      withIndex({ IndexName: 'i', MgoKeySchema: { MgoIndexKeys: [] } }),
      /indexes\[0\] has IndexName, MgoKeySchema, and an index is/,
    ],
    ['another list of indexes', [{ collectionName: 'a', createIndexes: [] }], /createIndexes is not read/],
  ])('%s is refused by file, collection and field', (_name, collections, words) => {
    expect(() => declared(collections)).toThrow(words);
  });
});
