import { build, context, type BuildOptions, type BuildResult, type Plugin } from 'esbuild';
import { copyFileSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CampaignWords } from '../cloudfunctions/shared/contract/campaign-words';
import { chosenCampaign } from '../local/start/chosen-campaign';
import { lazySdkParts } from './lazy-sdk-parts';
import { leanBundles } from './lean-bundles';
import { quickSdkParsing } from './quick-sdk-parsing';
import { quickSdkSigning } from './quick-sdk-signing';
import { replaceFile } from '../local/start/replace-file';

/**
 * Bundles every cloud function into `outDir/<name>/{index.js, config.json, package.json}`, SDKs included. The platform
 * loads only a function's own folder, and one file loads in half the time of a dependency tree.
 */
export interface FunctionBuild {
  /** The folder `cloudfunctions/` with the sources. */
  sourceDir: string;
  outDir: string;
  /** The entry of a `campaigns/` folder that the import `@campaign` resolves to; its words.json is next to it. */
  campaignFile: string;
  minify?: boolean;
}

/** Paths of the functions' sources, from the repository and the environment. */
export function functionBuild(root: string, outDir = join(root, 'dist/cloudfunctions')): FunctionBuild {
  return {
    sourceDir: join(root, 'cloudfunctions'),
    outDir,
    campaignFile: join(root, 'campaigns', chosenCampaign(root, process.env.CAMPAIGN), 'campaign.json'),
  };
}

/** Names of the functions that have an entry. */
export function functionNames(sourceDir: string): string[] {
  return readdirSync(sourceDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(sourceDir, entry.name, 'index.ts')))
    .map((entry) => entry.name)
    .sort();
}

/** Builds once. Rejects with one sentence that names file and line. */
export async function buildFunctions(options: FunctionBuild): Promise<string[]> {
  const names = functionNames(options.sourceDir);
  try {
    writeChanged(options, await build(buildOptions(options, names)));
  } catch (error) {
    throw new Error(describe(error), { cause: error });
  }
  return names;
}

/** Builds again whenever a source changes, and reports the changed functions, or the error. */
export async function watchFunctions(
  options: FunctionBuild,
  onBuild: (outcome: { changed: string[] } | { problem: string }) => void,
): Promise<() => Promise<void>> {
  const report: Plugin = {
    name: 'report',
    setup(setup) {
      setup.onEnd((result) => {
        if (result.errors.length > 0) onBuild({ problem: describe(result) });
        else onBuild({ changed: writeChanged(options, result) });
      });
    },
  };
  const plan = buildOptions(options, functionNames(options.sourceDir));
  const watching = await context({ ...plan, plugins: [...(plan.plugins ?? []), report] });
  await watching.watch();
  return () => watching.dispose();
}

function buildOptions(
  options: FunctionBuild,
  names: string[],
): BuildOptions & { write: false; metafile: true } {
  return {
    entryPoints: names.map((name) => ({
      in: join(options.sourceDir, name, 'index.ts'),
      out: join(name, 'index'),
    })),
    outdir: options.outDir,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    keepNames: true,
    minify: options.minify ?? false,
    alias: { '@campaign': options.campaignFile },
    logLevel: 'silent',
    plugins: [
      watchConfiguration(options.sourceDir),
      ownWords(options.campaignFile),
      lazySdkParts,
      leanBundles(options.campaignFile),
      quickSdkParsing,
      quickSdkSigning,
    ],
  };
}

/** Functions say everything in the words of their own campaign, not in those that the repository's mini-program carries. */
const ownWords = (campaignFile: string): Plugin => ({
  name: 'own-words',
  setup(setup) {
    setup.onLoad({ filter: /facts[\\/]words[\\/]campaign-words\.ts$/ }, () => {
      const file = join(dirname(campaignFile), 'words.json');
      const words = CampaignWords.parse(JSON.parse(readFileSync(file, 'utf8')));
      const chinese = Object.fromEntries(Object.entries(words).map(([name, word]) => [name, word?.[0]]));
      return {
        contents: `export const campaignWords = ${JSON.stringify(chinese)};`,
        loader: 'ts',
        watchFiles: [file],
      };
    });
  },
});

/** A changed config.json counts as a changed function. */
function watchConfiguration(sourceDir: string): Plugin {
  return {
    name: 'watch-configuration',
    setup(setup) {
      setup.onLoad({ filter: /[\\/]index\.ts$/ }, ({ path }) => {
        const dir = dirname(path);
        if (resolve(dirname(dir)) !== resolve(sourceDir)) return undefined;
        return {
          contents: readFileSync(path, 'utf8'),
          loader: 'ts',
          watchFiles: [join(dir, 'config.json'), join(dir, 'package.json')].filter(existsSync),
        };
      });
    },
  };
}

/** Writes the files that differ from those on disk, and returns the functions that they belong to. */
function writeChanged(options: FunctionBuild, result: BuildResult<{ write: false }>): string[] {
  const changed = new Set<string>();
  for (const file of result.outputFiles) {
    const dir = dirname(file.path);
    const name = basename(dir);
    if (!existsSync(file.path) || !readFileSync(file.path).equals(file.contents)) {
      replaceFile(file.path, file.contents);
      changed.add(name);
    }
    for (const settings of ['config.json', 'package.json']) {
      const source = join(options.sourceDir, name, settings);
      const target = join(dir, settings);
      if (!existsSync(source) || (existsSync(target) && readFileSync(target).equals(readFileSync(source))))
        continue;
      copyFileSync(source, target);
      changed.add(name);
    }
  }
  return [...changed];
}

function describe(failure: unknown): string {
  const first = (failure as BuildResult).errors?.[0];
  if (!first) return failure instanceof Error ? failure.message : String(failure);
  const where = first.location
    ? `${first.location.file}:${first.location.line}:${first.location.column + 1}: `
    : '';
  return `a cloud function cannot be built: ${where}${first.text}`;
}
