import { changeNavigationBar, type BarState } from '../chrome/navigation-bar';
import { decorateTab, hasTab, setTabBarColors, setTabBarHidden } from '../chrome/tab-bar';
import { currentPage } from '../page-view';
import { updatePageHeight } from '../pages';
import { refuse } from './refuse';
import { calls } from './registry';

type TabOptions = {
  index: number;
  text?: string;
  iconPath?: string;
  selectedIconPath?: string;
};
type TabStyle = { color?: string; selectedColor?: string; backgroundColor?: string };

export const bars = calls({
  setNavigationBarTitle: ({ title }: { title: string }) => change({ title }),
  setNavigationBarColor: ({ frontColor, backgroundColor }: { frontColor: string; backgroundColor: string }) =>
    change({ color: frontColor, background: backgroundColor }),
  showNavigationBarLoading: () => change({ loading: true }),
  hideNavigationBarLoading: () => change({ loading: false }),
  hideHomeButton: () => change({ homeHidden: true }),
  setBackgroundColor({ backgroundColor }: { backgroundColor?: string }) {
    const page = currentPage();
    if (page && backgroundColor) page.element.style.backgroundColor = backgroundColor;
  },
  setBackgroundTextStyle: () => undefined,
  showTabBar() {
    requireTabBar('showTabBar');
    tabBarHidden(false);
  },
  hideTabBar() {
    requireTabBar('hideTabBar');
    tabBarHidden(true);
  },
  setTabBarBadge({ index, text }: { index: number; text: string }) {
    requireTab('setTabBarBadge', index);
    decorateTab(index, { badge: text });
  },
  removeTabBarBadge({ index }: TabOptions) {
    requireTab('removeTabBarBadge', index);
    decorateTab(index, { badge: '' });
  },
  showTabBarRedDot({ index }: TabOptions) {
    requireTab('showTabBarRedDot', index);
    decorateTab(index, { redDot: true });
  },
  hideTabBarRedDot({ index }: TabOptions) {
    requireTab('hideTabBarRedDot', index);
    decorateTab(index, { redDot: false });
  },
  setTabBarItem({ index, text, iconPath, selectedIconPath }: TabOptions) {
    requireTab('setTabBarItem', index);
    decorateTab(index, {
      ...(text && { text }),
      ...(iconPath && { iconPath }),
      ...(selectedIconPath && { selectedIconPath }),
    });
  },
  setTabBarStyle(style: TabStyle) {
    requireTabBar('setTabBarStyle');
    setTabBarColors(style);
  },
});

/** WeChat changes the tab bar only while a page with one is shown. */
function requireTabBar(name: string): void {
  if (currentPage()?.isTab === false) refuse(name, 'not TabBar page');
}

function requireTab(name: string, index: number): void {
  requireTabBar(name);
  if (!hasTab(index)) refuse(name, 'tabbar item not found');
}

function change(state: BarState): void {
  const page = currentPage();
  if (page) changeNavigationBar(page, state);
}

function tabBarHidden(hidden: boolean): void {
  setTabBarHidden(hidden);
  updatePageHeight();
}
