import type { FoundPost } from '../../../model/board-page';

type Point = FoundPost['publicPoint'];

/** Posts that are drawn as one: those of a cell, and of cells that are too near each other on this map to be distinguished. */
export interface MapCluster {
  centre: Point;
  posts: FoundPost[];
}

/** The posts of each cell; they share the cell's middle. */
export function cellsOf(posts: readonly FoundPost[]): MapCluster[] {
  const cells = new Map<string, MapCluster>();
  for (const post of posts) {
    const key = post.publicPoint.join();
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { centre: post.publicPoint, posts: [post] });
    else cell.posts.push(post);
  }
  return [...cells.values()];
}

/** Room for a finger, and for the words over it. */
export const fingerPixels = 64;

/** Each cell joins the first cluster whose centre is less than a finger away, so the order of the posts decides. */
export function clustersAt(cells: readonly MapCluster[], scale: number): MapCluster[] {
  const clusters: MapCluster[] = [];
  for (const cell of cells) {
    const near = clusters.find(({ centre }) => pixelsBetween(centre, cell.centre, scale) < fingerPixels);
    if (near === undefined) clusters.push({ ...cell });
    else near.posts = [...near.posts, ...cell.posts];
  }
  return clusters;
}

/** On a Mercator map of that scale. */
export function pixelsBetween(a: Point, b: Point, scale: number): number {
  const world = 256 * 2 ** scale;
  const [ax, ay] = worldPosition(a);
  const [bx, by] = worldPosition(b);
  return world * Math.hypot(ax - bx, ay - by);
}

function worldPosition([lng, lat]: Point): [number, number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [(lng + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

const widestScale = 4;
const nearestScale = 13;

/** The scale at which the nearest dozen posts are on the screen, with the searched place in its middle. */
export function openingScale(around: Point, posts: readonly FoundPost[]): number {
  const wanted = posts.slice(0, 12).map(({ publicPoint }) => publicPoint);
  let scale = nearestScale;
  while (scale > widestScale && wanted.some((point) => pixelsBetween(around, point, scale) > halfWidthPixels))
    scale -= 1;
  return scale;
}

const halfWidthPixels = 150;
