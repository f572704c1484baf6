import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudOptions } from 'cloudbase-local';

interface Settings {
  functions: { name: string; envVariables: Record<string, string> }[];
}

const read = (file: string): Settings => JSON.parse(readFileSync(file, 'utf8')) as Settings;

/**
 * The environment that `tests/deployed.ts` has deployed and named, in the form that `startCloud` takes, and its mini-program; undefined
 * where tests run on the sources.
 */
export function deployedEnvironment():
  (Pick<CloudOptions, 'cloudbaserc'> & { functionsDir: string; program: string }) | undefined {
  const dir = process.env.DEPLOYED;
  if (dir === undefined) return undefined;
  return {
    functionsDir: join(dir, 'cloudfunctions'),
    cloudbaserc: join(dir, 'cloudbaserc.json'),
    program: join(dir, 'miniprogram'),
  };
}

/** Lets a saved environment reach the local providers: a variable gets the value that the local cloud finds for its name. */
export function openToProviders(cloudbaserc: string, declaredFile: string): void {
  const saved = read(cloudbaserc);
  const declared = new Map(
    read(declaredFile).functions.map(({ name, envVariables }) => [name, envVariables]),
  );
  for (const each of saved.functions)
    each.envVariables = { ...each.envVariables, ...declared.get(each.name) };
  writeFileSync(cloudbaserc, JSON.stringify(saved, null, 2));
}
