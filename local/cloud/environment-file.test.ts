import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironmentFile } from './environment-file';

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

  test('an environment id that nobody set becomes the local one', () => {
    expect(read('{"envId":"{{env.ENV_ID}}"}').envId).toBe('local-1');
  });

  test('a missing value is named with its place', () => {
    expect(() => read('{"functions":[{"name":"f","envVariables":{"A":"{{env.X}}"}}]}')).toThrow(
      /asks for \{\{env.X\}\} at functions.f.envVariables.A: set X/,
    );
  });

  test('broken JSON and a missing file give a sentence', () => {
    expect(() => read('{')).toThrow(/cloudbaserc.json is not valid JSON/);
    expect(() => readEnvironmentFile(join(dir, 'none.json'), () => undefined)).toThrow(
      /none.json cannot be read/,
    );
  });
});
