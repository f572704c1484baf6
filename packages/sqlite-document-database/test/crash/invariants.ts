/** The indexes of what the load writes to. */
export const crashIndexes = ['unique:key_1', 'kind_1_n_-1', 'tags_1_place_2dsphere'];
/** How many accounts move amounts among themselves. */
export const accountCount = 6;
/** What each account begins with: their sum never changes. */
export const opening = 1000;
