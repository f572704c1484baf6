/** The callbacks that an author gives to `watch`. */
export interface WatchOptions {
  onChange(snapshot: object): void;
  onError(error: unknown): void;
}

/** A query of Tencent's client that can be watched. */
export interface SdkWatchable {
  watch(options: { onChange(snapshot: SdkSnapshot): void; onError(error: unknown): void }): {
    close(): Promise<void>;
  };
}

interface SdkSnapshot {
  id: number;
  docs: unknown[];
  docChanges: unknown[];
  type?: string;
  /** The number of the message that brought the change. */
  msgType?: string;
}

/**
 * WeChat's names for the failures of Tencent's client.
 * https://developers.weixin.qq.com/minigame/dev/wxcloud/reference/errcode.html
 */
const errorNumbers: Record<string, number> = {
  INIT_WATCH_FAIL: -402002,
  RECONNECT_WATCH_FAIL: -402003,
  REBUILD_WATCH_FAIL: -402004,
  CLOSE_WATCH_FAIL: -402005,
  SERVER_ERROR_MSG: -402006,
  RECEIVE_INVALID_SERVER_DATA: -402007,
  WEBSOCKET_CONNECTION_ERROR: -402008,
  WEBSOCKET_CONNECTION_CLOSED: -402009,
  CHECK_LAST_FAIL: -402010,
  UNEXPECTED_FATAL_ERROR: -402011,
};
const namePrefix = 'SDK_DATABASE_REALTIME_LISTENER_';

/**
 * Watches a query through Tencent's own client and reports in WeChat's terms.
 * @throws Error with `errCode` and `errMsg` when a callback is missing, because both are required
 */
export function watch(asked: SdkWatchable, options: Partial<WatchOptions> = {}): { close(): Promise<void> } {
  const { onChange, onError } = options;
  if (typeof onChange !== 'function') throw missing('onChange');
  if (typeof onError !== 'function') throw missing('onError');
  let hasFailed = false;
  const { close } = withOrder(asked, () =>
    asked.watch({
      onChange({ id, docs, docChanges, type, msgType }) {
        const isFirst = type === 'init' || msgType === 'INIT_EVENT';
        onChange({ id, docs, docChanges, ...(isFirst && { type: 'init' }) });
      },
      onError(error) {
        // The client reports the server's words first and its own error afterwards.
        if (hasFailed || !(error instanceof Error)) return;
        hasFailed = true;
        onError(inWeChatsWords(error));
      },
    }),
  );
  return { close: () => close() };
}

/** This version of the client watches with a list of fields, although its own `orderBy` leaves an object. */
function withOrder<T>(asked: SdkWatchable, run: () => T): T {
  const options = (asked as { _apiOptions?: { order?: unknown } })._apiOptions;
  const order = options?.order;
  if (!options || typeof order !== 'object' || order === null) return run();
  options.order = Object.entries(order).map(([field, direction]) => ({
    field,
    direction: direction === -1 ? 'desc' : 'asc',
  }));
  try {
    return run();
  } finally {
    options.order = order;
  }
}

function inWeChatsWords(error: Error): Error {
  const { errCode: name = '', errMsg: reason } = error as { errCode?: string; errMsg?: unknown };
  const errCode = errorNumbers[name.slice(namePrefix.length)] ?? -1;
  const errMsg = `errCode: ${errCode} ${name} | errMsg: ${reason instanceof Error ? reason.message : String(reason)}`;
  return Object.assign(new Error(errMsg), { errCode, errMsg });
}

function missing(name: string): Error {
  const errMsg = `database.watch:fail parameter error: parameter.${name} should be function instead of undefined;`;
  return Object.assign(new Error(errMsg), { errCode: -401003, errMsg });
}
