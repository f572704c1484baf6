import { make, makeButton, overlayLayer } from '../chrome/dom';
import { currentPlace } from './current-place';
import { createMapSurface } from './map-surface';
import type { MapPoint } from './mercator';

export interface ChosenPlace extends MapPoint {
  name: string;
  address: string;
}

interface ChooseOptions {
  latitude?: number;
  longitude?: number;
  name?: string;
  address?: string;
  /** Shows a place that the person cannot change. */
  readOnly?: boolean;
}

const searchDelayMilliseconds = 200;
const openingZoom = 11;

/**
 * The full-screen page on which a person searches for a place by name or taps it on the map. Undefined when cancelled.
 */
export function chooseLocation(options: ChooseOptions): Promise<ChosenPlace | undefined> {
  return new Promise((resolve) => {
    const start: MapPoint =
      options.latitude && options.longitude
        ? { latitude: Number(options.latitude), longitude: Number(options.longitude) }
        : currentPlace();
    let chosen: ChosenPlace | undefined;
    const finish = (place?: ChosenPlace) => {
      screen.remove();
      resolve(place);
    };
    const confirm = makeButton('确定', () => finish(chosen), { class: 'place-confirm' });
    confirm.disabled = true;
    const bar = make(
      'div',
      { class: 'place-bar' },
      makeButton('取消', () => finish()),
      make('strong', {}, '位置'),
      confirm,
    );
    const search = make('input', { type: 'search', placeholder: '搜索地点', 'aria-label': '搜索地点' });
    const results = make('ul', { class: 'place-results', role: 'listbox', 'aria-label': '地点' });
    const picked = make('p', { class: 'place-picked', role: 'status' }, '点地图或搜索来选位置');
    const choose = (place: ChosenPlace) => {
      chosen = place;
      confirm.disabled = false;
      picked.textContent = place.name ? `${place.name}（${place.address}）` : place.address;
      map.setMarkers([{ id: 0, ...place, label: place.name }]);
    };
    const map = createMapSurface({
      onTap: (point) => void (options.readOnly || addressOf(point).then(choose)),
    });
    const showResults = (places: ChosenPlace[]) => {
      results.replaceChildren(
        ...places.map((place) => {
          const row = make(
            'li',
            { role: 'option' },
            make('strong', {}, place.name),
            make('small', {}, place.address),
          );
          row.addEventListener('click', () => {
            choose(place);
            map.moveTo(place, openingZoom);
            for (const option of results.children)
              option.setAttribute('aria-selected', String(option === row));
          });
          return row;
        }),
      );
    };
    let timer = 0;
    search.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(
        () => void findPlaces(search.value, map.center()).then(showResults),
        searchDelayMilliseconds,
      );
    });
    const screen = make('section', { class: 'place-screen', role: 'dialog', 'aria-label': '选择位置' }, bar);
    if (!options.readOnly) screen.append(search);
    screen.append(map.element, picked, results);
    overlayLayer().append(screen);
    map.moveTo(start, openingZoom);
    if (options.name || options.readOnly)
      choose({ ...start, name: options.name ?? '', address: options.address ?? '' });
  });
}

async function findPlaces(query: string, near: MapPoint): Promise<ChosenPlace[]> {
  if (query.trim() === '') return [];
  const parameters = new URLSearchParams({
    q: query,
    lng: String(near.longitude),
    lat: String(near.latitude),
  });
  const response = await fetch(`/preview/places?${parameters}`);
  return ((await response.json()) as { places: ChosenPlace[] }).places;
}

async function addressOf(point: MapPoint): Promise<ChosenPlace> {
  const response = await fetch(`/preview/address?lng=${point.longitude}&lat=${point.latitude}`);
  const found = (await response.json()) as { name: string; address: string };
  return { ...found, ...point };
}
