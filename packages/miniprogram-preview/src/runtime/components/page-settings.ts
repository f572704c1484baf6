import { changeNavigationBar } from '../chrome/navigation-bar';
import { currentPage, type PageView } from '../page-view';
import { systemFontSize } from '../font-scale';
import { listen, unlisten } from '../signals';
import type { BuiltIn } from './define';

const metaProperties = {
  backgroundTextStyle: '',
  backgroundColor: '',
  backgroundColorTop: '',
  backgroundColorBottom: '',
  rootBackgroundColor: '',
  scrollTop: '',
  scrollDuration: 300,
  pageStyle: '',
  pageFontSize: '',
  rootFontSize: '',
  pageOrientation: '',
};

/** Sets the page that contains it. `system` sizes follow the font size that the person chose in WeChat. */
export const pageMeta: BuiltIn<typeof metaProperties> = {
  tag: 'page-meta',
  properties: metaProperties,
  create(node) {
    const apply = () => {
      const page = node.host.closest<HTMLElement>('wx-page');
      const { pageStyle, pageFontSize, rootFontSize, backgroundColor } = node.data;
      if (page) {
        if (pageStyle) page.style.cssText = pageStyle;
        if (pageFontSize) page.style.fontSize = sizeOf(pageFontSize);
        if (backgroundColor) page.style.backgroundColor = backgroundColor;
      }
      document.documentElement.style.fontSize = sizeOf(rootFontSize);
    };
    const onShow = () => {
      if (currentPage()?.element.contains(node.host)) apply();
    };
    const onScroll = (page: PageView) => {
      if (page.element.contains(node.host)) node.emit('scroll', { scrollTop: page.element.scrollTop });
    };
    return {
      update(changed) {
        setTimeout(onShow);
        const top = parseFloat(node.data.scrollTop);
        if (changed.has('scrollTop') && Number.isFinite(top))
          node.host.closest('wx-page')?.scrollTo({ top, behavior: 'smooth' });
      },
      attached() {
        listen('pageShown', onShow);
        listen('pageScroll', onScroll);
      },
      detached() {
        unlisten('pageShown', onShow);
        unlisten('pageScroll', onScroll);
        document.documentElement.style.fontSize = '';
      },
    };
  },
};

const barProperties = {
  title: '',
  loading: false,
  frontColor: '',
  backgroundColor: '',
  colorAnimationDuration: 0,
  colorAnimationTimingFunc: 'linear',
};

export const navigationBar: BuiltIn<typeof barProperties> = {
  tag: 'navigation-bar',
  properties: barProperties,
  create(node) {
    return {
      update() {
        setTimeout(() => {
          const page = currentPage();
          if (!page?.element.contains(node.host)) return;
          const { title, loading, frontColor, backgroundColor } = node.data;
          changeNavigationBar(page, {
            loading,
            ...(title && { title }),
            ...(frontColor && { color: frontColor }),
            ...(backgroundColor && { background: backgroundColor }),
          });
        });
      },
    };
  },
};

const openDataProperties = { type: '', openGid: '', lang: 'en', defaultText: '', defaultAvatar: '' };

/** WeChat shows the same grey default to everyone since 2022. */
export const openData: BuiltIn<typeof openDataProperties> = {
  tag: 'open-data',
  properties: openDataProperties,
  create(node) {
    return {
      update() {
        const { type, defaultText } = node.data;
        node.host.textContent = type === 'userNickName' ? defaultText || '微信用户' : defaultText;
      },
    };
  },
};

function sizeOf(value: string): string {
  return value === 'system' ? `${systemFontSize()}px` : value;
}
