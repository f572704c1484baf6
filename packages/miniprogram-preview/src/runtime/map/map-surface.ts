import { make, makeButton } from '../chrome/dom';
import { createMapCamera } from './map-camera';
import { followPointer } from './map-drag';
import { drawCircles, type MapCircle } from './map-circles';
import { drawOutlines, type Outline } from './map-drawing';
import type { MapPoint } from './mercator';

export interface MapMarker extends MapPoint {
  id: number;
  label: string;
  /** Of the label, as CSS. */
  colours?: { background: string; text: string };
  /** The program has an icon of its own, so no pin is drawn. */
  hasIcon?: boolean;
  /** Words under the point and over other markers, as WeChat draws a marker's `label`; `anchorY` in pixels. */
  under?: { content: string; anchorY?: number } | undefined;
}

export interface MapSurface {
  element: HTMLElement;
  center(): MapPoint;
  moveTo(center: MapPoint, zoom?: number): void;
  zoomBy(steps: number): void;
  setMarkers(markers: MapMarker[]): void;
  setCircles(circles: MapCircle[]): void;
  redraw(): void;
}

export interface MapEvents {
  onTap?(point: MapPoint): void;
  onMarkerTap?(id: number): void;
  onMove?(center: MapPoint, zoom: number): void;
}

/** Outlines are requested once a movement has rested this long. */
const restMilliseconds = 80;

/** A map drawn on a canvas from outlines of regions; dragged to move, and zoomed by wheel and buttons. */
export function createMapSurface(events: MapEvents): MapSurface {
  const canvas = make('canvas', { class: 'map-canvas' });
  const pins = make('div', { class: 'map-pins' });
  const buttons = make(
    'div',
    { class: 'map-zoom' },
    makeButton('+', () => zoomBy(1), { 'aria-label': '放大地图' }),
    makeButton('−', () => zoomBy(-1), { 'aria-label': '缩小地图' }),
  );
  const attributes = { class: 'map-surface', role: 'application', 'aria-label': '地图' };
  const element = make('div', attributes, canvas, pins, buttons);
  const camera = createMapCamera(element);
  let markers: MapMarker[] = [];
  let circles: MapCircle[] = [];
  let outlines: Outline[] = [];
  let loading = 0;

  const draw = (): void => {
    drawOutlines(canvas, element, outlines, camera.toScreen);
    drawCircles(canvas, circles, camera);
    pins.replaceChildren(
      ...markers.map((marker) => makePin(marker, camera.toScreen(marker), events.onMarkerTap)),
      ...markers.flatMap((marker) => makeUnder(marker, camera.toScreen(marker))),
    );
  };
  const load = (): void => {
    clearTimeout(loading);
    loading = window.setTimeout(() => {
      void readOutlines(camera.box()).then((found) => {
        outlines = found;
        draw();
      });
    }, restMilliseconds);
  };
  const redraw = (): void => {
    draw();
    load();
  };
  const zoomBy = (steps: number): void => {
    camera.zoomBy(steps);
    redraw();
    events.onMove?.(camera.center, camera.zoom);
  };

  element.addEventListener('wheel', (event) => {
    event.preventDefault();
    zoomBy(event.deltaY < 0 ? 1 : -1);
  });
  followPointer(canvas, {
    onDrag(dx, dy) {
      camera.drag(dx, dy);
      draw();
    },
    onDragEnd() {
      load();
      events.onMove?.(camera.center, camera.zoom);
    },
    onTap: (x, y) => events.onTap?.(camera.fromScreen(x, y)),
  });

  return {
    element,
    center: () => camera.center,
    moveTo(center, zoom = camera.zoom) {
      Object.assign(camera, { center, zoom });
      redraw();
    },
    zoomBy,
    setMarkers(newMarkers) {
      markers = newMarkers;
      draw();
    },
    setCircles(newCircles) {
      circles = newCircles;
      draw();
    },
    redraw,
  };
}

function makePin(
  { id, label, colours, hasIcon = false, under }: MapMarker,
  { x, y }: { x: number; y: number },
  onTap?: (id: number) => void,
): HTMLElement {
  const pin = makeButton('', () => onTap?.(id), {
    class: hasIcon ? 'map-pin iconed' : 'map-pin',
    'aria-label': label || under?.content || '标记',
  });
  pin.style.transform = `translate(${x}px, ${y}px)`;
  const { background = '', text = '' } = colours ?? {};
  const words = make('span', {}, label);
  Object.assign(words.style, { background, color: text });
  if (label) pin.append(words);
  return pin;
}

function makeUnder({ under }: MapMarker, { x, y }: { x: number; y: number }): HTMLElement[] {
  if (under === undefined) return [];
  const words = make('div', { class: 'map-under' }, under.content);
  words.style.transform = `translate(${x}px, ${y + (under.anchorY ?? 0)}px) translateX(-50%)`;
  return [words];
}

/** Cities are drawn first, so that districts cover them. */
async function readOutlines(box: string): Promise<Outline[]> {
  const response = await fetch(`/preview/outlines?bbox=${box}`);
  const found = (await response.json()) as Outline[];
  return found.sort((a, b) => Number(a.level === 'district') - Number(b.level === 'district'));
}
