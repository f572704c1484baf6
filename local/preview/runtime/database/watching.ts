/** The cloud on this machine tells nobody of changes. Throws. */
export function refuseWatch(): never {
  throw new Error('watch() of the database is not supported by the preview');
}
