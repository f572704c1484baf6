import type { BuiltIn } from './define';

interface RichNode {
  type?: string;
  name?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  children?: RichNode[];
}

const properties = { nodes: null as unknown, space: '', userSelect: false };
const refusedElements = 'script,iframe,object,embed,link,style,meta,base,form,input';

export const richText: BuiltIn<typeof properties> = {
  tag: 'rich-text',
  properties,
  create(node) {
    return {
      update(changed) {
        if (!changed.has('nodes')) return;
        const { nodes } = node.data;
        if (typeof nodes === 'string') node.host.replaceChildren(...sanitized(nodes));
        else node.host.replaceChildren(...((nodes as RichNode[] | null) ?? []).map(toDom));
      },
    };
  },
};

function sanitized(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const element of parsed.querySelectorAll(refusedElements)) element.remove();
  for (const element of parsed.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (!isSafeAttribute(name, value)) element.removeAttribute(name);
    }
  }
  return [...parsed.body.childNodes];
}

function toDom(node: RichNode): Node {
  if (node.type === 'text') return document.createTextNode(node.text ?? '');
  const name = node.name ?? 'div';
  const element = document.createElement(refusedElements.split(',').includes(name) ? 'div' : name);
  for (const [attribute, value] of Object.entries(node.attrs ?? {})) {
    if (isSafeAttribute(attribute, String(value))) element.setAttribute(attribute, String(value));
  }
  element.append(...(node.children ?? []).map(toDom));
  return element;
}

function isSafeAttribute(name: string, value: string): boolean {
  return !/^on/i.test(name) && !/^\s*javascript:/i.test(value);
}
