import { PlatformError } from 'sqlite-document-database';

/** The platform's own errors for an invocation. */

export function functionNotFound(): PlatformError {
  return new PlatformError(
    'FUNCTION_NOT_FOUND',
    '[FUNCTION_NOT_FOUND] FunctionName parameter could not be found.',
  );
}

/** An error of the function's own code; the text is its stack, as on the platform. */
export function executionFailed(stack: string): PlatformError {
  return new PlatformError('FUNCTIONS_EXECUTE_FAIL', stack);
}

export function timedOut(seconds: number): PlatformError {
  return new PlatformError(
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    `Invoking task timed out after ${seconds} seconds`,
  );
}

export function processExited(): PlatformError {
  return new PlatformError(
    'FUNCTIONS_EXECUTE_FAIL',
    '[UserProcessExitWhenRunning] user process exited while the function was running',
  );
}

export function memoryExceeded(megabytes: number): PlatformError {
  return new PlatformError(
    'FUNCTIONS_EXECUTE_FAIL',
    `[MemoryLimitReached] the function used more than its ${megabytes} MB of memory`,
  );
}

export function tooManyInvocations(): PlatformError {
  return new PlatformError(
    'EXCEED_CONCURRENT_REQUEST_LIMIT',
    '[ResourceLimitReached] the function has too many concurrent invocations, try again later',
  );
}

/** The caller's own calls exceed what the console allows one caller in a second. */
export function tooManyCalls(): PlatformError {
  return new PlatformError(
    'EXCEED_REQUEST_LIMIT',
    '[RequestLimitExceeded] the caller calls the function too often, try again later',
  );
}

export function requestTooLarge(): PlatformError {
  return new PlatformError(
    'FUNCTIONS_REQUEST_FAIL',
    '[RequestTooLarge] the size of request exceeds the upper limit (6MB)',
  );
}

export function responseTooLarge(limit: '1MB' | '6MB'): PlatformError {
  return new PlatformError(
    'FUNCTIONS_REQUEST_FAIL',
    `[ResponseTooLarge] the size of response exceeds the upper limit (${limit})`,
  );
}
