import { PlatformError } from 'sqlite-document-database';
import { failureLine } from './failure-line';

const line = (message: string, code = 'FUNCTIONS_EXECUTE_FAIL') =>
  failureLine('like', 'r-1', new PlatformError(code, message));

describe('the line of a failed invocation', () => {
  test.each([
    ['an error', 'Error: no such book\n    at exports.main (/var/user/index.js:1:25)', 'Error: no such book'],
    ['what is no error', '"a text"', '"a text"'],
    [
      'code that does not compile',
      '/var/user/index.js:3\n  const = 1\n        ^\n\nSyntaxError: Unexpected token\n    at wrapSafe',
      'SyntaxError: Unexpected token (like/index.js:3)',
    ],
    [
      'a module that is missing',
      "Error: Cannot find module 'wx-server-sdk'\nRequire stack:\n- /var/user/index.js",
      "Error: Cannot find module 'wx-server-sdk' (npm install in the folder like brings what its package.json names)",
    ],
    [
      'a package that is missing to an ES module',
      "Error [ERR_MODULE_NOT_FOUND]: Cannot find package '@cloudbase/node-sdk' imported from /var/user/entry.mjs",
      "Error [ERR_MODULE_NOT_FOUND]: Cannot find package '@cloudbase/node-sdk' imported from like/entry.mjs (npm install in the folder like brings what its package.json names)",
    ],
    [
      'a file that is missing',
      "Error: Cannot find module './words'\nRequire stack:\n- /var/user/index.js",
      "Error: Cannot find module './words'",
    ],
    ['a time-out', 'Invoking task timed out after 3 seconds', 'Invoking task timed out after 3 seconds'],
  ])('names %s', (_name, message, told) => {
    expect(line(message)).toBe(`function like r-1: ${told}`);
  });

  test('is not written for overload, nor for errors of the local cloud, which are logged in full', () => {
    expect(line('too many', 'EXCEED_CONCURRENT_REQUEST_LIMIT')).toBeUndefined();
    expect(failureLine('like', 'r-1', new Error('x'))).toBeUndefined();
  });
});
