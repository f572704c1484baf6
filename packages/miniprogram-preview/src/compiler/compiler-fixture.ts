import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createCompiler, type Compiler } from './build';

/** A program in a temporary folder, for the compiler's own tests. */
export interface FixtureProgram {
  root: string;
  compiler: Compiler;
  remove(): Promise<void>;
}

/** Writes files (by path) beside a minimal app.json with the page `pages/a/a`; what is given wins. */
export function writeProgram(files: Record<string, string>): FixtureProgram {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'preview-compiler-'));
  const all = { 'app.json': '{ "pages": ["pages/a/a"] }', 'pages/a/a.wxml': '<view/>', ...files };
  for (const [name, text] of Object.entries(all)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
  const compiler = createCompiler({
    root,
    npmDirs: [],
    assetUrl: (file) => `/files/${file}`,
    remoteUrl: () => undefined,
  });
  return {
    root,
    compiler,
    async remove() {
      await compiler.close();
      fs.rmSync(root, { recursive: true, force: true });
    },
  };
}
