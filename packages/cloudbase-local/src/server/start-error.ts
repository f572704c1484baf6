/** What somebody may be told to choose anew, and how they say so. */
export interface StartPlaces {
  port: number;
  dataDir: string;
  /** How another port is asked for, `PORT=8081 npm start` when nothing is said. */
  otherPort?: (port: number) => string;
  /** How another data folder is asked for. */
  otherDataDir?: string;
}

/** One sentence that says what is wrong and what to do; never a stack. */
export function startErrorSentence(error: unknown, places: StartPlaces): string {
  const { port, dataDir, otherDataDir = 'DATA_DIR=… npm start' } = places;
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  const otherFolder = `or choose another with ${otherDataDir}`;
  if (code === 'EADDRINUSE') return portInUse((error as { port?: number }).port ?? port, places);
  if (code === 'EACCES' && syscall === 'listen')
    return `port ${port} may not be opened by this user: choose one above 1023 with ${(places.otherPort ?? productPort)(8080)}`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `the data folder ${dataDir} cannot be written: give this user the right to, ${otherFolder}`;
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${dataDir} is not a folder: move it away, ${otherFolder}`;
  if (code === 'ENOSPC') return `the disk that holds ${dataDir} is full: make room, ${otherFolder}`;
  return (message ?? String(error)).split('\n')[0] ?? 'it did not start';
}

const productPort = (port: number) => `PORT=${port} npm start`;
const gatewayPort = (port: number) => `GATEWAY_PORT=${port} npm start`;

function portInUse(taken: number, { port, otherPort }: StartPlaces): string {
  const choose = otherPort ?? (taken === port ? productPort : gatewayPort);
  return `port ${taken} is in use: end what uses it, or choose another with ${choose(taken + 1)}`;
}
