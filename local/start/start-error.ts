/** One sentence that says what is wrong and what to do; never a stack. */
export function startErrorSentence(
  error: unknown,
  { port, dataDir }: { port: number; dataDir: string },
): string {
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `port ${portOf(error) ?? port} is in use: end what uses it, or choose another with PORT=${(portOf(error) ?? port) + 1} npm start`;
  if (code === 'EACCES' && syscall === 'listen')
    return `port ${port} may not be opened by this user: choose one above 1023 with PORT=8080 npm start`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `the data folder ${dataDir} cannot be written: give this user the right to, or choose another with DATA_DIR=… npm start`;
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${dataDir} is not a folder: choose another with DATA_DIR=… npm start`;
  if (code === 'ENOSPC')
    return `the disk that holds ${dataDir} is full: make room, or choose another with DATA_DIR=… npm start`;
  return (message ?? String(error)).split('\n')[0] ?? 'it did not start';
}

function portOf(error: unknown): number | undefined {
  return (error as { port?: number }).port;
}
