/** The platform's limits, and the engine's own. */

/** The number of documents that a `get` without a limit answers. */
export const defaultGetLimit = 100;
/** The most documents that one `get` answers. */
export const maxGetLimit = 1000;
/** The number of documents that an aggregate without a limit of its own answers. */
export const defaultAggregateLimit = 20;
/** A transaction must end within this time. */
export const transactionMs = 30_000;
/**
 * How long a write waits for a transaction that holds its document. The SDKs give up after 15 seconds and would not
 * learn the result.
 */
export const writeWaitMs = 10_000;
/** The largest document, measured on its Extended JSON. */
export const maxDocumentBytes = 16 * 1024 * 1024;
/** The deepest nesting of documents. */
export const maxDepth = 100;
/** The deepest nesting of queries, pipelines and written values that is examined; the same as BSON's. */
export const maxRequestDepth = 200;
/** The largest answer to one query: the platform's `EXCEED_MAX_RESPONSE_SIZE`. */
export const maxResultBytes = 1024 * 1024;
/** The most documents that one `watch` follows. With more it ends, as the platform's does. */
export const maxWatchedDocuments = 5000;
/** The most text that the followed documents may have together, because every watch keeps them in memory. */
export const maxWatchedCharacters = 64 * 1024 * 1024;
/** The most writes that wait until all watches have seen them. With more, the watches read their answers again. */
export const maxPendingWrites = 1000;
/**
 * When an answer is read again, its latest writes are undone in memory and reported one by one, unless there are more
 * than this.
 */
export const maxWritesTakenBack = 50;
/** A scan of more documents than this is logged with the index that would have avoided it. */
export const scanWarningDocuments = 10_000;
/** How long a scan may hold the thread before other requests get their turn. */
export const turnMs = 8;
/** How long a regular expression may run on one text. */
export const matchMs = 500;
/** The most documents that a stage may make, because a few arrays unwound one after another would exceed the memory. */
export const maxStageDocuments = 500_000;
/** The most array elements that an expression may look at, over all documents; that many take seconds. */
export const maxSteps = 50_000_000;
/** The most entries of 2dsphere indexes in memory, 32 bytes each, over all indexes. */
export const maxGeoEntries = 8_000_000;
/** The number of these entries that are read at a time; this takes half as long as a scan may hold the thread. */
export const geoPieceEntries = 2_500;
/** The number of writes after which the log is checkpointed into the file. */
export const usualCheckpointWrites = 1000;
/** A bulk load and the building of indexes write piece by piece, in several commits. */
export interface LongWriteSizes {
  /**
   * The size of these commits in bytes, because a larger one would hold the thread for too long while it goes to the
   * disk.
   */
  commitBytes: number;
  /**
   * The size of the log in bytes at which it is checkpointed into the file. A page that many commits have written is
   * then copied once.
   */
  logBytes: number;
  /** The number of documents whose entries are sorted at a time. */
  runDocuments: number;
  /** The number of sorted entries that go into an index at a time. */
  pieceEntries: number;
}
export const usualLongWrites: LongWriteSizes = {
  commitBytes: 24 * 1024 * 1024,
  logBytes: 256 * 1024 * 1024,
  runDocuments: 50_000,
  pieceEntries: 50_000,
};
/** The bytes of recently read documents that are kept as text; fewer where Node's heap is small. */
export const maxTextBytes = 128 * 1024 * 1024;
