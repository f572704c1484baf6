/** Limits of the platform, as its documentation gives them. */

export const mebibyte = 1024 * 1024;

/** Largest event that a function takes and largest result that it gives (synchronous invocation). */
export const maxInvocationBytes = 6 * mebibyte;
/** Largest result that `wx.cloud.callFunction` brings to a client. */
export const maxClientResultBytes = mebibyte;
/** Largest request body the gateway reads: an invocation and its envelope. */
export const maxRequestBytes = 8 * mebibyte;

export const defaultTimeoutSeconds = 3;
export const minTimeoutSeconds = 1;
export const maxTimeoutSeconds = 60;
export const defaultMemoryMb = 256;
/** Source: `MemorySize` of SCF's CreateFunction. */
export const minMemoryMb = 64;
export const maxMemoryMb = 3072;

/** The default limit for the instances of one function. */
export const defaultMaxInstances = 4;
/**
 * The most invocations of one function that wait for an instance; further ones are refused as the platform refuses
 * them.
 */
export const maxWaitingInvocations = 500;
/** An instance is ended after this long without a call. */
export const idleInstanceMs = 10 * 60_000;
/** The time limit for loading a function's code, after which the platform ends a cold start. */
export const maxColdStartMs = 30_000;

export const maxStoredFileBytes = 50 * mebibyte;
/** The longest life of a download address, and the life without `maxAge`. */
export const maxUrlSeconds = 24 * 60 * 60;
export const defaultUrlSeconds = maxUrlSeconds;
export const uploadUrlSeconds = 15 * 60;
