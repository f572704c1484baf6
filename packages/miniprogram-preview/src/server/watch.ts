import { watch } from 'chokidar';

const quietMilliseconds = 60;

/** Builds again shortly after the last of a burst of changes. Gives the function that stops watching. */
export function watchProgram(
  root: string,
  rebuild: () => Promise<unknown>,
  log: (line: string) => void,
): () => Promise<void> {
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: /(^|[/\\])(node_modules|\.git|\.local-cloud)([/\\]|$)/,
  });
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running
        .then(async () => void (await rebuild()))
        .catch((error: unknown) => log(String(error)));
    }, quietMilliseconds);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await running;
  };
}
