import { startErrorSentence } from './start-error';

const places = {
  port: 8080,
  dataDir: './data',
  otherPort: (port: number, taken: number) => `${taken === 8080 ? '--port' : '--gateway-port'} ${port}`,
  otherDataDir: '--data DIR',
};

describe('sentences of a failed start', () => {
  test.each([
    [
      { code: 'EADDRINUSE', port: 8080 },
      'port 8080 is in use: end what uses it, or choose another with --port 8081',
    ],
    [{ code: 'EADDRINUSE', port: 9080 }, 'choose another with --gateway-port 9081'],
    [{ code: 'EACCES', syscall: 'listen' }, 'port 8080 may not be opened'],
    [{ code: 'EACCES', syscall: 'mkdir' }, 'the data folder ./data cannot be written'],
    [{ code: 'EROFS' }, 'or choose another with --data DIR'],
    [{ code: 'ENOTDIR' }, './data is not a folder: move it away'],
    [{ code: 'ENOSPC' }, 'is full: make room'],
  ])('%j says what to do', (error, sentence) => {
    expect(startErrorSentence(Object.assign(new Error('x'), error), places)).toContain(sentence);
  });

  test('an error of our own keeps its sentence and loses its stack', () => {
    const sentence = startErrorSentence(new Error('the data folder is in use\n    at somewhere'), places);
    expect(sentence).toBe('the data folder is in use');
  });
});
