/** A call that does nothing. */
export const main = (): Promise<object> => Promise.resolve({});
