import type { Position, Ring } from './geometry';

/**
 * Removes corners of a ring without moving its border by more than `strayDegrees` (Ramer 1972, Douglas and Peucker
 * 1973). The first corner and the one farthest from it always stay, so that a ring never collapses into a line.
 */
export function simplifyRing(ring: Ring, strayDegrees: number): Ring {
  const open = isClosed(ring) ? ring.slice(0, -1) : ring;
  const [first] = open;
  if (first === undefined || open.length < 4) return open;
  const far = indexOfMost(open, (point) => Math.hypot(point[0] - first[0], point[1] - first[1]));
  const there = simplifyLine(open.slice(0, far + 1), strayDegrees);
  const back = simplifyLine([...open.slice(far), first], strayDegrees);
  const simple = [...there, ...back.slice(1, -1)];
  return simple.length >= 3 ? simple : open;
}

function simplifyLine(line: Ring, stray: number): Ring {
  const [first, last] = [line[0], line[line.length - 1]];
  if (first === undefined || last === undefined || line.length < 3) return line;
  const distance = (point: Position): number => distanceToChord(point, first, last);
  const at = indexOfMost(line, distance);
  const most = line[at];
  if (most === undefined || distance(most) <= stray) return [first, last];
  return [...simplifyLine(line.slice(0, at + 1), stray), ...simplifyLine(line.slice(at), stray).slice(1)];
}

function distanceToChord(point: Position, from: Position, to: Position): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(point[0] - from[0], point[1] - from[1]);
  return Math.abs(dx * (from[1] - point[1]) - dy * (from[0] - point[0])) / length;
}

function indexOfMost(points: readonly Position[], measure: (point: Position) => number): number {
  let [best, most] = [0, -Infinity];
  points.forEach((point, i) => {
    const value = measure(point);
    if (value > most) [best, most] = [i, value];
  });
  return best;
}

function isClosed(ring: Ring): boolean {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}
