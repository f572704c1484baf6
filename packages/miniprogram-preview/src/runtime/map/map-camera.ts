import { project, unproject, type MapPoint } from './mercator';

const minimumZoom = 3;
const maximumZoom = 18;

/** The part of the world that an element shows. */
export interface MapCamera {
  center: MapPoint;
  zoom: number;
  toScreen(point: MapPoint): { x: number; y: number };
  fromScreen(x: number, y: number): MapPoint;
  /** Moves the world by pixels. */
  drag(dx: number, dy: number): void;
  zoomBy(steps: number): void;
  /** The visible box, `west,south,east,north` in degrees. */
  box(): string;
}

/** Starts at the middle of Beijing. */
export function createMapCamera(element: HTMLElement): MapCamera {
  const corner = (): { x: number; y: number } => {
    const middle = project(camera.center, camera.zoom);
    return { x: middle.x - element.clientWidth / 2, y: middle.y - element.clientHeight / 2 };
  };
  const camera: MapCamera = {
    center: { longitude: 116.397, latitude: 39.908 },
    zoom: 12,
    toScreen(point) {
      const at = project(point, camera.zoom);
      const from = corner();
      return { x: at.x - from.x, y: at.y - from.y };
    },
    fromScreen(x, y) {
      const from = corner();
      return unproject(from.x + x, from.y + y, camera.zoom);
    },
    drag(dx, dy) {
      const middle = project(camera.center, camera.zoom);
      camera.center = unproject(middle.x - dx, middle.y - dy, camera.zoom);
    },
    zoomBy(steps) {
      camera.zoom = Math.max(minimumZoom, Math.min(maximumZoom, camera.zoom + steps));
    },
    box() {
      const low = camera.fromScreen(0, element.clientHeight);
      const high = camera.fromScreen(element.clientWidth, 0);
      return [low.longitude, low.latitude, high.longitude, high.latitude].map((n) => n.toFixed(4)).join();
    },
  };
  return camera;
}
