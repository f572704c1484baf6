import { startHttpServer } from '../http/server';
import { listenFrom } from './listen-from';

test('the next free port is taken and named when the first is in use', async () => {
  const other = await startHttpServer(0, () => undefined);
  const lines: string[] = [];
  const server = await listenFrom(other.port, (line) => void lines.push(line));
  await server.close();
  await other.close();
  expect(server.port).toBeGreaterThan(other.port);
  expect(lines).toEqual([`port ${other.port} is in use: listening on ${server.port}`]);
});
