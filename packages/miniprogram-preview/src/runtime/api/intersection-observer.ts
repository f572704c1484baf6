import { currentPage } from '../page-view';
import { rectInPage } from '../page-coordinates';
import { componentOf, domOf } from './selector-query';

interface ObserverOptions {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}

interface Margins {
  left?: number;
  right?: number;
  top?: number;
  bottom?: number;
}

/** `wx.createIntersectionObserver`, on the browser's own. */
export function createIntersectionObserver(caller: unknown, options: ObserverOptions = {}) {
  const component = componentOf(caller) ?? currentPage()?.root.getComponent();
  let observers: IntersectionObserver[] = [];
  let reference: string | undefined;
  let margins: Margins = {};
  const observer = {
    relativeTo(selector: string, given: Margins = {}) {
      reference = selector;
      margins = given;
      return observer;
    },
    relativeToViewport(given: Margins = {}) {
      margins = given;
      return observer;
    },
    observe(selector: string, callback: (answer: unknown) => void) {
      const root = component?.getShadowRoot();
      const nodes = root?.querySelectorAll(selector) ?? [];
      const referenceNode = reference === undefined ? null : root?.querySelector(reference);
      const made = new IntersectionObserver(
        (entries) => entries.forEach((entry) => callback(answerOf(entry))),
        {
          root: (referenceNode && domOf(referenceNode)) ?? currentPage()?.element ?? null,
          rootMargin: [margins.top, margins.right, margins.bottom, margins.left]
            .map((m) => `${m ?? 0}px`)
            .join(' '),
          threshold: options.thresholds ?? [0],
        },
      );
      for (const node of options.observeAll ? nodes : nodes.slice(0, 1)) {
        const element = domOf(node);
        if (element) made.observe(element);
      }
      observers.push(made);
    },
    disconnect() {
      for (const made of observers) made.disconnect();
      observers = [];
    },
  };
  return observer;
}

function answerOf(entry: IntersectionObserverEntry): object {
  const element = entry.target as HTMLElement & { __wxElement?: { dataset: object } };
  return {
    id: element.getAttribute('wx-id') ?? '',
    dataset: element.__wxElement?.dataset ?? {},
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: entry.intersectionRect,
    boundingClientRect: rectInPage(element),
    relativeRect: entry.rootBounds,
    time: entry.time,
  };
}
