import type { MapPoint } from './mercator';

export interface Outline {
  name: string;
  level: string;
  rings: [number, number][][];
}

const fills: Record<string, string> = { province: '#f7f6f1', city: '#f3f1e9', district: '#efece1' };

/** Fills the canvas, as large as its element, with sea, regions and their names. */
export function drawOutlines(
  canvas: HTMLCanvasElement,
  element: HTMLElement,
  outlines: Outline[],
  toScreen: (point: MapPoint) => { x: number; y: number },
): void {
  const ratio = window.devicePixelRatio;
  canvas.width = element.clientWidth * ratio;
  canvas.height = element.clientHeight * ratio;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(ratio, ratio);
  context.fillStyle = '#dfe9ee';
  context.fillRect(0, 0, element.clientWidth, element.clientHeight);
  context.strokeStyle = '#b8b2a2';
  for (const { level, rings } of outlines) {
    context.beginPath();
    for (const ring of rings) {
      ring.forEach(([longitude, latitude], i) => {
        const { x, y } = toScreen({ longitude, latitude });
        if (i === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      });
      context.closePath();
    }
    context.fillStyle = fills[level] ?? '#f7f6f1';
    context.fill('evenodd');
    context.lineWidth = level === 'province' ? 1.5 : 0.8;
    context.stroke();
  }
  drawNames(context, element, outlines, toScreen);
}

function drawNames(
  context: CanvasRenderingContext2D,
  element: HTMLElement,
  outlines: Outline[],
  toScreen: (point: MapPoint) => { x: number; y: number },
): void {
  context.fillStyle = '#6d6a60';
  context.font = '12px sans-serif';
  context.textAlign = 'center';
  for (const { name, rings } of outlines) {
    const ring = rings.reduce<[number, number][]>(
      (longest, r) => (r.length > longest.length ? r : longest),
      [],
    );
    if (ring.length === 0) continue;
    const xs = ring.map(([longitude]) => longitude);
    const ys = ring.map(([, latitude]) => latitude);
    const longitude = (Math.min(...xs) + Math.max(...xs)) / 2;
    const latitude = (Math.min(...ys) + Math.max(...ys)) / 2;
    const { x, y } = toScreen({ longitude, latitude });
    const width =
      toScreen({ longitude: Math.max(...xs), latitude }).x -
      toScreen({ longitude: Math.min(...xs), latitude }).x;
    const isInside = x > 0 && y > 0 && x < element.clientWidth && y < element.clientHeight;
    if (isInside && width > name.length * 12) context.fillText(name, x, y);
  }
}
