import { createMapSurface } from '../map/map-surface';
import type { BuiltIn } from './define';

interface Marker {
  id?: number;
  latitude: number;
  longitude: number;
  title?: string;
  callout?: { content?: string };
  label?: { content?: string };
}

const properties = {
  longitude: 116.397,
  latitude: 39.908,
  scale: 16,
  markers: [] as Marker[],
  polyline: null as unknown,
  circles: null as unknown,
  polygons: null as unknown,
  includePoints: null as unknown,
  showLocation: false,
  enableZoom: true,
  enableScroll: true,
  setting: null as unknown,
};

/** An offline map: outlines of regions and the program's markers. */
export const map: BuiltIn<typeof properties> = {
  tag: 'map',
  properties,
  create(node) {
    const surface = createMapSurface({
      onTap: ({ longitude, latitude }) => node.emit('tap', { longitude, latitude }),
      onMarkerTap: (markerId) => node.emit('markertap', { markerId }),
      onMove: (centerLocation, scale) =>
        node.emit('regionchange', { type: 'end', causedBy: 'drag', detail: { centerLocation, scale } }),
    });
    node.host.append(surface.element);
    return {
      update(changed) {
        const { longitude, latitude, scale, markers } = node.data;
        if (changed.has('longitude') || changed.has('latitude') || changed.has('scale'))
          surface.moveTo({ longitude, latitude }, scale);
        surface.setMarkers(
          (markers ?? []).map((marker, index) => ({
            id: marker.id ?? index,
            longitude: marker.longitude,
            latitude: marker.latitude,
            label: marker.callout?.content ?? marker.label?.content ?? marker.title ?? '',
          })),
        );
      },
      attached: () => void requestAnimationFrame(() => surface.redraw()),
    };
  },
};
