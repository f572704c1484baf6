import type { PickerColumns, PickerData } from './picker-data';

interface RegionNode {
  code: string;
  name: string;
  children: RegionNode[];
}

let loaded: Promise<RegionNode[]> | undefined;

/** Provinces, cities and districts, loaded from the preview's own server. */
export async function regionColumns(data: PickerData): Promise<PickerColumns> {
  loaded ??= fetch('/preview/regions').then((response) => response.json() as Promise<RegionNode[]>);
  const depth = { province: 1, city: 2 }[data.level] ?? 3;
  const any: RegionNode[] = data.customItem ? [{ code: '', name: data.customItem, children: [] }] : [];
  const withAny = (nodes: RegionNode[]) => [...any, ...nodes];
  const provinces = withAny(await loaded);
  const columnsAt = (indexes: number[]): RegionNode[][] => {
    const cities = withAny(provinces[indexes[0] ?? 0]?.children ?? []);
    const districts = withAny(cities[indexes[1] ?? 0]?.children ?? []);
    return [provinces, cities, districts].slice(0, depth);
  };
  const names = (nodes: RegionNode[]) => nodes.map((node) => node.name);
  const chosen: number[] = [];
  for (const [i, name] of ((data.value as string[] | null) ?? []).slice(0, depth).entries()) {
    chosen.push(Math.max(0, names(columnsAt(chosen)[i] ?? []).indexOf(name)));
  }
  return {
    texts: columnsAt(chosen).map(names),
    chosen,
    changed(wheels, column) {
      const kept = wheels.indexes().slice(0, column + 1);
      for (let next = column + 1; next < depth; next++) {
        wheels.setColumn(next, names(columnsAt(kept)[next] ?? []), 0);
        kept.push(0);
      }
    },
    answer(indexes) {
      const nodes = columnsAt(indexes).map((column, i) => column[indexes[i] ?? 0]);
      return { value: nodes.map((n) => n?.name ?? ''), code: nodes.map((n) => n?.code ?? ''), postcode: '' };
    },
  };
}
