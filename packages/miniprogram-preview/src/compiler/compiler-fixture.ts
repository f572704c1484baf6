import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createCompiler, type Compiler } from './build';

/** A program in a temporary folder, for the compiler's own tests. */
export interface FixtureProgram {
  root: string;
  compiler: Compiler;
  remove(): Promise<void>;
}

/** Writes files (by path) and a minimal app.json with the page `pages/a/a`, unless the files hold one. */
export function writeProgram(files: Record<string, string>, { lenient = false } = {}): FixtureProgram {
  const root = mkdtempSync(join(tmpdir(), 'preview-compiler-'));
  const all = { 'app.json': '{ "pages": ["pages/a/a"] }', 'pages/a/a.wxml': '<view/>', ...files };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const compiler = createCompiler({
    root,
    npmDirs: [],
    assetUrl: (file) => `/files/${file}`,
    carriedFont: () => undefined,
    lenient,
  });
  return {
    root,
    compiler,
    async remove() {
      await compiler.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
