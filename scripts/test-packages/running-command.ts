import type { ChildProcess } from 'node:child_process';

/** The address in the line `ready http://127.0.0.1:8080/ gateway …`. */
export function readyOrigin(command: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    command.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const origin = /^ready (http:\/\/127\.0\.0\.1:\d+)\//m.exec(printed)?.[1];
      if (origin !== undefined) resolve(origin);
    });
    command.once('exit', (code) => reject(new Error(`the command ended with ${code}: ${printed}`)));
  });
}

/** npx starts the command as a child process, so the whole group is ended. */
export async function ended(command: ChildProcess): Promise<void> {
  if (command.exitCode !== null || command.pid === undefined) return;
  const gone = new Promise((resolve) => command.once('exit', resolve));
  process.kill(-command.pid, 'SIGTERM');
  await gone;
}
