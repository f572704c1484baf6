/**
 * The nodes and attributes that `rich-text` draws, by WeChat's table
 * (https://developers.weixin.qq.com/miniprogram/dev/component/rich-text.html). Any other node is removed with its
 * children; any other attribute alone.
 */
const plainNodes =
  `a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del
div dl dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s
section small span strong sub sup table tbody td tfoot th thead tr tt u ul`.split(/\s+/);

const attributesOf: Record<string, string> = {
  bdo: 'dir',
  col: 'span width',
  colgroup: 'span width',
  img: 'alt src height width',
  ol: 'start type',
  table: 'width',
  td: 'colspan height rowspan width',
  th: 'colspan height rowspan width',
  tr: 'colspan height rowspan width',
};

const trusted: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  plainNodes.map((name) => [name, new Set(['class', 'style', ...(attributesOf[name]?.split(' ') ?? [])])]),
);

/** A node as an author writes it instead of HTML. */
export interface RichNode {
  type?: string;
  name?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  children?: RichNode[];
}

/** Parses HTML into nodes. */
export function nodesOfHtml(html: string): Node[] {
  return trustedChildren(new DOMParser().parseFromString(html, 'text/html').body);
}

/** Reads nodes from an author's list. */
export function nodesOfList(nodes: readonly RichNode[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type === 'text') return [document.createTextNode(node.text ?? '')];
    const element = trustedElement(node.name ?? '', Object.entries(node.attrs ?? {}));
    element?.append(...nodesOfList(node.children ?? []));
    return element ? [element] : [];
  });
}

function trustedChildren(parent: Node): Node[] {
  return [...parent.childNodes].flatMap((node): Node[] => {
    if (node instanceof Text) return [node];
    if (!(node instanceof Element)) return [];
    const attributes = [...node.attributes].map(({ name, value }): [string, string] => [name, value]);
    const element = trustedElement(node.localName, attributes);
    element?.append(...trustedChildren(node));
    return element ? [element] : [];
  });
}

function trustedElement(written: string, attributes: [name: string, value: unknown][]): Element | undefined {
  const name = written.toLowerCase();
  const allowed = trusted.get(name);
  if (!allowed) return undefined;
  const element = document.createElement(name);
  for (const [attribute, value] of attributes)
    if (allowed.has(attribute.toLowerCase())) element.setAttribute(attribute, String(value));
  return element;
}
