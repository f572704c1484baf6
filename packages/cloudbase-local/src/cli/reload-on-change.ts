import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { transform, type TransformFailure } from 'esbuild';
import type { Cloud } from '../cloud';

/** One save of an editor causes several events. */
const quietMs = 60;

export interface ReloadOptions {
  cloud: Pick<Cloud, 'reloadFunctions'>;
  /** The folder of functions, with one subfolder each. */
  functionsDir: string;
  log(line: string): void;
}

/**
 * Reloads functions when their files change, and logs it. A file that does not compile is logged with its line, at the
 * start too; until it compiles, the function's instances keep their code. Resolves when every later change will be
 * noticed, with a function that ends the watching.
 */
export async function reloadOnChange({
  cloud,
  functionsDir,
  log,
}: ReloadOptions): Promise<() => Promise<void>> {
  const broken = new Map<string, string>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  async function check(files: Iterable<string>): Promise<void> {
    for (const file of files) {
      const problem = await problemOf(file);
      if (problem === undefined) broken.delete(file);
      else broken.set(file, problem);
    }
  }

  async function reload(): Promise<void> {
    const files = [...changed];
    changed.clear();
    await check(new Set([...files, ...broken.keys()]));
    for (const [file, problem] of broken) if (files.includes(file)) log(problem);
    const isBroken = (name: string) => [...broken.keys()].some((file) => ownerOf(file) === name);
    const owners = new Set(files.map(ownerOf));
    // Any function may load a file outside the functions' folders, so all are reloaded. A deleted function needs a
    // reload as well.
    const all = [...owners].some((name) => !isFunction(name));
    if (all && [...owners].some(isBroken)) return;
    const names = (all ? readdirSync(functionsDir).filter(isFunction) : [...owners]).filter(
      (name) => !isBroken(name),
    );
    if (names.length === 0 && !all) return;
    cloud.reloadFunctions(names);
    log(`functions: ${names.join(', ') || 'none'} reloaded`);
  }

  const isFunction = (name: string) => existsSync(join(functionsDir, name, 'index.js'));
  const ownerOf = (file: string) => relative(functionsDir, file).split(sep)[0] ?? '';
  const later = (work: () => Promise<void>) =>
    (running = running.then(work).catch((error: unknown) => log((error as Error).message)));

  const watcher = watch(functionsDir, { ignored: /[/\\](node_modules|\.git)([/\\]|$)/ });
  const existing: string[] = [];
  watcher.on('add', (file) => existing.push(file));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  watcher.removeAllListeners('add');
  watcher.on('all', (event, file) => {
    if (event === 'addDir') return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => void later(reload), quietMs);
  });
  await later(async () => {
    await check(existing);
    for (const problem of broken.values()) log(problem);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await running;
  };
}

/** `…/like/index.js:3:8: Unexpected "="`; undefined for a file that compiles, is gone or is not JavaScript. */
async function problemOf(file: string): Promise<string | undefined> {
  if (!/\.[cm]?js$/.test(file) || !existsSync(file)) return undefined;
  try {
    await transform(readFileSync(file, 'utf8'), { loader: 'js', logLevel: 'silent' });
    return undefined;
  } catch (error) {
    const [first] = (error as Partial<TransformFailure>).errors ?? [];
    const place = first?.location ? `:${first.location.line}:${first.location.column + 1}` : '';
    return `${file}${place}: ${first?.text ?? (error as Error).message}`;
  }
}
