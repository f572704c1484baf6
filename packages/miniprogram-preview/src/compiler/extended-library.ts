import { isObject, type JsonObject } from './json-file';
import { isFile, type SourceTree } from './source-tree';

/** The package behind `"useExtendedLib": { "weui": true }`; a phone brings it along, and so does the preview. */
const library = 'weui-miniprogram';

/** The virtual path of a reference into the library; undefined for others and in programs that do not use it. */
export function inExtendedLibrary(tree: SourceTree, app: JsonObject, reference: string): string | undefined {
  const relative = reference.replace(/^\//, '');
  if (!usesLibrary(app) || !relative.startsWith(`${library}/`)) return undefined;
  tree.packageRoot(library);
  return `miniprogram_npm/${relative}`;
}

/** The style sheet that comes with the library, before the program's own. */
export function extendedLibraryStyle(tree: SourceTree, app: JsonObject): string | undefined {
  const style = inExtendedLibrary(tree, app, `${library}/weui-wxss/dist/style/weui.wxss`);
  const file = style === undefined ? undefined : tree.fileOf(style);
  return file !== undefined && isFile(file) ? file : undefined;
}

function usesLibrary({ useExtendedLib }: JsonObject): boolean {
  return isObject(useExtendedLib) && useExtendedLib.weui === true;
}
