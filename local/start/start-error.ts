/** One sentence that says what is wrong and what to do; never a stack. */
export function startErrorSentence(
  error: unknown,
  { port, dataDir }: { port: number; dataDir: string },
): string {
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  const otherFolder = 'or choose another with DATA_DIR=… npm start';
  if (code === 'EADDRINUSE') return portInUse((error as { port?: number }).port ?? port, port);
  if (code === 'EACCES' && syscall === 'listen')
    return `port ${port} may not be opened by this user: choose one above 1023 with PORT=8080 npm start`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `the data folder ${dataDir} cannot be written: give this user the right to, ${otherFolder}`;
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${dataDir} is not a folder: move it away, ${otherFolder}`;
  if (code === 'ENOSPC') return `the disk that holds ${dataDir} is full: make room, ${otherFolder}`;
  return (message ?? String(error)).split('\n')[0] ?? 'it did not start';
}

function portInUse(taken: number, productPort: number): string {
  const setting = taken === productPort ? 'PORT' : 'GATEWAY_PORT';
  return `port ${taken} is in use: end what uses it, or choose another with ${setting}=${taken + 1} npm start`;
}
