import type { ServerResponse } from 'node:http';
import { nearestAddress, outlines } from '../places/map';
import { searchPlaces } from '../places/place-search';
import { regionTree } from './region-tree';
import { sendJson } from './responses';

/** Places by name, outlines for the offline map, the address of a point, and regions. False for any other address. */
export async function answerPlaces(
  response: ServerResponse,
  { pathname, searchParams }: URL,
): Promise<boolean> {
  const number = (name: string) => Number(searchParams.get(name));
  switch (pathname) {
    case '/preview/places': {
      const near: [number, number] | undefined = searchParams.has('lng')
        ? [number('lng'), number('lat')]
        : undefined;
      sendJson(response, 200, { places: searchPlaces(searchParams.get('q') ?? '', near) });
      return true;
    }
    case '/preview/outlines': {
      const [west = 0, south = 0, east = 0, north = 0] = (searchParams.get('bbox') ?? '')
        .split(',')
        .map(Number);
      sendJson(response, 200, outlines([west, south, east, north]));
      return true;
    }
    case '/preview/address':
      sendJson(response, 200, nearestAddress([number('lng'), number('lat')]));
      return true;
    case '/preview/regions':
      sendJson(response, 200, regionTree());
      return true;
    default:
      return false;
  }
}
