/** The cloud as a separate process, for tests that kill it; its parent talks to it over IPC (step-messages.ts). */
import { type Cloud, DroppedConnection, startCloud } from 'cloudbase-local';
import type { FromCloud, Order, Phase, ToCloud, Verdict } from './step-messages';

export interface CloudProcessSettings {
  dataDir: string;
  functionsDir: string;
  cloudbaserc: string;
  nowMs: number;
  environment: Record<string, string>;
}

async function main(settings: CloudProcessSettings): Promise<void> {
  const cloud = await startCloud({ ...settings, gatewayPort: 0 });
  const steps = createSteps(cloud);
  process.on('message', (message: ToCloud) => {
    if ('verdict' in message) steps.judge(message.step, message.verdict);
    else void follow(cloud, steps, message);
  });
  process.once('disconnect', () => process.exit(0));
  tell({ ready: true });
}

const tell = (message: FromCloud): void => void process.send?.(message);

async function follow(cloud: Cloud, steps: Steps, order: Order): Promise<void> {
  try {
    tell({ id: order.id, value: await execute(cloud, steps, order) });
  } catch (error) {
    tell({ id: order.id, error: error instanceof Error ? error.message : String(error) });
  }
}

async function execute(cloud: Cloud, steps: Steps, order: Order): Promise<unknown> {
  switch (order.what) {
    case 'call': {
      const answer = await cloud.callFunction(order.functionName, order.data, order.openid);
      // An `internal` error is a bug. Print its logs now, because the test deletes them with its folder.
      if (JSON.stringify(answer).includes('"code":"internal"'))
        for (const { text } of cloud.logs(answer.requestID)) process.stderr.write(text);
      return answer;
    }
    case 'load':
      return cloud.database.bulkLoad(order.collection, order.documents);
    case 'read':
      return cloud.database.handle('database.getDocument', {
        collectionName: order.collection,
        queryType: 'WHERE',
        query: '{}',
        limit: 100_000,
      });
    case 'advance':
      return cloud.clock.advance(order.ms, { fire: 'once' });
    case 'kill-instances':
      return cloud.killInstances(order.functionName);
    case 'report-steps':
      return void (steps.reported = order.on);
    case 'close':
      return cloud.close();
  }
}

interface Steps {
  reported: boolean;
  judge(step: number, verdict: Verdict): void;
}

/** Lets each operation of the database wait for the parent's verdict, before it and after it. */
function createSteps(cloud: Cloud): Steps {
  const handle = cloud.database.handle.bind(cloud.database);
  const waiting = new Map<number, (verdict: Verdict) => void>();
  let last = 0;
  const steps: Steps = {
    reported: false,
    judge: (step, verdict) => {
      waiting.get(step)?.(verdict);
      waiting.delete(step);
    },
  };
  const pass = async (phase: Phase): Promise<void> => {
    if (!steps.reported) return;
    const step = (last += 1);
    tell({ step, phase });
    const verdict = await new Promise<Verdict>((resolve) => waiting.set(step, resolve));
    if (verdict === 'drop') throw new DroppedConnection();
  };
  cloud.database.handle = async (action, body) => {
    await pass('before');
    const answer = await handle(action, body);
    await pass('after');
    return answer;
  };
  return steps;
}

void main(JSON.parse(process.argv[2] ?? '{}') as CloudProcessSettings);
