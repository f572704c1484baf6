import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { elementOf } from '../backend';
import { canvasOf } from '../components/canvas';
import { rectInPage } from '../page-coordinates';
import { currentPage } from '../page-view';

type Component = glassEasel.GeneralComponent;
type Node = glassEasel.Element;
type Callback = (answer: unknown) => void;
type Fields = Record<string, unknown> & { properties?: string[]; computedStyle?: string[] };

interface Query {
  scope: Component | undefined;
  selector: string | null;
  single: boolean;
  fields: Fields;
  callback: Callback | undefined;
}

/** `wx.createSelectorQuery`: measures elements of a page or component. */
export function createSelectorQuery(given?: unknown) {
  let scope = componentOf(given) ?? currentPage()?.root.getComponent();
  const queue: Query[] = [];

  const nodesRef = (selector: string | null, single: boolean) => {
    const add = (fields: Fields, callback?: Callback) => {
      queue.push({ scope, selector, single, fields, callback });
      return query;
    };
    return {
      fields: add,
      boundingClientRect: (callback?: Callback) =>
        add({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback?: Callback) => add({ id: true, dataset: true, scrollOffset: true }, callback),
      node: (callback?: Callback) => add({ node: true }, callback),
      context: (callback?: Callback) => add({ context: true }, callback),
      ref: (callback?: Callback) => add({ id: true }, callback),
    };
  };

  const query = {
    in(component: unknown) {
      scope = componentOf(component) ?? scope;
      return query;
    },
    select: (selector: string) => nodesRef(selector, true),
    selectAll: (selector: string) => nodesRef(selector, false),
    selectViewport: () => nodesRef(null, true),
    exec(callback?: Callback) {
      // Values of the last setData reach the screen only with the next frame.
      requestAnimationFrame(() => {
        const answers = queue.map(answer);
        queue.forEach((item, i) => item.callback?.(answers[i]));
        callback?.(answers);
      });
      return query;
    },
  };
  return query;
}

/** Framework component behind a page or component instance. */
export function componentOf(caller: unknown): Component | undefined {
  return (caller as { _$?: Component } | null | undefined)?._$;
}

function answer({ scope, selector, single, fields }: Query): unknown {
  if (selector === null) return viewport(fields);
  const root = scope?.getShadowRoot();
  if (single) {
    const node = root?.querySelector(selector);
    return node ? measure(node, fields) : null;
  }
  return (root?.querySelectorAll(selector) ?? []).map((node) => measure(node, fields));
}

function viewport(fields: Fields): Record<string, unknown> {
  const page = currentPage()?.element;
  const pages = document.getElementById('pages');
  const width = pages?.clientWidth ?? innerWidth;
  const height = pages?.clientHeight ?? innerHeight;
  return {
    id: '',
    dataset: {},
    ...(fields.rect ? { left: 0, top: 0, right: width, bottom: height } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset && page
      ? {
          scrollLeft: page.scrollLeft,
          scrollTop: page.scrollTop,
          scrollWidth: page.scrollWidth,
          scrollHeight: page.scrollHeight,
        }
      : {}),
  };
}

function measure(node: Node, fields: Fields): Record<string, unknown> {
  const element = domOf(node);
  const answer: Record<string, unknown> = {};
  if (fields.id) answer.id = node.id;
  if (fields.dataset) answer.dataset = node.dataset;
  if (fields.mark) answer.mark = node.collectMarks();
  if (!element) return answer;
  const rect = rectInPage(element);
  if (fields.rect)
    Object.assign(answer, { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom });
  if (fields.size) Object.assign(answer, { width: rect.width, height: rect.height });
  if (fields.scrollOffset) {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element;
    Object.assign(answer, { scrollLeft, scrollTop, scrollWidth, scrollHeight });
  }
  if (fields.node || fields.context) {
    const canvas = canvasOf(element);
    answer[fields.node ? 'node' : 'context'] = canvas ?? element;
  }
  const data = (node as Partial<Component>).data as Record<string, unknown> | undefined;
  for (const name of fields.properties ?? [])
    answer[name] = data?.[name] ?? element.getAttribute(name) ?? undefined;
  if (fields.computedStyle) {
    const style = getComputedStyle(element);
    for (const name of fields.computedStyle) answer[name] = style[name as keyof CSSStyleDeclaration];
  }
  return answer;
}

/** A component with a virtual host has no element, so its first child is measured. */
export function domOf(node: Node): HTMLElement | undefined {
  const own = elementOf(node);
  if (own) return own;
  const first = (node as Partial<Component>).getShadowRoot?.()?.childNodes[0];
  return first && elementOf(first);
}
