import type { BuiltIn } from './define';
import { nodesOfHtml, nodesOfList, type RichNode } from './trusted-html';

const properties = { nodes: null as unknown, space: '', userSelect: false };

export const richText: BuiltIn<typeof properties> = {
  tag: 'rich-text',
  properties,
  create(node) {
    return {
      update(changed) {
        if (!changed.has('nodes')) return;
        const { nodes } = node.data;
        const drawn =
          typeof nodes === 'string' ? nodesOfHtml(nodes) : nodesOfList((nodes as RichNode[] | null) ?? []);
        node.host.replaceChildren(...drawn);
      },
    };
  },
};
