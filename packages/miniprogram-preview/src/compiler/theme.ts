import { isObject, readJsonObject, type JsonObject } from './json-file';
import { isFile, type SourceTree } from './source-tree';

/**
 * Replaces the `@name` values of app.json and page configurations by those of the light theme in `theme.json`
 * (`themeLocation`). The preview always shows the light theme.
 */
export function resolveTheme(tree: SourceTree, json: JsonObject): JsonObject {
  const appFile = tree.fileOf('app.json');
  const app = readJsonObject(appFile, 'app.json');
  const location = typeof app.themeLocation === 'string' ? app.themeLocation : 'theme.json';
  if (!isFile(tree.fileOf(location))) return json;
  const light = readJsonObject(tree.fileOf(location), location).light;
  if (!isObject(light)) return json;
  return replaceVariables(json, light) as JsonObject;
}

function replaceVariables(value: unknown, variables: JsonObject): unknown {
  if (typeof value === 'string' && value.startsWith('@')) return variables[value.slice(1)] ?? value;
  if (Array.isArray(value)) return value.map((item) => replaceVariables(item, variables));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, replaceVariables(v, variables)]));
}
