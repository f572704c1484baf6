import { resolve } from 'node:path';
import esbuild from 'esbuild';
import { packageFile } from '../package-files';

/** Modules (TypeScript or JavaScript) that extend the preview, together with the style sheets that they import. */
export interface PreviewExtension {
  /** A module whose default export is a `PhoneExtension`: runs on every phone. */
  phone?: string;
  /** A module whose default export is a `ShellExtension`: runs in the page with two phones, once for each. */
  shell?: string;
}

export interface ExtensionBundle {
  code: string;
  style: string;
}

/** Bundles the extensions for both pages. Rejects with the bundler's message when one does not build. */
export async function bundleExtensions(
  extensions: readonly PreviewExtension[],
): Promise<{ phone: ExtensionBundle; shell: ExtensionBundle }> {
  const modules = (page: 'phone' | 'shell') => extensions.flatMap((extension) => extension[page] ?? []);
  const [phone, shell] = await Promise.all([bundle(modules('phone')), bundle(modules('shell'))]);
  return { phone, shell };
}

async function bundle(modules: readonly string[]): Promise<ExtensionBundle> {
  if (modules.length === 0) return { code: '', style: '' };
  const imports = modules.map((file, index) => `import e${index} from ${JSON.stringify(resolve(file))};`);
  const names = modules.map((_, index) => `e${index}`);
  const result = await esbuild.build({
    stdin: {
      contents: `${imports.join('\n')}\nglobalThis.__previewExtensions = [${names.join(', ')}];`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    outfile: 'extensions.js',
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    sourcemap: 'inline',
    alias: { 'miniprogram-preview/extension': packageFile('runtime/extension.ts') },
    define: { global: 'globalThis' },
    logLevel: 'silent',
  });
  const text = (suffix: string) => result.outputFiles.find((file) => file.path.endsWith(suffix))?.text ?? '';
  return { code: text('.js'), style: text('.css') };
}
