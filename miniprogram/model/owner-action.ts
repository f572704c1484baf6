/** What owners can do with their post; each answers the post as it then is. */
export type OwnerAction = 'renew' | 'give' | 'fulfil' | 'withdraw';
