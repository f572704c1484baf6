/** What owners can do with their post. */
export type OwnerAction = 'renew' | 'give' | 'fulfil' | 'withdraw';
