import { make } from '../chrome/dom';
import { project, unproject, type MapPoint } from './mercator';

export interface MapMarker extends MapPoint {
  id: number;
  label: string;
}

export interface MapSurface {
  element: HTMLElement;
  center(): MapPoint;
  moveTo(center: MapPoint, zoom?: number): void;
  zoomBy(steps: number): void;
  setMarkers(markers: MapMarker[]): void;
  redraw(): void;
}

export interface MapEvents {
  onTap?(point: MapPoint): void;
  onMarkerTap?(id: number): void;
  onMove?(center: MapPoint, zoom: number): void;
}

interface Outline {
  name: string;
  level: string;
  rings: [number, number][][];
}

const minimumZoom = 3;
const maximumZoom = 18;
const dragTolerance = 6;
const fills: Record<string, string> = { province: '#f7f6f1', city: '#f3f1e9', district: '#efece1' };

/** A map drawn on a canvas from outlines of regions; moved by dragging, zoomed by wheel and buttons. */
export function createMapSurface(events: MapEvents): MapSurface {
  const canvas = make('canvas', { class: 'map-canvas' });
  const pins = make('div', { class: 'map-pins' });
  const zoomIn = make('button', { type: 'button', 'aria-label': '放大地图' }, '+');
  const zoomOut = make('button', { type: 'button', 'aria-label': '缩小地图' }, '−');
  const buttons = make('div', { class: 'map-zoom' }, zoomIn, zoomOut);
  const element = make(
    'div',
    { class: 'map-surface', role: 'application', 'aria-label': '地图' },
    canvas,
    pins,
    buttons,
  );
  let center: MapPoint = { longitude: 116.397, latitude: 39.908 };
  let zoom = 12;
  let markers: MapMarker[] = [];
  let outlines: Outline[] = [];
  let loading = 0;

  const corner = () => {
    const middle = project(center, zoom);
    return { x: middle.x - element.clientWidth / 2, y: middle.y - element.clientHeight / 2 };
  };
  const toScreen = (point: MapPoint) => {
    const at = project(point, zoom);
    const from = corner();
    return { x: at.x - from.x, y: at.y - from.y };
  };
  const fromScreen = (x: number, y: number) => unproject(corner().x + x, corner().y + y, zoom);

  const draw = () => {
    drawOutlines(canvas, element, outlines, toScreen);
    pins.replaceChildren(
      ...markers.map((marker) => {
        const pin = make('button', {
          type: 'button',
          class: 'map-pin',
          'aria-label': marker.label || '标记',
        });
        const { x, y } = toScreen(marker);
        pin.style.transform = `translate(${x}px, ${y}px)`;
        if (marker.label) pin.append(make('span', {}, marker.label));
        pin.addEventListener('click', () => events.onMarkerTap?.(marker.id));
        return pin;
      }),
    );
  };
  const load = () => {
    clearTimeout(loading);
    loading = window.setTimeout(() => {
      const low = fromScreen(0, element.clientHeight);
      const high = fromScreen(element.clientWidth, 0);
      const box = [low.longitude, low.latitude, high.longitude, high.latitude]
        .map((n) => n.toFixed(4))
        .join();
      void fetch(`/preview/outlines?bbox=${box}&zoom=${zoom}`)
        .then((response) => response.json() as Promise<Outline[]>)
        .then((found) => {
          // Districts lie upon their city.
          outlines = [...found].sort(
            (a, b) => Number(a.level === 'district') - Number(b.level === 'district'),
          );
          draw();
        });
    }, 80);
  };
  const redraw = () => {
    draw();
    load();
  };
  const zoomBy = (steps: number) => {
    zoom = Math.max(minimumZoom, Math.min(maximumZoom, zoom + steps));
    redraw();
    events.onMove?.(center, zoom);
  };

  zoomIn.addEventListener('click', () => zoomBy(1));
  zoomOut.addEventListener('click', () => zoomBy(-1));
  element.addEventListener('wheel', (event) => {
    event.preventDefault();
    zoomBy(event.deltaY < 0 ? 1 : -1);
  });
  let grip: { x: number; y: number; moved: boolean } | undefined;
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    grip = { x: event.clientX, y: event.clientY, moved: false };
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!grip) return;
    const dx = event.clientX - grip.x;
    const dy = event.clientY - grip.y;
    if (!grip.moved && Math.hypot(dx, dy) < dragTolerance) return;
    const middle = project(center, zoom);
    center = unproject(middle.x - dx, middle.y - dy, zoom);
    grip = { x: event.clientX, y: event.clientY, moved: true };
    draw();
  });
  canvas.addEventListener('pointerup', (event) => {
    if (grip?.moved) {
      load();
      events.onMove?.(center, zoom);
    } else {
      const box = canvas.getBoundingClientRect();
      events.onTap?.(fromScreen(event.clientX - box.left, event.clientY - box.top));
    }
    grip = undefined;
  });

  return {
    element,
    center: () => center,
    moveTo(point, newZoom = zoom) {
      center = point;
      zoom = newZoom;
      redraw();
    },
    zoomBy,
    setMarkers(newMarkers) {
      markers = newMarkers;
      draw();
    },
    redraw,
  };
}

function drawOutlines(
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
