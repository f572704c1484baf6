/** A point `[lng, lat]` in degrees, GCJ-02. */
export type Position = [lng: number, lat: number];

/** A closed ring. The first corner may or may not be repeated at the end; the sources do both. */
export type Ring = Position[];
