/** The actions that owners have on their post. */
export type OwnerAction = 'renew' | 'give' | 'fulfil' | 'withdraw';
