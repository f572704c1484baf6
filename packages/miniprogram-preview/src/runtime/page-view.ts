import type { Root } from 'glass-easel-miniprogram-adapter';
import type { EventChannel } from './event-channel';
import type { PageConfig } from './program';

export type PageCaller = Record<string, unknown>;

/** One open page, visible or not. */
export interface PageView {
  path: string;
  query: Record<string, string>;
  /** Path and query, as the browser's address shows them. */
  url: string;
  root: Root;
  caller: PageCaller;
  element: HTMLElement;
  config: PageConfig;
  channel: EventChannel;
  isTab: boolean;
}

/** All open pages; the last one is visible. Only pages.ts changes the list. */
export const stack: PageView[] = [];

export function currentPage(): PageView | undefined {
  return stack.at(-1);
}

/** Calls a page's own function if it has one. */
export function callPage(page: PageView, name: string, ...values: unknown[]): unknown {
  const handler = page.caller[name];
  return typeof handler === 'function' ? (handler.apply(page.caller, values) as unknown) : undefined;
}
