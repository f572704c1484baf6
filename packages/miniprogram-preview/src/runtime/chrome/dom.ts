import { storedFileUrl } from '../stored-files';

type Attributes = Record<string, string | undefined>;

/** Makes an element with attributes (undefined ones are omitted), then children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Makes a real button with a text and an action. */
export function makeButton(
  text: string,
  onClick: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const button = make('button', { type: 'button', ...attributes }, text);
  button.addEventListener('click', onClick);
  return button;
}

/** The layer of the phone's dialogs, sheets and toasts: above the page, inside the phone. */
export function overlayLayer(): HTMLElement {
  return document.getElementById('overlays') ?? document.body;
}

/** A URL for an image path an author wrote; relative paths start at the file of the component that uses it. */
export function assetUrl(source: string, ownerPath = ''): string {
  if (source.startsWith('cloud://')) return storedFileUrl(source);
  if (source === '' || /^(data|blob|https?|wxfile):|^\/\//.test(source)) return source;
  if (source.startsWith('/preview/')) return source;
  const path = source.startsWith('/') ? source : new URL(source, `http://program/${ownerPath}`).pathname;
  return `/preview/files${path}`;
}
