import { carvedOut, predecessors } from './changes';
import type { Division, Shape } from './sources';

/**
 * Finds the outlines of each district: by code, otherwise by recorded change, otherwise by name within the prefecture
 * ("奉化市" then is "奉化区" now). Districts carved out later get none.
 * @throws when a district is in none of the tables, so that a person looks at a newer data set
 */
export function joinShapes(districts: readonly Division[], shapes: readonly Shape[]): Map<string, Shape[]> {
  const byCode = new Map(shapes.filter(({ adcode }) => adcode !== '').map((shape) => [shape.adcode, shape]));
  const joined = new Map<string, Shape[]>();
  const unknown: string[] = [];
  for (const { code, name } of districts) {
    const codes = predecessors[code] ?? [code];
    let found = codes.flatMap((then) => byCode.get(then) ?? []);
    if (found.length === 0) found = sameName(code, name, shapes);
    if (found.length === 0 && carvedOut[code] === undefined) unknown.push(`${code} ${name}`);
    joined.set(code, found);
  }
  if (unknown.length > 0) throw new Error(`no outline and no recorded change: ${unknown.join(', ')}`);
  return joined;
}

function sameName(code: string, name: string, shapes: readonly Shape[]): Shape[] {
  const prefecture = code.slice(0, 4);
  const exact = shapes.filter(
    (shape) => shape.name === name && shape.adcode.slice(0, 2) === code.slice(0, 2),
  );
  const inside = shapes.filter((shape) => shape.prefecture === prefecture && stem(shape.name) === stem(name));
  if (inside.length === 1) return inside;
  return exact.length === 1 ? exact : [];
}

function stem(name: string): string {
  return name.replace(/[区县市]$/, '');
}
