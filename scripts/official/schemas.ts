import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireTool } from '../require-tool';
import { filesBelow } from './files-below';

type Schema = 'app' | 'page' | 'projectconfig' | 'sitemap' | 'theme';

/**
 * Checks a staged program's configuration by the JSON schemas of miniprogram-ci. Answers how many files it read, and
 * the faults.
 */
export function checkSchemas(folder: string): { files: number; faults: string[] } {
  const program = join(folder, 'miniprogram');
  const pages = filesBelow(program)
    .filter((path) => path.endsWith('.json') && existsSync(join(program, path.replace(/json$/, 'wxml'))))
    .map((path) => ({ schema: 'page' as const, path: join('miniprogram', path) }));
  const named: { schema: Schema; path: string }[] = [
    { schema: 'app', path: 'miniprogram/app.json' },
    { schema: 'sitemap', path: 'miniprogram/sitemap.json' },
    { schema: 'theme', path: 'miniprogram/theme.json' },
    { schema: 'projectconfig', path: 'project.config.json' },
  ];
  const all = [...named.filter(({ path }) => existsSync(join(folder, path))), ...pages];
  return { files: all.length, faults: all.flatMap((each) => faultsOf(folder, each)) };
}

interface Validation {
  error: { errorProperty?: string; errorType?: string; requireType?: unknown }[];
  warning: string;
}

function faultsOf(folder: string, { schema, path }: { schema: Schema; path: string }): string[] {
  const { schemaValidate } = requireTool<{ schemaValidate(schema: Schema, given: unknown): Validation }>(
    'scripts/official/tools',
    'miniprogram-ci/dist/modules/corecompiler/original/validate/schemaValidate.js',
  );
  const { error, warning } = schemaValidate(schema, JSON.parse(readFileSync(join(folder, path), 'utf8')));
  return [
    ...error.map((each) => `${path}: ${JSON.stringify(each)}`),
    ...(warning ? [`${path}: ${warning}`] : []),
  ];
}
