import { startHttpServer, type HttpServer } from '../http/server';

/** After this many ports without success, something else must be wrong. */
const triedPorts = 20;

/**
 * Listens on the first free port from `first` on, and reports the port when it is not the first. Rejects with Node's
 * error.
 */
export async function listenFrom(first: number, log: (line: string) => void): Promise<HttpServer> {
  for (let port = first; ; port += 1) {
    try {
      const server = await startHttpServer(port, log);
      if (port !== first) log(`port ${first} is in use: listening on ${port}`);
      return server;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || port === first + triedPorts) throw error;
    }
  }
}
