import { MEDICINES } from './medicines';
import { benchPosts, RARE_GROUP } from './posts';

/** What a query asks of each post, in columns, for the exhaustive answers that the engines' are compared with. */
export interface PostColumns {
  lng: Float64Array;
  lat: Float64Array;
  /** Index into `MEDICINES`; 255 when the post is not an open need. */
  medicine: Uint8Array;
  rareGroup: Uint8Array;
  priority: Uint8Array;
}

export const NOT_ASKED_FOR = 255;

export function readPostColumns(count: number): PostColumns {
  const columns = {
    lng: new Float64Array(count),
    lat: new Float64Array(count),
    medicine: new Uint8Array(count),
    rareGroup: new Uint8Array(count),
    priority: new Uint8Array(count),
  };
  let index = 0;
  for (const { publicPoint, board, status, itemCodes, groups, priority } of benchPosts(count)) {
    [columns.lng[index], columns.lat[index]] = publicPoint.coordinates;
    const asked = board === 'need' && status === 'published';
    columns.medicine[index] = asked ? MEDICINES.findIndex((code) => code === itemCodes[0]) : NOT_ASKED_FOR;
    columns.rareGroup[index] = groups.includes(RARE_GROUP) ? 1 : 0;
    columns.priority[index] = priority;
    index += 1;
  }
  return columns;
}
