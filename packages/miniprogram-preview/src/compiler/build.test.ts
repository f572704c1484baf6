import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostic } from './diagnostics';
import { writeProgram, type FixtureProgram } from './compiler-fixture';

let program: FixtureProgram;
afterEach(() => program.remove());

const problemsOf = async (files: Record<string, string>): Promise<string[]> => {
  program = writeProgram(files);
  return (await program.compiler.build()).diagnostics.map(formatDiagnostic);
};

test.each([
  [
    'a page that does not exist',
    { 'app.json': '{\n  "pages": ["pages/a/a", "pages/b/b"]\n}' },
    'app.json:2:26 page "pages/b/b" has no pages/b/b.wxml',
  ],
  [
    'a component that does not exist',
    { 'pages/a/a.json': '{\n  "usingComponents": { "x": "/x/x" }\n}' },
    'pages/a/a.json:2:29 component "/x/x" is not found',
  ],
  [
    'a tab icon that does not exist',
    {
      'app.json':
        '{ "pages": ["pages/a/a"],\n  "tabBar": { "list": [{ "pagePath": "pages/a/a", "iconPath": "no.png" }, { "pagePath": "pages/a/a" }] } }',
    },
    'app.json:2:63 tabBar icon "no.png" is not found',
  ],
  [
    'a script that does not parse',
    { 'pages/a/a.js': 'Page({\n  a b\n})' },
    'pages/a/a.js:2:5 Expected "}" but found "b"',
  ],
  [
    'a built-in component that is refused',
    { 'pages/a/a.wxml': '<view>\n  <camera/>\n</view>' },
    'pages/a/a.wxml:2:3 <camera> is not supported by the preview',
  ],
])('%s is reported with its position', async (_, files, expected) => {
  expect(await problemsOf(files as Record<string, string>)).toContain(expected);
});

test('JSON that does not parse is reported with the line it breaks on, and its page runs without', async () => {
  const [problem] = await problemsOf({ 'pages/a/a.json': '{\n  "a": 1,\n  nonsense\n}' });
  expect(problem).toMatch(/^pages\/a\/a\.json:3:3 is not valid JSON/);
  expect(program.compiler.current()).toBeDefined();
});

test('after a mistake the last good program stays', async () => {
  program = writeProgram({ 'pages/a/a.js': 'Page({})' });
  expect((await program.compiler.build()).ok).toBe(true);
  const good = program.compiler.current();
  writeFileSync(join(program.root, 'pages/a/a.js'), 'Page({');
  expect((await program.compiler.build()).ok).toBe(false);
  expect(program.compiler.current()).toBe(good);
});

test('the source map knows the author’s files', async () => {
  program = writeProgram({ 'pages/a/a.ts': 'const n: number = 1;\nPage({ data: { n } });' });
  await program.compiler.build();
  const map = JSON.parse(program.compiler.current()?.map ?? '{}') as {
    sources: string[];
    sourcesContent: string[];
  };
  expect(map.sources).toContain('pages/a/a.ts');
  expect(map.sourcesContent.join()).toContain('const n: number');
});

test('a require with a callback loads the file later', async () => {
  program = writeProgram({
    'pages/a/a.js': "Page({}); require('./b.js', (b) => b);",
    'pages/a/b.js': "module.exports = '晚来';",
  });
  expect((await program.compiler.build()).ok).toBe(true);
  expect(program.compiler.current()?.code).toMatch(/requireLater\(\(\)=>\w+\(\),/);
  expect(program.compiler.current()?.code).toContain('晚来');
});

describe('an app.json that WeChat does not compile', () => {
  const withTabs = (...tabs: object[]) =>
    JSON.stringify({
      pages: ['pages/a/a'],
      tabBar: { list: tabs },
      subPackages: [{ root: 'b', pages: ['b'] }],
    });
  const tab = { pagePath: 'pages/a/a', text: 'a' };
  const cases: [string, Record<string, string>, string][] = [
    [
      'a single tab',
      { 'app.json': withTabs(tab) },
      'app.json:1:24 ["tabBar"]["list"] has 1 tabs: WeChat takes 2 to 5',
    ],
    [
      'a tab outside the main package',
      { 'app.json': withTabs(tab, { pagePath: 'b/b', text: 'b' }) },
      'app.json:1:90 ["tabBar"]["list"][1]["pagePath"]: "b/b" need in ["pages"]',
    ],
    [
      'a large icon of a tab',
      { 'app.json': withTabs(tab, { ...tab, iconPath: 'i.png' }), 'i.png': ' '.repeat(40 * 1024 + 1) },
      'app.json:1:124 ["tabBar"]["list"][1]["iconPath"] is larger than 40 KB',
    ],
    [
      'both kinds of place',
      { 'app.json': '{"pages":["pages/a/a"],"requiredPrivateInfos":["getFuzzyLocation","getLocation"]}' },
      'app.json:1:48 ["requiredPrivateInfos"]: "getFuzzyLocation" excludes "getLocation"',
    ],
    [
      'an interface that has nothing to do with places',
      { 'app.json': '{"pages":["pages/a/a"],"requiredPrivateInfos":["chooseImage"]}' },
      'app.json:1:48 ["requiredPrivateInfos"]: "chooseImage" has nothing to do with places',
    ],
  ];

  test.each(cases)('with %s is not built, unless leniently', async (_, given, expected) => {
    const files = { 'b/b.wxml': '<view/>', ...given };
    program = writeProgram(files);
    const { ok, diagnostics } = await program.compiler.build();
    expect([ok, ...diagnostics.map(formatDiagnostic)]).toEqual([false, expected]);
    await program.remove();
    program = writeProgram(files, { lenient: true });
    const lenient = await program.compiler.build();
    expect(lenient.ok).toBe(true);
    expect(lenient.diagnostics.map(formatDiagnostic)).toContain(expected);
  });
});

describe('a program with a dark mode', () => {
  const themed = {
    'app.json':
      '{ "pages": ["pages/a/a"], "darkmode": true, "window": { "navigationBarBackgroundColor": "@bar" } }',
    'theme.json': '{ "light": { "bar": "#ffffff" }, "dark": { "bar": "#101010" } }',
    'pages/a/a.json': '{ "backgroundColor": "@bar" }',
    'pages/a/a.js': 'Page({})',
  };
  const tableOf = async (files: Record<string, string>) => {
    program = writeProgram(files);
    await program.compiler.build();
    const code = program.compiler.current()?.program ?? '';
    return JSON.parse(JSON.parse(/parse\((.*)\);$/s.exec(code)?.[1] ?? '') as string) as {
      app: object;
      darkApp?: object;
      components: { path: string; json: object; darkJson?: object }[];
    };
  };

  test('hands both themes of its configuration over', async () => {
    const { app, darkApp, components } = await tableOf(themed);
    expect(app).toMatchObject({ window: { navigationBarBackgroundColor: '#ffffff' } });
    expect(darkApp).toMatchObject({ window: { navigationBarBackgroundColor: '#101010' } });
    expect(components.find(({ path }) => path === 'pages/a/a')).toMatchObject({
      json: { backgroundColor: '#ffffff' },
      darkJson: { backgroundColor: '#101010' },
    });
  });

  test('stays light when its configuration does not ask for the dark', async () => {
    const files = { ...themed, 'app.json': themed['app.json'].replace('"darkmode": true, ', '') };
    expect((await tableOf(files)).darkApp).toBeUndefined();
  });
});
