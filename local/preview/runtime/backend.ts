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

/**
 * The framework's own DOM backend, with three differences: every tag is prefixed `wx-` so that no browser default
 * applies, inline styles may use rpx, and an element carries its id as the author wrote it in `wx-id`.
 */
export class PreviewBackend extends glassEasel.CurrentWindowBackendContext {
  constructor() {
    super();
    const elements = {
      createElement: (tag: string) => createElement(tag.startsWith('wx-') ? tag : `wx-${tag}`),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    };
    this.document = elements as unknown as glassEasel.CurrentWindowBackendContext['document'];
  }

  override appendStyleSheetPath(): number {
    return 0;
  }
}

function createElement(tag: string): HTMLElement {
  const element = document.createElement(tag);
  element.setAttribute = setAttribute;
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
  const domName = name === 'aria-role' ? 'role' : name;
  Element.prototype.setAttribute.call(this, domName, name === 'style' ? toBrowserStyle(value) : value);
}

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
