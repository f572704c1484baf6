/** `[lng, lat]` in degrees, GCJ-02. */
export type Position = [lng: number, lat: number];

/** Closed without repeating the first corner, or with it: the sources do both. */
export type Ring = Position[];
