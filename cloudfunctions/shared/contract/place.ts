import { distanceBandsMeters } from '@facts/distance-bands';
import { z } from 'zod';

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);

/** `[lng, lat]` in degrees, GCJ-02, the system that WeChat's own pickers answer in. */
export const Coordinates = z.tuple([longitude, latitude]);
export type Coordinates = z.infer<typeof Coordinates>;

/** A GeoJSON point, `[lng, lat]`, GCJ-02. */
export const Point = z.strictObject({ type: z.literal('Point'), coordinates: Coordinates });
export type Point = z.infer<typeof Point>;

/** A region's code, six digits (GB/T 2260): province `430000`, city `430100`, district `430104`. */
export const Adcode = z.string().regex(/^[1-9]\d{5}$/);
export type Adcode = z.infer<typeof Adcode>;

/** The user's choice: a point and its region. It never leaves the call that carries it. */
export const Place = z.strictObject({ point: Coordinates, adcode: Adcode });
export type Place = z.infer<typeof Place>;

/** Index into `distanceBandsMeters`; one past its end means farther than all of them. */
export const DistanceBand = z.int().min(0).max(distanceBandsMeters.length);
export type DistanceBand = z.infer<typeof DistanceBand>;
