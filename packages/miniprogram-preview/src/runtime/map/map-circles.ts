import type { MapCamera } from './map-camera';
import { metersPerPixel, type MapPoint } from './mercator';

/** One of the `circles` of a map: the radius is in metres. */
export interface MapCircle extends MapPoint {
  radius: number;
  /** Of the line: #RRGGBB, or #RRGGBBAA. */
  color?: string;
  fillColor?: string;
  strokeWidth?: number;
}

/** Draws over the outlines that are on the canvas already. */
export function drawCircles(
  canvas: HTMLCanvasElement,
  circles: readonly MapCircle[],
  camera: MapCamera,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  for (const circle of circles) {
    const { x, y } = camera.toScreen(circle);
    context.beginPath();
    context.arc(x, y, circle.radius / metersPerPixel(circle.latitude, camera.zoom), 0, 2 * Math.PI);
    context.fillStyle = circle.fillColor ?? 'transparent';
    context.fill();
    context.strokeStyle = circle.color ?? '#000000';
    context.lineWidth = circle.strokeWidth ?? 1;
    context.stroke();
  }
}
