import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../official/files-below';
import { moveToUsers } from './move-to-users';
import { packageOf, partsReached, startsOf } from './program-parts';
import { stageProgram } from './stage-program';

const root = join(__dirname, '../../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'program-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program whose form and queue are in subpackages, and whose home page needs little. */
const small: Record<string, string> = {
  'app.ts': `import { start } from './services/start';\nApp({ onLaunch: start });`,
  'app.json': JSON.stringify({
    pages: ['pages/home/home'],
    subPackages: [
      { root: 'packages/form', pages: ['pages/form/form'] },
      { root: 'packages/queue', pages: ['pages/queue/queue'] },
    ],
  }),
  'pages/home/home.ts': `import { words } from '../../facts/words';\nimport type { Note } from '../../facts/note';\nPage({ words });`,
  'pages/home/home.json': '{}',
  'services/start.ts': 'export const start = () => undefined;',
  'services/asked.ts': 'let asked = 0;\nexport const ask = () => ++asked;',
  'services/once.ts': 'let sent = 0;\nexport const send = () => ++sent;',
  'facts/words.ts': `export const words = '';`,
  'facts/note.ts': `import { words } from './words';\nimport { table } from './table';\nexport const note = words + table;`,
  'facts/table.ts': `export const table = '';`,
  'components/mark/mark.json': '{ "component": true }',
  'components/mark/mark.ts': `import { note } from '../../facts/note';\nComponent({ note });`,
  'components/mark/mark.wxss': `@import '../../styles/mark.wxss';`,
  'styles/mark.wxss': '.mark { color: red; }',
  'packages/form/pages/form/form.json': '{ "usingComponents": { "y-mark": "/components/mark/mark" } }',
  'packages/form/pages/form/form.ts': `import { ask } from '../../../../services/asked';\nimport { send } from '../../../../services/once';\nPage({ ask, send });`,
  'packages/queue/pages/queue/queue.json': '{ "usingComponents": { "y-mark": "/components/mark/mark" } }',
  'packages/queue/pages/queue/queue.ts': `import { ask } from '../../../../services/asked';\nimport { words } from '../../../../facts/words';\nPage({ ask, words });`,
};

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

function moved(): void {
  for (const [path, text] of Object.entries(small)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  moveToUsers(folder);
}

test('what only subpackages use is at the same path below each of them, and in the main package no more', () => {
  moved();
  for (const path of ['components/mark/mark.ts', 'facts/note.ts', 'facts/table.ts', 'styles/mark.wxss'])
    expect([
      path,
      ['.', 'packages/form', 'packages/queue'].map((at) => existsSync(join(folder, at, path))),
    ]).toEqual([path, [false, true, true]]);
});

test('scripts, styles and components name the copies, and what stayed where it is', () => {
  moved();
  expect(read('packages/form/pages/form/form.json')).toContain('/packages/form/components/mark/mark"');
  expect(read('packages/form/components/mark/mark.ts')).toContain(`'../../facts/note'`);
  expect(read('packages/form/components/mark/mark.wxss')).toBe(`@import '../../styles/mark.wxss';`);
  expect(read('packages/form/facts/note.ts')).toContain(`'../../../facts/words'`);
  expect(read('packages/form/facts/note.ts')).toContain(`'./table'`);
  expect(read('packages/queue/pages/queue/queue.ts')).toContain(`'../../../../facts/words'`);
});

test('a state is not doubled: it moves only to its one user', () => {
  moved();
  expect(existsSync(join(folder, 'services/asked.ts'))).toBe(true);
  expect(existsSync(join(folder, 'services/once.ts'))).toBe(false);
  expect(read('packages/form/pages/form/form.ts')).toContain(`'../../services/once'`);
});

test('a path that is taken in the subpackage is refused', () => {
  mkdirSync(join(folder, 'packages/form/facts'), { recursive: true });
  writeFileSync(join(folder, 'packages/form/facts/note.ts'), '');
  expect(moved).toThrow('packages/form/facts/note.ts is there twice');
});

describe('the program itself', () => {
  const isThere = (program: string, part: string): boolean =>
    ['', '.ts', '.js', '.json', '.wxml', '.wxss'].some((extension) =>
      existsSync(join(program, part + extension)),
    );

  const staged = mkdtempSync(join(tmpdir(), 'staged-'));
  const program = join(staged, 'miniprogram');
  beforeAll(() => stageProgram(root, staged, { envId: undefined, appId: undefined, campaign: 'fever' }));
  afterAll(() => rmSync(staged, { recursive: true, force: true }));

  test('every part finds what it names, in its own package or in the main one', () => {
    const reached = [...startsOf(program)].map(([at, pages]) => ({
      at,
      parts: [...partsReached(program, pages)],
    }));
    expect(reached.length).toBeGreaterThan(4);
    expect(reached.flatMap(({ parts }) => parts.filter((part) => !isThere(program, part)))).toEqual([]);
    const strangers = reached.flatMap(({ at, parts }) =>
      parts.filter((part) => packageOf(part) !== '' && packageOf(part) !== at),
    );
    expect(strangers).toEqual([]);
  });

  test('the main package holds no component that its pages do not need, and no test', () => {
    const main = partsReached(program, startsOf(program).get('') ?? []);
    const rest = filesBelow(program)
      .filter((path) => path.startsWith('components/') && path.endsWith('.ts'))
      .filter((path) => !main.has(path.slice(0, -3)));
    expect(rest).toEqual([]);
    expect(filesBelow(program).filter((path) => path.endsWith('.test.ts'))).toEqual([]);
  });
});
