import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createPreview } from 'miniprogram-preview';

const root = join(__dirname, '../..');
const builtFolder = join(root, 'dist/component-tests');
const addresses = {
  phone: '/phone',
  runtime: '/preview/runtime.js',
  templates: '/preview/program/templates.js',
  program: '/preview/program/program.js',
  app: '/preview/program/app.js',
};

/** The files that a phone loads: its own page, the preview's runtime, and the mini-program in three scripts. */
export type BuiltProgram = Record<keyof typeof addresses, string>;

/** Compiles the mini-program through the preview's public entry. */
async function buildProgram(): Promise<void> {
  const problems: string[] = [];
  const preview = await createPreview({
    root: join(root, 'miniprogram'),
    people: [],
    log: (line) => problems.push(line),
  });
  const server = createServer((request, response) => void preview.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    if (!(await preview.rebuild()).ok) throw new Error(problems.join('\n'));
    mkdirSync(builtFolder, { recursive: true });
    for (const [name, address] of Object.entries(addresses)) {
      const answer = await fetch(`http://127.0.0.1:${port}${address}`);
      writeFileSync(join(builtFolder, name), await answer.text());
    }
  } finally {
    server.closeAllConnections();
    server.close();
    await preview.close();
  }
}

/** The files that `buildProgram` wrote. */
export function builtProgram(): BuiltProgram {
  const names = Object.keys(addresses) as (keyof typeof addresses)[];
  const read = (name: string): string => readFileSync(join(builtFolder, name), 'utf8');
  return Object.fromEntries(names.map((name) => [name, read(name)])) as BuiltProgram;
}

if (require.main === module) void buildProgram();
