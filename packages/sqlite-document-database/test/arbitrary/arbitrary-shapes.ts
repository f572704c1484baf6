import fc from 'fast-check';
import type { Document, Value } from '../../src/values/value';
import type { NaivePosition } from '../reference/naive-geo';

/*
 * Random GeoJSON near a random centre: from ten metres to a third of the earth, across the date line and over the
 * poles.
 */

/** A centre, and the largest distance of the shapes around it, in radians. */
export interface Neighbourhood {
  centre: NaivePosition;
  reach: number;
}

export const neighbourhood: fc.Arbitrary<Neighbourhood> = fc.record({
  centre: fc.tuple(
    fc.oneof(fc.constantFrom(-180, 180, 179.999, 0, 116.4), fc.double({ min: -180, max: 180, noNaN: true })),
    fc.oneof(fc.constantFrom(-90, 90, 89.99, 0, 39.9), fc.double({ min: -90, max: 90, noNaN: true })),
  ),
  reach: fc.constantFrom(2e-6, 1e-4, 0.01, 0.1, 0.5, 0.9),
});

/** The position reached from another in a direction, by an angle in radians. */
function walk([lng, lat]: NaivePosition, azimuth: number, angle: number): NaivePosition {
  const [from, start] = [(lat * Math.PI) / 180, (lng * Math.PI) / 180];
  const to = Math.asin(
    Math.max(
      -1,
      Math.min(1, Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(azimuth)),
    ),
  );
  const turn = Math.atan2(
    Math.sin(azimuth) * Math.sin(angle) * Math.cos(from),
    Math.cos(angle) - Math.sin(from) * Math.sin(to),
  );
  const east = ((start + turn) * 180) / Math.PI;
  return [((((east + 180) % 360) + 360) % 360) - 180, (to * 180) / Math.PI];
}

const share = fc.double({ min: 0.01, max: 1, noNaN: true });
const azimuth = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });

export function positionIn({ centre, reach }: Neighbourhood): fc.Arbitrary<NaivePosition> {
  return fc.tuple(azimuth, share).map(([way, far]) => walk(centre, way, far * reach * 1.3));
}

/** A closed star around a middle, with a hole around the same middle or without. */
function ringsIn(around: Neighbourhood): fc.Arbitrary<NaivePosition[][]> {
  const size = fc.double({ min: 0.05, max: 0.6, noNaN: true });
  return fc
    .tuple(
      positionIn(around),
      size,
      fc.array(fc.double({ min: 0.4, max: 1, noNaN: true }), { minLength: 6, maxLength: 9 }),
      azimuth,
      fc.boolean(),
    )
    .map(([middle, large, radii, first, holed]) => {
      const ring = (shrunk: (radius: number) => number): NaivePosition[] => {
        const corners = radii.map((radius, i) =>
          walk(middle, first + (2 * Math.PI * i) / radii.length, shrunk(radius) * large * around.reach),
        );
        return [...corners, corners[0] as NaivePosition];
      };
      return holed ? [ring((radius) => radius), ring(() => 0.2)] : [ring((radius) => radius)];
    });
}

export function polygonIn(around: Neighbourhood): fc.Arbitrary<Document> {
  return fc.oneof(
    ringsIn(around).map((coordinates): Document => ({ type: 'Polygon', coordinates })),
    fc
      .array(ringsIn(around), { minLength: 1, maxLength: 2 })
      .map((coordinates): Document => ({ type: 'MultiPolygon', coordinates })),
  );
}

export function shapeIn(around: Neighbourhood): fc.Arbitrary<Document> {
  const position = positionIn(around);
  const line = fc.array(position, { minLength: 2, maxLength: 4 });
  const made =
    (type: string) =>
    (coordinates: Value): Document => ({ type, coordinates });
  const single = fc.oneof(
    { weight: 3, arbitrary: position.map(made('Point')) },
    fc.array(position, { minLength: 1, maxLength: 3 }).map(made('MultiPoint')),
    line.map(made('LineString')),
    fc.array(line, { minLength: 1, maxLength: 2 }).map(made('MultiLineString')),
    polygonIn(around),
  );
  return fc.oneof(
    { weight: 6, arbitrary: single },
    fc
      .array(single, { minLength: 1, maxLength: 2 })
      .map((geometries) => ({ type: 'GeometryCollection', geometries }) as Document),
  );
}
