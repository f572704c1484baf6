import { statSync } from 'node:fs';
import { positionOfString, isObject, type JsonObject } from './json-file';
import type { Diagnostic } from './diagnostics';
import { isFile, type SourceTree } from './source-tree';

const fewestTabs = 2;
const mostTabs = 5;
const mostIconBytes = 40 * 1024;

/** The interfaces about places, the only names that `requiredPrivateInfos` may hold. */
const privateInfos: readonly unknown[] = [
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
];

type Broken = Omit<Diagnostic, 'severity'>;

/** What of app.json WeChat's tools do not compile, although a program would run with it. */
export function brokenRules(tree: SourceTree, app: JsonObject): Broken[] {
  const file = tree.fileOf('app.json');
  const at = (value: unknown, message: string): Broken => ({
    file: 'app.json',
    ...positionOfString(file, String(value)),
    message,
  });
  return [...tabRules(tree, app, at), ...privateRules(app, at)];
}

type At = (value: unknown, message: string) => Broken;

function tabRules(tree: SourceTree, app: JsonObject, at: At): Broken[] {
  const { tabBar } = app;
  if (!isObject(tabBar)) return [];
  const list = Array.isArray(tabBar.list) ? (tabBar.list as unknown[]).filter(isObject) : [];
  const broken: Broken[] = [];
  if (list.length < fewestTabs || list.length > mostTabs)
    broken.push(
      at('tabBar', `["tabBar"]["list"] has ${list.length} tabs: WeChat takes ${fewestTabs} to ${mostTabs}`),
    );
  const pages = (Array.isArray(app.pages) ? app.pages : []).map(withoutSlash);
  for (const [index, tab] of list.entries()) {
    const where = `["tabBar"]["list"][${index}]`;
    if (!pages.includes(withoutSlash(tab.pagePath)))
      broken.push(at(tab.pagePath, `${where}["pagePath"]: "${String(tab.pagePath)}" need in ["pages"]`));
    for (const name of ['iconPath', 'selectedIconPath']) {
      const icon = typeof tab[name] === 'string' ? tree.fileOf(withoutSlash(tab[name])) : '';
      if (isFile(icon) && statSync(icon).size > mostIconBytes)
        broken.push(at(tab[name], `${where}["${name}"] is larger than 40 KB`));
    }
  }
  return broken;
}

function privateRules({ requiredPrivateInfos }: JsonObject, at: At): Broken[] {
  const infos: unknown[] = Array.isArray(requiredPrivateInfos) ? requiredPrivateInfos : [];
  const broken = infos
    .filter((info) => !privateInfos.includes(info))
    .map((info) => at(info, `["requiredPrivateInfos"]: "${String(info)}" has nothing to do with places`));
  if (infos.includes('getFuzzyLocation') && infos.includes('getLocation'))
    broken.push(
      at('getFuzzyLocation', '["requiredPrivateInfos"]: "getFuzzyLocation" excludes "getLocation"'),
    );
  return broken;
}

function withoutSlash(path: unknown): string {
  return String(path).replace(/^\/+/, '');
}
