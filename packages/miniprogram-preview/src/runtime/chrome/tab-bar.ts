import { wxCall } from '../api/registry';
import { callPage, type PageView } from '../page-view';
import type { AppConfig, TabItem } from '../program';
import { isSinglePage } from '../session';
import { assetUrl, make } from './dom';

interface TabDecoration {
  text?: string;
  badge?: string;
  redDot?: boolean;
  iconPath?: string;
  selectedIconPath?: string;
}

const decorations = new Map<number, TabDecoration>();
let hidden = false;
let colors: Partial<Pick<NonNullable<AppConfig['tabBar']>, 'color' | 'selectedColor' | 'backgroundColor'>> =
  {};
let shown: { app: AppConfig; page: PageView } | undefined;

export function isTab(app: AppConfig, path: string): boolean {
  return app.tabBar?.list.some((tab) => tab.pagePath.replace(/^\//, '') === path) ?? false;
}

export function showTabBar(app: AppConfig, page: PageView): void {
  shown = { app, page };
  draw();
}

/** Badge, text or icon of one tab, as `wx.setTabBarBadge`, `wx.setTabBarItem` … change them. */
export function decorateTab(index: number, change: TabDecoration): void {
  decorations.set(index, { ...decorations.get(index), ...change });
  draw();
}

/** Whether the tab bar has so many tabs; true before it is drawn. */
export function hasTab(index: number): boolean {
  return shown === undefined || shown.app.tabBar?.list[index] !== undefined;
}

export function setTabBarHidden(isHidden: boolean): void {
  hidden = isHidden;
  draw();
}

export function setTabBarColors(change: typeof colors): void {
  colors = { ...colors, ...change };
  draw();
}

function draw(): void {
  const bar = document.getElementById('tab-bar');
  if (!bar || !shown) return;
  const { app, page } = shown;
  const tabBar = app.tabBar;
  bar.hidden = isSinglePage() || !tabBar || tabBar.custom === true || hidden || !page.isTab;
  if (!tabBar || bar.hidden) return;
  bar.style.background = colors.backgroundColor ?? tabBar.backgroundColor ?? '#fff';
  bar.dataset.border = tabBar.borderStyle ?? 'black';
  bar.replaceChildren(
    ...tabBar.list.map((tab, index) => tabButton(tab, index, page, { ...tabBar, ...colors })),
  );
}

/** Icons of app.json are data URLs; those a program sets later are paths from its root. */
function tabIconUrl(icon: string): string {
  return /^[a-z]+:/.test(icon) ? assetUrl(icon) : assetUrl(`/${icon.replace(/^\//, '')}`);
}

function tabButton(
  tab: TabItem,
  index: number,
  page: PageView,
  { color = '#7a7e83', selectedColor = '#3cc51f' }: { color?: string; selectedColor?: string },
): HTMLElement {
  const path = tab.pagePath.replace(/^\//, '');
  const selected = path === page.path;
  const decoration = decorations.get(index) ?? {};
  const text = decoration.text ?? tab.text;
  const button = make('button', { type: 'button', role: 'tab', 'aria-selected': String(selected) });
  button.style.color = selected ? selectedColor : color;
  const plainIcon = decoration.iconPath ?? tab.iconPath;
  const icon = selected ? (decoration.selectedIconPath ?? tab.selectedIconPath ?? plainIcon) : plainIcon;
  if (icon) button.append(make('img', { src: tabIconUrl(icon), alt: '' }));
  button.append(make('span', {}, text));
  if (decoration.badge) button.append(make('span', { class: 'tab-badge' }, decoration.badge));
  else if (decoration.redDot) button.append(make('span', { class: 'tab-dot' }));
  button.addEventListener('click', () => {
    callPage(page, 'onTabItemTap', { index, pagePath: path, text });
    if (!selected) wxCall('switchTab', { url: `/${path}` });
  });
  return button;
}
