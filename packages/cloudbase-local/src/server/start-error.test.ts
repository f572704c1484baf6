import { startErrorSentence } from './start-error';

const where = { port: 8080, dataDir: './data' };

describe('sentences of a failed start', () => {
  test.each([
    [
      { code: 'EADDRINUSE', port: 8080 },
      'port 8080 is in use: end what uses it, or choose another with PORT=8081 npm start',
    ],
    [{ code: 'EADDRINUSE', port: 9080 }, 'choose another with GATEWAY_PORT=9081 npm start'],
    [{ code: 'EACCES', syscall: 'listen' }, 'port 8080 may not be opened'],
    [{ code: 'EACCES', syscall: 'mkdir' }, 'the data folder ./data cannot be written'],
    [{ code: 'EROFS' }, 'the data folder ./data cannot be written'],
    [{ code: 'ENOTDIR' }, './data is not a folder: move it away'],
    [{ code: 'ENOSPC' }, 'is full: make room'],
  ])('%j says what to do', (error, sentence) => {
    expect(startErrorSentence(Object.assign(new Error('x'), error), where)).toContain(sentence);
  });

  test('another program is told in its own words', () => {
    const sentence = (error: object) =>
      startErrorSentence(Object.assign(new Error('x'), error), {
        port: 0,
        dataDir: './data',
        otherPort: (port) => `--port ${port}`,
        otherDataDir: '--data DIR',
      });
    expect(sentence({ code: 'EADDRINUSE', port: 8080 })).toMatch(/choose another with --port 8081$/);
    expect(sentence({ code: 'EROFS' })).toMatch(/choose another with --data DIR$/);
  });

  test('an error of our own keeps its sentence and loses its stack', () => {
    const sentence = startErrorSentence(new Error('the data folder is in use\n    at somewhere'), where);
    expect(sentence).toBe('the data folder is in use');
  });
});
