import type { PlaceRegions } from './region-data';

export interface RegionNode {
  code: string;
  name: string;
  children: RegionNode[];
}

/** Provinces with their cities and districts, by the digits of their codes. */
export function regionTree({ all }: PlaceRegions): RegionNode[] {
  const nodes = new Map<string, RegionNode>();
  for (const { adcode, name } of all) nodes.set(adcode, { code: adcode, name, children: [] });
  const provinces: RegionNode[] = [];
  for (const node of nodes.values()) {
    const parents = [`${node.code.slice(0, 4)}00`, `${node.code.slice(0, 2)}0000`];
    const parent = parents.map((code) => nodes.get(code)).find((n) => n !== undefined && n !== node);
    (parent?.children ?? provinces).push(node);
  }
  return provinces;
}
