import { posix } from 'node:path';
import { CompileError, type Diagnostic } from './diagnostics';
import { inExtendedLibrary } from './extended-library';
import { isObject, positionOfString, readJsonObject, stringEntries, type JsonObject } from './json-file';
import { firstFile, joinVirtual, packageNameOf, isFile, type SourceTree } from './source-tree';
import { hasDarkMode, resolveTheme } from './theme';

/**
 * One component or page: its files, and the components that its tags mean. Paths in `using` are virtual with a leading
 * slash.
 */
export interface ComponentSource {
  path: string;
  isPage: boolean;
  json: JsonObject;
  /** The configuration in dark mode; undefined where it is the same. */
  darkJson: JsonObject | undefined;
  script: string | undefined;
  style: string | undefined;
  using: Record<string, string>;
}

export interface Project {
  app: JsonObject;
  /** app.json in dark mode; undefined for a program without one. */
  darkApp: JsonObject | undefined;
  pages: string[];
  components: Map<string, ComponentSource>;
  globalUsing: Record<string, string>;
}

const scriptExtensions = ['.ts', '.js'];

/** Walks app.json, its pages and everything they use. Throws CompileError where a file is missing or malformed. */
export function readProject(tree: SourceTree, report: (diagnostic: Diagnostic) => void): Project {
  if (!isFile(tree.fileOf('app.json'))) throw fatal('app.json', 0, 0, 'is missing: is this a mini-program?');
  const appSource = readJsonObject(tree.fileOf('app.json'), 'app.json');
  const app = resolveTheme(tree, appSource, 'light');
  const isDark = hasDarkMode(tree);
  const components = new Map<string, ComponentSource>();

  const resolveAll = (owner: string, ownerJson: JsonObject): Record<string, string> => {
    const using: Record<string, string> = {};
    for (const [tag, reference] of stringEntries(ownerJson.usingComponents)) {
      const target = resolveComponent(tree, app, owner, reference, report);
      if (target === undefined) continue;
      using[tag] = `/${target}`;
      visit(target, false);
    }
    return using;
  };

  const visit = (virtualPath: string, isPage: boolean): void => {
    const known = components.get(virtualPath);
    if (known) {
      known.isPage ||= isPage;
      return;
    }
    const base = tree.fileOf(virtualPath);
    const jsonSource = readOwnJson(base, virtualPath, report);
    const json = resolveTheme(tree, jsonSource, 'light');
    const isThemed = isDark && JSON.stringify(jsonSource).includes('"@');
    const source: ComponentSource = {
      path: virtualPath,
      isPage,
      json,
      darkJson: isThemed ? resolveTheme(tree, jsonSource, 'dark') : undefined,
      script: firstFile(base, scriptExtensions),
      style: firstFile(base, ['.wxss']),
      using: {},
    };
    components.set(virtualPath, source);
    source.using = resolveAll(virtualPath, json);
    json.componentGenerics = resolveGenerics(virtualPath, json.componentGenerics);
  };

  const resolveGenerics = (owner: string, generics: unknown): JsonObject => {
    if (!isObject(generics)) return {};
    const resolved = Object.entries(generics).map(([name, generic]): [string, unknown] => {
      const reference = isObject(generic) ? generic.default : undefined;
      if (typeof reference !== 'string') return [name, true];
      const target = resolveComponent(tree, app, owner, reference, report);
      if (target === undefined) return [name, true];
      visit(target, false);
      return [name, { default: `/${target}` }];
    });
    return Object.fromEntries(resolved);
  };

  const globalUsing = resolveAll('app', app);
  const pages = listPages(app).filter((page) => {
    if (isFile(`${tree.fileOf(page)}.wxml`)) return true;
    const message = `page "${page}" has no ${page}.wxml`;
    const position = positionOfString(tree.fileOf('app.json'), page);
    report({ severity: 'error', file: 'app.json', ...position, message });
    return false;
  });
  if (pages.length === 0) throw fatal('app.json', 1, 1, 'lists no page that is there');
  for (const page of pages) visit(page, true);
  if (app.tabBar !== undefined && isObject(app.tabBar) && app.tabBar.custom === true) {
    if (isFile(tree.fileOf('custom-tab-bar/index.json'))) visit('custom-tab-bar/index', false);
  }
  const darkApp = isDark ? resolveTheme(tree, appSource, 'dark') : undefined;
  return { app, darkApp, pages, components, globalUsing };
}

function listPages(app: JsonObject): string[] {
  const main = Array.isArray(app.pages) ? app.pages : [];
  const packages = app.subPackages ?? app.subpackages;
  const inPackages = (Array.isArray(packages) ? packages : []).filter(isObject).flatMap((subpackage) => {
    const pages = Array.isArray(subpackage.pages) ? subpackage.pages : [];
    return pages.map((page) => posix.join(String(subpackage.root), String(page)));
  });
  const pages = [...main.map(String), ...inPackages].map((page) => page.replace(/^\/+/, ''));
  if (pages.length === 0) throw fatal('app.json', 1, 1, 'lists no pages');
  return [...new Set(pages)];
}

function resolveComponent(
  tree: SourceTree,
  app: JsonObject,
  owner: string,
  reference: string,
  report: (diagnostic: Diagnostic) => void,
): string | undefined {
  const ownerJson = `${owner}.json`;
  const where = () => positionOfString(tree.fileOf(ownerJson), reference);
  if (/^[\w-]+:\/\//.test(reference)) {
    const message = `plugin component "${reference}" is not supported by the preview`;
    report({ severity: 'error', file: ownerJson, ...where(), message });
    return undefined;
  }
  const candidates = [joinVirtual(ownerJson, applyAlias(app, reference))];
  if (!/^[./]/.test(reference)) {
    tree.packageRoot(packageNameOf(reference));
    candidates.push(...packageFolders(ownerJson).map((folder) => `${folder}/${reference}`));
  }
  const inLibrary = inExtendedLibrary(tree, app, reference);
  if (inLibrary !== undefined) candidates.push(inLibrary);
  for (const candidate of candidates.flatMap((c) => [c, `${c}/index`])) {
    const base = tree.fileOf(candidate);
    if (isFile(`${base}.json`) || isFile(`${base}.wxml`)) return candidate;
  }
  const message = `component "${reference}" is not found`;
  report({ severity: 'error', file: ownerJson, ...where(), message });
  return undefined;
}

/** The `miniprogram_npm` folders that a file may use: the one next to it first, the program's own last. */
function packageFolders(file: string): string[] {
  const folder = posix.dirname(file);
  const own = folder === '.' ? 'miniprogram_npm' : `${folder}/miniprogram_npm`;
  return folder === '.' ? [own] : [own, ...packageFolders(folder)];
}

/** app.json `resolveAlias`, e.g. `"~/*": "/*"`. */
export function applyAlias(app: JsonObject, reference: string): string {
  for (const [alias, target] of stringEntries(app.resolveAlias)) {
    const prefix = alias.replace(/\*$/, '');
    if (reference.startsWith(prefix))
      return joinVirtual(
        'app.json',
        `/${target.replace(/\*$/, '')}${reference.slice(prefix.length)}`,
      ).replace(/^/, '/');
  }
  return reference;
}

/** A configuration that is no JSON concerns its own page or component alone. */
function readOwnJson(
  base: string,
  virtualPath: string,
  report: (diagnostic: Diagnostic) => void,
): JsonObject {
  if (!isFile(`${base}.json`)) return {};
  try {
    return readJsonObject(`${base}.json`, `${virtualPath}.json`);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    report({ ...error.diagnostic, severity: 'error' });
    return {};
  }
}

function fatal(file: string, line: number, column: number, message: string): CompileError {
  return new CompileError({ severity: 'fatal', file, line, column, message });
}
