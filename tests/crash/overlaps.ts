/** How a scene's call and an erasure overlap. */
export interface Overlap {
  scene: number;
  kind: Kind;
  point: number;
  /** Call this when there was no such point. */
  wasLast(): void;
}

type Kind = 'erasure within the call, at' | 'call within the erasure, at' | 'at random';

const kindsWithPoint = ['erasure within the call, at', 'call within the erasure, at'] as const;
/** At the first operation of either nothing overlaps yet. */
const firstPoint = 2;
/** No call makes this many operations. */
const mostPoints = 90;
/** Where a point is drawn from until the last one is known. */
const usualPoints = 30;

/** All points in turn, each with one scene after the other, and then at random without end. */
export function* overlapsInTurn(scenes: readonly number[], random: () => number): Generator<Overlap> {
  const over = new Set<string>();
  for (let point = firstPoint; point < mostPoints; point += 1)
    for (const scene of scenes)
      for (const kind of kindsWithPoint) {
        const key = `${scene} ${kind}`;
        if (!over.has(key)) yield { scene, kind, point, wasLast: () => void over.add(key) };
      }
  for (;;) yield { scene: oneOf(scenes, random), kind: 'at random', point: 0, wasLast: () => undefined };
}

/** Scene, kind and point drawn, without end. */
export function* drawnOverlaps(scenes: readonly number[], random: () => number): Generator<Overlap> {
  const beyond = new Map<string, number>();
  for (;;) {
    const scene = oneOf(scenes, random);
    const kind = oneOf<Kind>([...kindsWithPoint, 'at random'], random);
    const key = `${scene} ${kind}`;
    const points = Math.max(1, (beyond.get(key) ?? usualPoints) - firstPoint);
    const point = firstPoint + Math.floor(random() * points);
    yield { scene, kind, point, wasLast: () => void beyond.set(key, point) };
  }
}

function oneOf<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to draw from');
  return value;
}
