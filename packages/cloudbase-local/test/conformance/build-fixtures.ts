import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the functions of a folder, SDKs included, as a deployment would upload them: `outDir/<name>/index.js`. */
export async function buildFixtures(sourceDir: string, outDir: string): Promise<void> {
  const names = readdirSync(sourceDir);
  await build({
    entryPoints: names.map((name) => ({
      in: join(sourceDir, name, 'index.ts'),
      out: join(name, 'index'),
    })),
    outdir: outDir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    keepNames: true,
    logLevel: 'silent',
  });
  for (const name of names)
    for (const file of ['config.json', 'package.json']) {
      const source = join(sourceDir, name, file);
      if (existsSync(source)) copyFileSync(source, join(outDir, name, file));
    }
}
