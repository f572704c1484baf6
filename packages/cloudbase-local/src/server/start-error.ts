/** How a program was started, and how its user can start it differently. */
export interface StartPlaces {
  port: number;
  dataDir: string;
  /** Words that choose another port, such as `--port 8081`. `taken` is the one that is in use. */
  otherPort(port: number, taken: number): string;
  /** Words that choose another data folder. */
  otherDataDir: string;
}

/** One sentence that says what is wrong and what to do; never a stack. */
export function startErrorSentence(error: unknown, places: StartPlaces): string {
  const { port, dataDir, otherPort, otherDataDir } = places;
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  const otherFolder = `or choose another with ${otherDataDir}`;
  if (code === 'EADDRINUSE') {
    const taken = (error as { port?: number }).port ?? port;
    return `port ${taken} is in use: end what uses it, or choose another with ${otherPort(taken + 1, taken)}`;
  }
  if (code === 'EACCES' && syscall === 'listen')
    return `port ${port} may not be opened by this user: choose one above 1023 with ${otherPort(8080, port)}`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `the data folder ${dataDir} cannot be written: give this user the right to, ${otherFolder}`;
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${dataDir} is not a folder: move it away, ${otherFolder}`;
  if (code === 'ENOSPC') return `the disk that holds ${dataDir} is full: make room, ${otherFolder}`;
  return (message ?? String(error)).split('\n')[0] ?? 'it did not start';
}
