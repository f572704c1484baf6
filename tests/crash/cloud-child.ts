import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { CloudProcessSettings } from './cloud-process';
import type { FromCloud, Order, Phase, ToCloud, Verdict } from './step-messages';

/** The cloud's process, seen from its parent. */
export interface CloudChild {
  /** Rejects when the process dies before it answers. */
  order(what: OrderWithoutId): Promise<unknown>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

type WithoutId<T> = T extends { id: number } ? Omit<T, 'id'> : never;
export type OrderWithoutId = WithoutId<Order>;

const root = join(__dirname, '../..');

/** Starts it and waits until it answers. `judge` decides about each step that it reports. */
export async function startCloudChild(
  settings: CloudProcessSettings,
  judge: (phase: Phase) => Promise<Verdict>,
): Promise<CloudChild> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'cloud-process.ts'), JSON.stringify(settings)],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void gone.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('the cloud died'));
    waiting.clear();
  });
  const send = (message: ToCloud): void => {
    if (child.connected) child.send(message, () => undefined);
  };
  let last = 0;
  await new Promise<void>((resolve, reject) => {
    void gone.then(() => reject(new Error('the cloud died before it was ready')));
    child.on('message', (message: FromCloud) => {
      if ('ready' in message) return resolve();
      if ('step' in message)
        return void judge(message.phase).then((verdict) => send({ verdict, step: message.step }));
      const waiter = waiting.get(message.id);
      waiting.delete(message.id);
      if ('error' in message) waiter?.reject(new Error(message.error));
      else waiter?.resolve(message.value);
    });
  });
  return {
    order: (what) =>
      new Promise((resolve, reject) => {
        if (!child.connected) return reject(new Error('the cloud is dead'));
        const id = (last += 1);
        waiting.set(id, { resolve, reject });
        send({ ...what, id } as Order);
      }),
    kill: () => {
      child.kill('SIGKILL');
      return gone;
    },
  };
}
