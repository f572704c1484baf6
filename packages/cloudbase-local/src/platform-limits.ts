/** Limits of the platform, as its documentation gives them. */

export const MEBIBYTE = 1024 * 1024;

/** Largest event a function takes and largest result it gives (synchronous invocation). */
export const MAX_INVOCATION_BYTES = 6 * MEBIBYTE;
/** Largest result that `wx.cloud.callFunction` brings to a client. */
export const MAX_CLIENT_RESULT_BYTES = MEBIBYTE;
/** Largest request body the gateway reads: an invocation and its envelope. */
export const MAX_REQUEST_BYTES = 8 * MEBIBYTE;

export const DEFAULT_TIMEOUT_SECONDS = 3;
export const MIN_TIMEOUT_SECONDS = 1;
export const MAX_TIMEOUT_SECONDS = 60;
export const DEFAULT_MEMORY_MB = 256;
/** Source: `MemorySize` of SCF's CreateFunction. */
export const MIN_MEMORY_MB = 64;
export const MAX_MEMORY_MB = 3072;

/** Instances of one function, when nothing else is said. */
export const DEFAULT_MAX_INSTANCES = 4;
/** Invocations of one function that wait for an instance; more are refused as the platform refuses them. */
export const MAX_WAITING_INVOCATIONS = 500;
/** An instance that nobody called for so long is ended. */
export const IDLE_INSTANCE_MS = 10 * 60_000;
/** Loading a function's code; the platform ends a cold start that takes longer. */
export const MAX_COLD_START_MS = 30_000;

export const MAX_STORED_FILE_BYTES = 50 * MEBIBYTE;
/** The longest life of a download address, and that of one asked for without `maxAge`. */
export const MAX_URL_SECONDS = 24 * 60 * 60;
export const DEFAULT_URL_SECONDS = MAX_URL_SECONDS;
export const UPLOAD_URL_SECONDS = 15 * 60;
