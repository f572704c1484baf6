import { changeNavigationBar, type BarState } from '../chrome/navigation-bar';
import { decorateTab, setTabBarColors, setTabBarHidden } from '../chrome/tab-bar';
import { currentPage } from '../page-view';
import { updatePageHeight } from '../pages';
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
  showTabBar: () => tabBarHidden(false),
  hideTabBar: () => tabBarHidden(true),
  setTabBarBadge: ({ index, text }: { index: number; text: string }) => decorateTab(index, { badge: text }),
  removeTabBarBadge: ({ index }: TabOptions) => decorateTab(index, { badge: '' }),
  showTabBarRedDot: ({ index }: TabOptions) => decorateTab(index, { redDot: true }),
  hideTabBarRedDot: ({ index }: TabOptions) => decorateTab(index, { redDot: false }),
  setTabBarItem: ({ index, text, iconPath, selectedIconPath }: TabOptions) =>
    decorateTab(index, {
      ...(text && { text }),
      ...(iconPath && { iconPath }),
      ...(selectedIconPath && { selectedIconPath }),
    }),
  setTabBarStyle: (style: TabStyle) => setTabBarColors(style),
});

function change(state: BarState): void {
  const page = currentPage();
  if (page) changeNavigationBar(page, state);
}

function tabBarHidden(hidden: boolean): void {
  setTabBarHidden(hidden);
  updatePageHeight();
}
