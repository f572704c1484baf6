/** The platform's limits, and the engine's own. */

/** How many documents a `get` without a limit answers. */
export const defaultGetLimit = 100;
/** The most that one `get` answers. */
export const maxGetLimit = 1000;
/** An aggregate that sets no limit of its own answers this many. */
export const defaultAggregateLimit = 20;
/** A transaction must end within this time. */
export const transactionMs = 30_000;
/** How long a write waits for a transaction that holds its document: the SDKs give up after 15 seconds and would not hear of the outcome. */
export const writeWaitMs = 10_000;
/** A document's size, measured on its Extended JSON. */
export const maxDocumentBytes = 16 * 1024 * 1024;
/** How deep documents may be nested. */
export const maxDepth = 100;
/** How deep queries, pipelines and what is to be written may be nested to be looked at: as BSON may. */
export const maxRequestDepth = 200;
/** What one query may answer: the platform's `EXCEED_MAX_RESPONSE_SIZE`. */
export const maxResultBytes = 1024 * 1024;
/** Documents that one `watch` follows: with more it ends, as the platform's does. */
export const maxWatchedDocuments = 5000;
/** How long the followed documents may be together, as text, because every watch keeps them in memory. */
export const maxWatchedCharacters = 64 * 1024 * 1024;
/** Writes that wait until all who watch have looked at them; with more they read again instead. */
export const maxPendingWrites = 1000;
/** When an answer is read again, its latest writes are taken back out and reported one by one, unless there are more than this. */
export const maxWritesTakenBack = 50;
/** A scan of more documents than this is logged with the index that would have avoided it. */
export const scanWarningDocuments = 10_000;
/** How long a scan may hold the thread before others get their turn. */
export const turnMs = 8;
/** How long a regular expression may look at one text. */
export const matchMs = 500;
/** How many documents a stage may make of others: a few arrays unwound one after another would be more than fits the machine. */
export const maxStageDocuments = 500_000;
/** How many elements of arrays an expression may look at, over all documents: that takes seconds. */
export const maxSteps = 50_000_000;
/** Entries of 2dsphere indexes kept in memory, 32 bytes each, over all indexes. */
export const maxGeoEntries = 8_000_000;
/** How many of these entries are read at a time; that takes half as long as a scan may hold the thread. */
export const geoPieceEntries = 2_500;
/** After this many writes the log is checkpointed into the file. */
export const usualCheckpointWrites = 1000;
/** A bulk load and the building of indexes write piece by piece, in several commits. */
export interface LongWriteSizes {
  /** After how many bytes they commit: a commit of more would hold the thread for too long while it goes to the disk. */
  commitBytes: number;
  /** After how many bytes of the log it is brought into the file: pages that many commits have written are brought in once. */
  logBytes: number;
  /** The entries of so many documents are sorted at a time. */
  runDocuments: number;
  /** So many sorted entries go into an index at a time. */
  pieceEntries: number;
}
export const usualLongWrites: LongWriteSizes = {
  commitBytes: 24 * 1024 * 1024,
  logBytes: 256 * 1024 * 1024,
  runDocuments: 50_000,
  pieceEntries: 50_000,
};
/** Documents read lately that are kept as text; less where Node's heap is small. */
export const maxTextBytes = 256 * 1024 * 1024;
