/** The product in a process of its own, for `npm run bench:launch`. Its arguments are a JSON of `ServeOptions`. */
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startCloud, startHttpServer, type Cloud } from 'cloudbase-local';
import { callsPerSecond } from '../../cloudfunctions/shared/contract/budgets';
import { instanceLimits } from '../../local/start/instance-limits';
import { startProviders } from '../../local/providers/providers';
import { buildFunctions, functionBuild } from '../../scripts/build-functions';
import { storeOf } from '../../scripts/operators/store';
import { root } from '../data/collections';
import type { Answer, Question, ServeOptions } from './messages';
import { createThreadTimes } from './thread-times';

async function serve({ dataDir, port, nowMs, openids }: ServeOptions): Promise<void> {
  const times = createThreadTimes();
  times.name('collector');
  // The pool for files starts its threads at the first uses.
  await Promise.all(Array.from({ length: 8 }, () => stat(dataDir)));
  times.name('files');
  const started: { cloud?: Cloud } = {};
  const providers = await startProviders({
    dataDir,
    now: () => started.cloud?.clock.now() ?? nowMs,
    // More than the contacts of ten minutes need.
    poolNumbers: 320,
    onMediaChecked: (event) => void started.cloud?.pushMessage('moderation', event).catch(() => undefined),
    log: () => undefined,
  });
  for (const openid of openids) providers.register.cardOf(openid);
  const functionsDir = join(dataDir, 'functions');
  await buildFunctions(functionBuild(root, functionsDir));
  const cloud = await startCloud({
    dataDir,
    functionsDir,
    cloudbaserc: join(root, 'cloudbaserc.json'),
    nowMs,
    callsPerSecond,
    ...instanceLimits,
    environment: { ...process.env, ...providers.env },
    openApi: providers.wechat.openApi,
    openData: providers.wechat.openData,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  started.cloud = cloud;
  times.name('database');
  await cloud.warmUp();
  // Not before it can serve: until then a connection is refused, as by a machine that is starting.
  const server = await startHttpServer(port, () => undefined);
  server.serve([cloud.endpoint, providers.wechat.handle]);
  setInterval(times.sample, 500).unref();

  const answers: { [W in Question['what']]: (question: Extract<Question, { what: W }>) => Promise<unknown> } =
    {
      usage: () =>
        Promise.resolve({
          cpuMs: times.sample(),
          rssBytes: process.memoryUsage.rss(),
          fileBytes: filePageBytes(),
        }),
      find: async ({ collection, ids }) =>
        (await storeOf(cloud.database).find(collection, { _id: { $in: ids } }, ids.length)).map(
          (found) => (found as { _id: string })._id,
        ),
      'kill-instances': ({ functionName }) => cloud.killInstances(functionName),
      'providers-down': ({ isDown }) => {
        for (const faults of Object.values(providers.faults)) {
          faults.clear();
          if (isDown) faults.add({ kind: 'down' });
        }
        return Promise.resolve();
      },
      end: async () => {
        await server.close();
        await cloud.close();
        await providers.close();
      },
    };
  process.on('message', (question: Question & { id: number }) => {
    void answer(question).then((reply) => {
      process.send?.(reply);
      if (question.what === 'end') process.disconnect();
    });
  });
  process.send?.({ id: 0, value: { port: server.port } } satisfies Answer);

  async function answer(question: Question & { id: number }): Promise<Answer> {
    const handle = answers[question.what] as (asked: Question) => Promise<unknown>;
    return { id: question.id, value: (await handle(question)) ?? null };
  }
}

const filePageBytes = (): number =>
  Number(/RssFile:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;

serve(JSON.parse(process.argv[2] ?? '{}') as ServeOptions).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
