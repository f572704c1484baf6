import type { Page } from 'playwright-core';

export interface Finding {
  kind: 'clipped' | 'outside' | 'small target' | 'no whole post';
  /** The text or the name of a finding, and its measures. */
  text: string;
}

/** Measures the shown page as it is drawn. */
export function measure(page: Page, needsWholePost: boolean): Promise<Finding[]> {
  // esbuild names functions through a helper that only exists here.
  return page.evaluate(`{ const __name = (f) => f; (${measureInPage.toString()})(${needsWholePost}); }`);
}

/** Runs in the browser, whose types this project does not load. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
  width: number;
  height: number;
}
interface Node {
  textContent: string | null;
  innerText?: string;
  tagName: string;
  scrollWidth: number;
  clientWidth: number;
  scrollHeight: number;
  clientHeight: number;
  childNodes: ArrayLike<{ nodeType: number; textContent: string | null }>;
  parentElement: Node | null;
  placeholder?: string;
  value?: string;
  getBoundingClientRect(): Box;
  getAttribute(name: string): string | null;
  closest(selector: string): Node | null;
}
interface Style {
  overflowX: string;
  overflowY: string;
  webkitLineClamp: string;
  textOverflow: string;
  font: string;
  visibility: string;
  position: string;
}
declare const document: {
  querySelectorAll(selector: string): ArrayLike<Node>;
  querySelector(selector: string): Node | null;
  createElement(tag: 'canvas'): {
    getContext(kind: '2d'): { font: string; measureText(text: string): { width: number } };
  };
};
declare const getComputedStyle: (node: Node) => Style;
declare const innerWidth: number;

function measureInPage(needsWholePost: boolean): Finding[] {
  const findings: Finding[] = [];
  const add = (kind: Finding['kind'], text: string): void => {
    if (!findings.some((finding) => finding.kind === kind && finding.text === text))
      findings.push({ kind, text });
  };
  const pages = Array.from(document.querySelectorAll('#pages > *')).filter(
    (page) => page.getAttribute('data-hidden') === null,
  );
  const shown = pages.at(-1);
  const inShown = (node: Node): boolean => {
    for (let at: Node | null = node; at !== null; at = at.parentElement) if (at === shown) return true;
    return false;
  };
  const words = (node: Node): string => (node.innerText ?? node.textContent ?? '').trim().slice(0, 30);
  const pen = document.createElement('canvas').getContext('2d');
  for (const node of Array.from(document.querySelectorAll('#pages *'))) {
    // A map cuts at its edges whatever reaches over them, as every map does.
    if (!inShown(node) || node.closest('.map-surface') !== null) continue;
    const box = node.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const style = getComputedStyle(node);
    const ownText = Array.from(node.childNodes).some(
      ({ nodeType, textContent }) => nodeType === 3 && (textContent ?? '').trim() !== '',
    );
    if (ownText && style.visibility !== 'hidden') {
      if (box.right > innerWidth + 1 || box.left < -1) add('outside', words(node));
      const clamps = style.webkitLineClamp !== 'none' || style.textOverflow === 'ellipsis';
      for (let at: Node | null = node; at !== null && at !== shown; at = at.parentElement) {
        const bounds = getComputedStyle(at);
        const outer = at.getBoundingClientRect();
        if (clamps) break;
        const clipsX =
          bounds.overflowX === 'hidden' &&
          (box.right > outer.right + 2 || node.scrollWidth > outer.width + 2);
        const clipsY = bounds.overflowY === 'hidden' && box.bottom > outer.bottom + 2;
        if (clipsX || clipsY)
          add('clipped', `${words(node)} (${Math.round(box.width)} in ${Math.round(outer.width)})`);
        if (bounds.overflowY === 'auto' || bounds.overflowY === 'scroll') break;
      }
    }
    if (node.tagName === 'INPUT') {
      const text = node.value || node.placeholder || '';
      pen.font = style.font;
      const width = pen.measureText(text).width;
      if (width > node.clientWidth + 1)
        add('clipped', `${text} (${Math.round(width)} in ${node.clientWidth})`);
      if (node.scrollHeight > node.clientHeight + 2) add('clipped', `${text} (height)`);
    }
    const role = node.getAttribute('role') ?? '';
    const isTarget =
      ['button', 'radio', 'checkbox', 'link', 'tab'].includes(role) || node.tagName === 'WX-BUTTON';
    const name = node.getAttribute('aria-label') ?? words(node);
    if (isTarget && node.getAttribute('aria-disabled') !== 'true' && (box.width < 43.5 || box.height < 43.5))
      add('small target', `${name} ${Math.round(box.width)}×${Math.round(box.height)}`);
  }
  if (needsWholePost) {
    const bar = document.querySelector('#tab-bar')?.getBoundingClientRect().top ?? Infinity;
    const fixed = Array.from(document.querySelectorAll('#pages *'))
      .filter((node) => inShown(node) && getComputedStyle(node).position === 'fixed')
      .map((node) => node.getBoundingClientRect())
      .filter(({ height, bottom, top }) => height > 0 && bottom > bar - 4 && top > bar / 2)
      .map(({ top }) => top);
    const floor = Math.min(bar, ...fixed);
    const cards = Array.from(document.querySelectorAll('wx-view[role=button]')).filter(
      (node) =>
        inShown(node) && /^(提供，|求助，|Offer, |Request, )/.test(node.getAttribute('aria-label') ?? ''),
    );
    const bottoms = cards.map((card) => Math.round(card.getBoundingClientRect().bottom - floor));
    if (!bottoms.some((below) => below <= 0)) add('no whole post', `the first ends ${bottoms[0]} px below`);
  }
  return findings;
}
