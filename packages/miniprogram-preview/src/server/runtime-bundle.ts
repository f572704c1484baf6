import esbuild from 'esbuild';
import { packageFile } from '../package-files';

export interface BrowserBundle {
  code: string;
  map: string;
}

/** Bundles the browser side of the preview itself: the phone's runtime and the shell with two phones. */
export async function buildRuntime(): Promise<{ phone: BrowserBundle; shell: BrowserBundle }> {
  const [phone, shell] = await Promise.all([
    bundle('runtime/main.ts', '/preview/runtime.js'),
    bundle('runtime/shell/main.ts', '/preview/shell.js'),
  ]);
  return { phone, shell };
}

/** The code behind `wx.cloud.database`: large, and most programs need none of it. */
export function buildDatabaseClient(): Promise<BrowserBundle> {
  return bundle('runtime/database/main.ts', '/preview/database.js');
}

async function bundle(entry: string, outfile: string): Promise<BrowserBundle> {
  const result = await esbuild.build({
    entryPoints: [packageFile(entry)],
    bundle: true,
    write: false,
    outfile,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    // A phone reads all of it before its first page; the source map keeps the names.
    minify: true,
    sourcemap: 'linked',
    define: { global: 'globalThis' },
    logLevel: 'silent',
  });
  const text = (suffix: string) => result.outputFiles.find((file) => file.path.endsWith(suffix))?.text ?? '';
  return { code: text('.js'), map: text('.js.map') };
}
