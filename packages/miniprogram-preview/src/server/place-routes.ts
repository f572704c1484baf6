import { createGazetteer, type Gazetteer } from '../places/gazetteer';
import type { PreviewRegion } from '../places/region-data';
import { sendJson } from './responses';
import type { Routes } from './routes';

/** Places by name, outlines for the offline map, the address of a point, and regions. */
export function placeRoutes(regions: readonly PreviewRegion[] | undefined): Routes {
  let opened: Gazetteer | undefined;
  const gazetteer = (): Gazetteer => (opened ??= createGazetteer(regions));
  return {
    '/preview/places': ({ response, url: { searchParams } }) => {
      const near = searchParams.has('lng') ? pointOf(searchParams) : undefined;
      sendJson(response, 200, { places: gazetteer().searchPlaces(searchParams.get('q') ?? '', near) });
    },
    '/preview/outlines': ({ response, url: { searchParams } }) => {
      const [west = 0, south = 0, east = 0, north = 0] = (searchParams.get('bbox') ?? '')
        .split(',')
        .map(Number);
      sendJson(response, 200, gazetteer().outlines([west, south, east, north]));
    },
    '/preview/address': ({ response, url: { searchParams } }) =>
      sendJson(response, 200, gazetteer().nearestAddress(pointOf(searchParams))),
    '/preview/regions': ({ response }) => sendJson(response, 200, gazetteer().regionTree),
  };
}

function pointOf(parameters: URLSearchParams): [lng: number, lat: number] {
  return [Number(parameters.get('lng')), Number(parameters.get('lat'))];
}
