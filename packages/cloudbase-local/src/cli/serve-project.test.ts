import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serveProject, type ServedProject } from './serve-project';

let root: string;
let served: ServedProject | undefined;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'project-'))));
const lines: string[] = [];
afterEach(async () => {
  lines.length = 0;
  await served?.close();
  served = undefined;
  rmSync(root, { recursive: true, force: true });
});

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

const serve = async (collections: string[] = [], lenient = false) =>
  (served = await serveProject({
    root,
    dataDir: join(root, '.local-cloud'),
    port: 0,
    collections,
    lenient,
    log: (line) => void lines.push(line),
  }));

async function call(project: ServedProject, name: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`http://127.0.0.1:${project.port}/functions/${name}`, {
    method: 'POST',
    body: '{}',
  });
  return (await answer.json()) as Record<string, unknown>;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

const pages = {
  'app.json': '{"pages":["pages/index/index"]}',
  'app.js': 'App({})',
  'pages/index/index.js': 'Page({})',
  'pages/index/index.wxml': '<view>你好</view>',
};

function under(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

test('program and functions are found where project.config.json says, without a cloudbaserc.json', async () => {
  write({
    'project.config.json': '{"miniprogramRoot":"client/","cloudfunctionRoot":"server/fns/"}',
    ...under('client', pages),
    'server/fns/hello/index.js': 'exports.main = () => "好"',
  });
  const project = await serve(['todos']);
  expect(await call(project, 'hello')).toMatchObject({ result: '好' });
  expect((await fetch(`http://127.0.0.1:${project.port}/phone`)).status).toBe(200);
  await project.cloud.database.bulkLoad('todos', [{ _id: '1' }]);
});

test.each([true, false])(
  'the phones refuse what WeChat refuses, unless the project is served leniently (%s)',
  async (lenient) => {
    write(pages);
    const { port } = await serve([], lenient);
    const phone = await (await fetch(`http://127.0.0.1:${port}/phone`)).text();
    expect(phone).toContain(`data-lenient="${lenient}"`);
  },
);

test('/healthz reports what runs, even without the folder of functions that the configuration names', async () => {
  write({ ...pages, 'project.config.json': '{"cloudfunctionRoot":"nowhere"}' });
  const project = await serve();
  const answer = await fetch(`http://127.0.0.1:${project.port}/healthz`);
  expect(await answer.json()).toMatchObject({
    status: 'ok',
    gateway: project.cloud.gatewayUrl,
    instances: {},
  });
  expect(lines.filter((line) => /nowhere as cloudfunctionRoot, which is missing/.test(line))).toHaveLength(1);
});

test('a function that fails leaves a line with its name, the request id and the message', async () => {
  write({
    ...pages,
    'cloudfunctions/like/index.js': 'exports.main = () => { throw new Error("no such book") }',
  });
  const { requestID } = await call(await serve(), 'like');
  expect(lines).toContain(`function like ${String(requestID)}: Error: no such book`);
});

test('a function that changes is loaded again and named', async () => {
  write({ ...pages, 'cloudfunctions/hello/index.js': 'exports.main = () => 1' });
  const project = await serve();
  expect(await call(project, 'hello')).toMatchObject({ result: 1 });
  write({ 'cloudfunctions/hello/index.js': 'exports.main = () => 2' });
  await until(() => lines.includes('functions: hello reloaded'));
  expect(await call(project, 'hello')).toMatchObject({ result: 2 });
});

test('files next to the functions belong to all of them: all are loaded again', async () => {
  write({
    ...pages,
    'cloudfunctions/common/words.js': 'module.exports = 1',
    'cloudfunctions/a/index.js': 'exports.main = () => require("../common/words")',
    'cloudfunctions/b/index.js': 'exports.main = () => 1',
  });
  const project = await serve();
  expect(lines.filter((line) => /common is passed over/.test(line))).toHaveLength(1);
  expect(await call(project, 'a')).toMatchObject({ result: 1 });
  write({ 'cloudfunctions/common/words.js': 'module.exports = 2' });
  await until(() => lines.includes('functions: a, b reloaded'));
  expect(await call(project, 'a')).toMatchObject({ result: 2 });
});

test('code that does not compile is named with its line, and the old code runs until it compiles', async () => {
  write({ ...pages, 'cloudfunctions/hello/index.js': 'exports.main = () => 1' });
  write({ 'cloudfunctions/other/index.js': 'exports.main = ) =>' });
  const project = await serve();
  expect(lines.filter((line) => /other\/index\.js:1:16: /.test(line))).toHaveLength(1);
  expect(await call(project, 'hello')).toMatchObject({ result: 1 });
  write({ 'cloudfunctions/hello/index.js': 'exports.main = () => 2\nconst = 3' });
  await until(() => lines.some((line) => /hello\/index\.js:2:7: Expected identifier/.test(line)));
  expect(await call(project, 'hello')).toMatchObject({ result: 1 });
  write({ 'cloudfunctions/hello/index.js': 'exports.main = () => 3' });
  await until(() => lines.includes('functions: hello reloaded'));
  expect(await call(project, 'hello')).toMatchObject({ result: 3 });
});

test('cloudbaserc.json is read when there is one', async () => {
  write({
    ...pages,
    'cloudfunctions/hello/index.js': 'exports.handle = () => process.env.WORD',
    'cloudbaserc.json':
      '{"envId":"mine-1","functions":[{"name":"hello","handler":"index.handle","envVariables":{"WORD":"口令"}}]}',
  });
  const project = await serve();
  expect(project.cloud.envId).toBe('mine-1');
  expect(await call(project, 'hello')).toMatchObject({ result: '口令' });
});

test.each<[string, Record<string, string>, RegExp]>([
  ['no program', {}, /has no app\.json/],
  [
    'no program where the configuration says',
    { ...pages, 'project.config.json': '{"miniprogramRoot":"client/"}' },
    /project\.config\.json says that the mini-program is in client\/ \(miniprogramRoot\), and .* has no app\.json/,
  ],
  [
    'a configuration that is no JSON',
    { ...pages, 'project.config.json': '{' },
    /project\.config\.json is not valid JSON/,
  ],
])('a folder with %s is refused with a sentence', async (_name, files, words) => {
  write(files);
  await expect(serve()).rejects.toThrow(words);
});
