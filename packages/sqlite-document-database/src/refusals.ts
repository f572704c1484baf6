import { PlatformError } from './platform-error';
import { maxRequestDepth, maxStageDocuments, maxWatchedCharacters, maxWatchedDocuments } from './limits';

/*
 * Every refusal of the database with the platform's own code and text.
 * Sources: https://docs.cloudbase.net/error-code/ and recorded answers.
 */

const ask = 'Please check your request, but if the problem persists, contact us.';

/** A request that the database understood and could not carry out. */
export function requestFailed(kind: string, detail: string): PlatformError {
  return new PlatformError('DATABASE_REQUEST_FAILED', `[FailedOperation.${kind}] ${detail}. ${ask}`);
}

/** A malformed operand, query, update or document. */
export function badValue(detail: string): PlatformError {
  return new PlatformError('DATABASE_REQUEST_FAILED', `[InvalidParameter] (BadValue) ${detail}. ${ask}`);
}

/** Parameters that the platform refuses before the database sees them. */
export function invalidParam(detail: string): PlatformError {
  return new PlatformError('INVALID_PARAM', `[InvalidParameter] ${detail}. ${ask}`);
}

/** Source: https://docs.cloudbase.net/error-code/EXCEED_MAX_RESPONSE_SIZE */
export function resultTooLarge(): PlatformError {
  return new PlatformError(
    'EXCEED_MAX_RESPONSE_SIZE',
    `[LimitExceeded] the response is larger than 1MB: ask for fewer documents or fields. ${ask}`,
  );
}

/** The result of an expression would not fit a document. */
export function valueTooLarge(): PlatformError {
  return requestFailed('Aggregate', '(BSONObjectTooLarge) a value is larger than a document may be, 16MB');
}

/** The result of an expression is nested deeper than BSON allows. */
export function nestedTooDeep(): PlatformError {
  return requestFailed('Aggregate', `(Overflow) a value is nested deeper than ${maxRequestDepth} levels`);
}

/** A stage makes more documents than the engine keeps. */
export function tooManyDocuments(stage: string): PlatformError {
  return requestFailed(
    'Aggregate',
    `(ExceededMemoryLimit) ${stage} makes more than ${maxStageDocuments} documents`,
  );
}

/** An expression takes too many steps. */
export function tooManySteps(): PlatformError {
  return requestFailed('Aggregate', '(MaxTimeMSExpired) operation exceeded time limit');
}

/** The platform's own words for this are not documented. */
export function tooManyWatched(): PlatformError {
  return new PlatformError('SYS_ERR', `a watch follows at most ${maxWatchedDocuments} documents`);
}

/** The platform's own words for this refusal are not documented either. */
export function watchedTooLarge(): PlatformError {
  return new PlatformError(
    'SYS_ERR',
    `a watch follows documents of at most ${maxWatchedCharacters / 1024 / 1024} MB together`,
  );
}

export function collectionMissing(name: string): PlatformError {
  return new PlatformError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${ask}`,
  );
}

export function collectionExists(name: string): PlatformError {
  return new PlatformError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[ResourceExist] Table exist: ${name}. ${ask}`,
  );
}

/** @param keyText the key as the platform prints it, e.g. `{ : "13800000000" }` */
export function duplicateKey(collection: string, index: string, keyText: string): PlatformError {
  return new PlatformError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${keyText}}]}, {<nil>}]. ${ask}`,
  );
}

export function transactionConflict(): PlatformError {
  return new PlatformError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${ask}`,
  );
}

export function transactionGone(): PlatformError {
  return new PlatformError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${ask}`,
  );
}

/** An operation inside `runTransaction` that the SDKs send without the transaction's id. */
export function outsideTransaction(action: string): PlatformError {
  return new PlatformError(
    'DATABASE_TRANSACTION_FAIL',
    `[FailedOperation.Transaction] ${action} was sent while this invocation has an open transaction, and would run outside it: ${oneByOne}`,
  );
}

/**
 * The platform's documentation leaves `where` and `aggregate` out of transactions; its words for refusing them are not documented.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/database/transaction/Transaction.collection.html
 */
export function queryInTransaction(action: string): PlatformError {
  return new PlatformError(
    'DATABASE_TRANSACTION_FAIL',
    `[FailedOperation.Transaction] ${action} is not supported in a transaction: ${oneByOne}`,
  );
}

const oneByOne =
  'a transaction reads and writes documents one by one, with doc().get, set, update, remove and collection.add';

/** The disk is full or failing: nothing of the batch was kept. */
export function storageFailed(detail: string): PlatformError {
  return new PlatformError('DATABASE_REQUEST_FAILED', `[InternalError] storage: ${detail}. ${ask}`);
}

/** Nothing was done: the database is closed, or closing. */
export function databaseClosed(): PlatformError {
  return new PlatformError('DATABASE_REQUEST_FAILED', `[InternalError] the database is closed. ${ask}`);
}

export function noGeoIndex(detail: string): PlatformError {
  return requestFailed('Find', `(NoQueryExecutionPlans) error processing query: ${detail}`);
}
