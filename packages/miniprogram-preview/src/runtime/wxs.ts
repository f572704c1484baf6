import type { FrameworkElement } from './backend';
import { rectInPage } from './page-coordinates';

/** The objects that WXS handlers receive instead of elements. */
export interface ComponentDescriptor {
  [method: string]: unknown;
}

interface WxsElement extends FrameworkElement {
  getShadowRoot?(): WxsRoot | null;
  querySelector(selector: string): WxsElement | null;
  setNodeStyle(style: string, segment: number): void;
  triggerEvent(name: string, detail: unknown, options: object): void;
  getMethodCaller?(): Record<string, ((argument: unknown) => unknown) | undefined>;
}

interface WxsRoot {
  childNodes: WxsElement[];
  querySelector(selector: string): WxsElement | null;
  querySelectorAll(selector: string): WxsElement[];
}

/** The framework keeps inline styles in segments; this one belongs to WXS. */
const wxsStyleSegment = 3;
const wxsFunctions = new WeakSet<object>();
const descriptors = new WeakMap<object, ComponentDescriptor>();

/** Defines the globals that compiled WXS and templates call. */
export function installWxs(): void {
  Object.defineProperty(Object.prototype, '__wxsTypeName', {
    configurable: true,
    get(this: unknown) {
      return Object.prototype.toString.call(this).slice(8, -1);
    },
    set(this: object, value: unknown) {
      Object.defineProperty(this, '__wxsTypeName', { value, writable: true, configurable: true });
    },
  });
  Object.assign(globalThis, {
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags ?? ''),
    getDate: (...values: ConstructorParameters<typeof Date>) =>
      values.length > 0 ? new Date(...values) : new Date(),
    __wxsModule: markModule,
    __wxsChange: changeObserver,
    __wxsEvent: eventHandler,
  });
}

function markModule(module: { exports: Record<string, unknown> }): void {
  for (const value of Object.values(module.exports ?? {})) {
    if (typeof value === 'function') wxsFunctions.add(value);
  }
}

type ChangeObserver = (value: unknown, old: unknown, host: unknown, element: unknown) => void;

/** For `change:property="{{module.handler}}"`. */
function changeObserver(handler: ChangeObserver): ChangeObserver {
  if (!wxsFunctions.has(handler)) return handler;
  return (value, old, host, element) =>
    queueMicrotask(() => handler(value, old, describe(host as WxsElement), describe(element as WxsElement)));
}

/** For `bindtouchmove="{{module.handler}}"`. Methods of the component also arrive here and are called as methods. */
function eventHandler(
  caller: { _$?: WxsElement },
  event: object,
  handler: (...values: unknown[]) => unknown,
): unknown {
  if (!wxsFunctions.has(handler)) return handler.call(caller, event);
  const current = (event as { currentTarget?: { _$?: WxsElement } }).currentTarget;
  const instance = describe(current?._$ ?? (current as WxsElement | undefined));
  return handler(Object.create(event, { instance: { value: instance } }), describe(caller._$));
}

function describe(element: WxsElement | null | undefined): ComponentDescriptor | undefined {
  if (!element) return undefined;
  const known = descriptors.get(element);
  if (known) return known;
  const descriptor = createDescriptor(element);
  descriptors.set(element, descriptor);
  return descriptor;
}

function createDescriptor(element: WxsElement): ComponentDescriptor {
  const state = {};
  const styles: Record<string, string | number> = {};
  const dom = () =>
    element.getBackendElement() ?? element.getShadowRoot?.()?.childNodes[0]?.getBackendElement();
  // An element without a shadow root is searched itself.
  const root = () => element.getShadowRoot?.() ?? (element as unknown as WxsRoot);
  const descriptor: ComponentDescriptor = {
    selectComponent: (selector: string) => describe(root().querySelector(selector)),
    selectAllComponents: (selector: string) => root().querySelectorAll(selector).map(describe),
    setStyle(style: string | Record<string, string | number>) {
      if (typeof style !== 'string') Object.assign(styles, style);
      element.setNodeStyle(typeof style === 'string' ? style : styleText(styles), wxsStyleSegment);
      return descriptor;
    },
    addClass(name: string) {
      element.classList?.toggle(name, true);
      return descriptor;
    },
    removeClass(name: string) {
      element.classList?.toggle(name, false);
      return descriptor;
    },
    hasClass: (name: string) => element.classList?.contains(name) ?? false,
    getDataset: () => element.dataset ?? {},
    getState: () => state,
    callMethod(name: string, argument: unknown) {
      const caller = element.getMethodCaller?.();
      caller?.[name]?.call(caller, argument);
    },
    triggerEvent: (name: string, detail?: unknown, options?: object) =>
      element.triggerEvent(name, detail ?? {}, options ?? {}),
    requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
    setTimeout: (callback: () => void, delay: number) => setTimeout(callback, delay),
    clearTimeout: (timer: number) => clearTimeout(timer),
    getBoundingClientRect() {
      const node = dom();
      return node && rectInPage(node);
    },
    getComputedStyle(names: string[] = []) {
      const node = dom();
      if (!node) return {};
      const computed = getComputedStyle(node);
      return Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(dashed(name))]));
    },
  };
  return descriptor;
}

function styleText(styles: Record<string, string | number>): string {
  return Object.entries(styles)
    .map(([name, value]) => `${dashed(name)}:${value}`)
    .join(';');
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
