/** The actions that owners have on their post. */
export type OwnerAction = 'renew' | 'give' | 'undoGift' | 'keep' | 'fulfil' | 'withdraw';
