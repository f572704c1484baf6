import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { applyAnimation } from './animation-player';
import { toBrowserStyle } from './style-text';

/** A DOM element as the framework sees it. */
export type DomElement = HTMLElement & { __wxElement?: FrameworkElement };

/** The parts of a framework element that the runtime uses. */
export interface FrameworkElement {
  id: string;
  is?: string;
  dataset: Record<string, unknown>;
  classList: { toggle(name: string, force?: boolean): boolean; contains(name: string): boolean } | null;
  getBackendElement(): DomElement | null;
  getAttribute?(name: string): unknown;
  ownerShadowRoot?: { getHostNode(): FrameworkElement } | null;
}

/** The DOM element of a framework node; undefined for a virtual node. The framework's types speak of its own element. */
export function elementOf(node: { getBackendElement(): unknown }): HTMLElement | undefined {
  return (node.getBackendElement() as HTMLElement | null) ?? undefined;
}

/** Browser events that a mini-program knows too. All other events come from components or from the framework. */
const nativeEvents: ReadonlySet<string> = new Set([
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel'],
  ...['transitionend', 'animationstart', 'animationiteration', 'animationend'],
]);

/**
 * The framework's own DOM backend, with four differences: every tag is prefixed `wx-` so that no browser default
 * applies, inline styles may use rpx, only a phone's events are heard, and an element carries its id as the author wrote it in `wx-id`.
 */
export class PreviewBackend extends glassEasel.CurrentWindowBackendContext {
  constructor() {
    super();
    const elements = {
      createElement: (tag: string) => createElement(tag.startsWith('wx-') ? tag : `wx-${tag}`),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    };
    // The framework calls only these three methods, while its type is the browser's whole document.
    this.document = elements as unknown as glassEasel.CurrentWindowBackendContext['document'];
  }

  /**
   * The browser's own `click`, `input`, `scroll` … must not reach handlers of a component's event with the same name.
   */
  override setListenerStats(
    ...stats: Parameters<glassEasel.CurrentWindowBackendContext['setListenerStats']>
  ): void {
    if (stats[1] === 'longpress') longPressHearers.add(stats[0] as unknown as Element);
    if (nativeEvents.has(stats[1])) super.setListenerStats(...stats);
  }

  override appendStyleSheetPath(): number {
    return 0;
  }
}

/** The elements with a handler for long presses. */
const longPressHearers = new WeakSet<Element>();

/** Whether a long press on a DOM node reaches a handler. */
export function hearsLongPress(node: EventTarget | null): boolean {
  let current = node instanceof Element ? (node as Element | null) : null;
  while (current && !longPressHearers.has(current)) current = current.parentElement;
  return current !== null;
}

function createElement(tag: string): HTMLElement {
  const element = document.createElement(tag);
  element.setAttribute = setAttribute;
  element.removeAttribute = removeAttribute;
  Object.defineProperty(element, 'id', { get: () => element.getAttribute('id') ?? '', set: setId });
  return element;
}

function setId(this: HTMLElement, id: string): void {
  Element.prototype.setAttribute.call(this, 'id', id);
  Element.prototype.setAttribute.call(this, 'wx-id', id.slice(id.indexOf('--') + 2));
}

function setAttribute(this: HTMLElement, name: string, value: string): void {
  if (name === 'animation') {
    applyAnimation(this, (this as DomElement).__wxElement?.getAttribute?.('animation'));
    return;
  }
  if (ariaStates.has(name) && boundValue(this, name) === null) {
    Element.prototype.removeAttribute.call(this, name);
    return;
  }
  const domName = name === 'aria-role' ? 'role' : name;
  const text = name === 'style' ? toBrowserStyle(value) : isTrueState(this, name) ? 'true' : value;
  Element.prototype.setAttribute.call(this, domName, text);
}

/** The framework writes `true` as an empty attribute and `false` as none; a screen reader hears neither as a state. */
function removeAttribute(this: HTMLElement, name: string): void {
  if (ariaStates.has(name) && boundValue(this, name) === false)
    Element.prototype.setAttribute.call(this, name, 'false');
  else Element.prototype.removeAttribute.call(this, name);
}

const ariaStates: ReadonlySet<string> = new Set(
  ['checked', 'selected', 'expanded', 'pressed', 'disabled', 'hidden', 'modal'].map(
    (state) => `aria-${state}`,
  ),
);

const isTrueState = (element: HTMLElement, name: string): boolean =>
  ariaStates.has(name) && (boundValue(element, name) === true || boundValue(element, name) === '');

const boundValue = (element: HTMLElement, name: string): unknown =>
  (element as DomElement).__wxElement?.getAttribute?.(name);

/** The innermost framework element at or above a DOM node. */
export function frameworkElementOf(node: EventTarget | null): FrameworkElement | undefined {
  let current = node instanceof Node ? (node as Node | null) : null;
  while (current !== null) {
    const element = (current as DomElement).__wxElement;
    if (element) return element;
    current = current.parentNode;
  }
  return undefined;
}
