/** The indexes of the collections that the load writes to. */
export const crashIndexes = ['unique:key_1', 'kind_1_n_-1', 'tags_1_place_2dsphere'];
/** The number of accounts that move amounts among themselves. */
export const accountCount = 6;
/** The first balance of each account; the sum of all never changes. */
export const opening = 1000;
