import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Diagnostic } from './diagnostics';
import { isObject, positionOfString, type JsonObject } from './json-file';
import { isFile, type SourceTree } from './source-tree';

const mediaTypes: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};

/**
 * The configuration with the tab bar's icons as data URLs, because a phone has its program's icons even without a
 * network. Icons that are missing, or of a kind WeChat does not accept, are reported and left out.
 */
export function inlineTabIcons(
  tree: SourceTree,
  app: JsonObject,
  report: (diagnostic: Diagnostic) => void,
): JsonObject {
  const { tabBar } = app;
  if (!isObject(tabBar) || !Array.isArray(tabBar.list)) return app;
  const inline = (icon: unknown): string | undefined => {
    if (typeof icon !== 'string' || icon === '') return undefined;
    const file = tree.fileOf(icon.replace(/^[./]+/, ''));
    const mediaType = mediaTypes[extname(file).toLowerCase()];
    if (mediaType !== undefined && isFile(file))
      return `data:${mediaType};base64,${readFileSync(file).toString('base64')}`;
    const reason = mediaType === undefined ? 'must be a png or jpg' : 'is not found';
    const position = positionOfString(tree.fileOf('app.json'), icon);
    report({ severity: 'error', file: 'app.json', ...position, message: `tabBar icon "${icon}" ${reason}` });
    return undefined;
  };
  const list = tabBar.list.map((tab: unknown) =>
    isObject(tab)
      ? { ...tab, iconPath: inline(tab.iconPath), selectedIconPath: inline(tab.selectedIconPath) }
      : tab,
  );
  return { ...app, tabBar: { ...tabBar, list } };
}
