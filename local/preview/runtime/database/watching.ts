const REASON = 'watch() is not supported by the preview: the cloud on this machine tells nobody of changes';

/**
 * Refuses in WeChat's manner: `onError` hears of it later, and the watcher that is given back only closes.
 * @throws Error with the same `errCode` and `errMsg` when there is no `onError`
 */
export function refuseWatch(options?: { onError?: (error: unknown) => void }): { close(): void } {
  const errMsg = `database.watch:fail ${REASON}`;
  const error = Object.assign(new Error(errMsg), { errCode: -1, errMsg });
  if (typeof options?.onError !== 'function') throw error;
  const { onError } = options;
  console.error(errMsg);
  const telling = setTimeout(() => onError(error));
  return { close: () => clearTimeout(telling) };
}
