import type { MapCircle } from '../map/map-circles';
import { createMapSurface } from '../map/map-surface';
import type { BuiltIn } from './define';

interface Marker {
  id?: number;
  latitude: number;
  longitude: number;
  title?: string;
  iconPath?: string;
  callout?: { content?: string; display?: string; bgColor?: string; color?: string };
  label?: { content?: string; anchorY?: number };
}

const properties = {
  longitude: 116.397,
  latitude: 39.908,
  scale: 16,
  markers: [] as Marker[],
  polyline: null as unknown,
  circles: [] as MapCircle[],
  polygons: null as unknown,
  includePoints: null as unknown,
  showLocation: false,
  enableZoom: true,
  enableScroll: true,
  setting: null as unknown,
};

/** An offline map: outlines of regions, and the program's markers and circles. */
export const map: BuiltIn<typeof properties> = {
  tag: 'map',
  properties,
  create(node) {
    const surface = createMapSurface({
      onTap: ({ longitude, latitude }) => node.emit('tap', { longitude, latitude }),
      onMarkerTap: (markerId) => {
        // The words over a marker are what a finger meets, where they are always shown.
        const shown =
          (node.data.markers ?? []).find(({ id }) => id === markerId)?.callout?.display === 'ALWAYS';
        node.emit(shown ? 'callouttap' : 'markertap', { markerId });
      },
      onMove: (centerLocation, scale) =>
        node.emit('regionchange', { type: 'end', causedBy: 'drag', centerLocation, scale }),
    });
    node.host.append(surface.element);
    return {
      update(changed) {
        const { longitude, latitude, scale, markers, circles } = node.data;
        if (changed.has('longitude') || changed.has('latitude') || changed.has('scale'))
          surface.moveTo({ longitude, latitude }, scale);
        surface.setMarkers(
          (markers ?? []).map((marker, index) => ({
            id: marker.id ?? index,
            longitude: marker.longitude,
            latitude: marker.latitude,
            label: marker.callout?.content ?? marker.title ?? '',
            under:
              marker.label?.content === undefined
                ? undefined
                : { ...marker.label, content: marker.label.content },
            colours: { background: marker.callout?.bgColor ?? '', text: marker.callout?.color ?? '' },
            hasIcon: marker.iconPath !== undefined,
          })),
        );
        surface.setCircles(circles ?? []);
      },
      attached: () => void requestAnimationFrame(() => surface.redraw()),
    };
  },
};
