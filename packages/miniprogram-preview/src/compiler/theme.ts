import { isObject, readJsonObject, type JsonObject } from './json-file';
import { isFile, type SourceTree } from './source-tree';

export type Theme = 'light' | 'dark';

/** Replaces the `@name` values of app.json and page configurations by those of a theme in `theme.json` (`themeLocation`). */
export function resolveTheme(tree: SourceTree, json: JsonObject, theme: Theme): JsonObject {
  const app = appJson(tree);
  const location = typeof app.themeLocation === 'string' ? app.themeLocation : 'theme.json';
  if (!isFile(tree.fileOf(location))) return json;
  const variables = readJsonObject(tree.fileOf(location), location)[theme];
  if (!isObject(variables)) return json;
  return replaceVariables(json, variables) as JsonObject;
}

/** Whether the program has a dark mode: app.json `darkmode`. */
export const hasDarkMode = (tree: SourceTree): boolean => appJson(tree).darkmode === true;

const appJson = (tree: SourceTree): JsonObject => readJsonObject(tree.fileOf('app.json'), 'app.json');

function replaceVariables(value: unknown, variables: JsonObject): unknown {
  if (typeof value === 'string' && value.startsWith('@')) return variables[value.slice(1)] ?? value;
  if (Array.isArray(value)) return value.map((item) => replaceVariables(item, variables));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, replaceVariables(v, variables)]));
}
