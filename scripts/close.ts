/** `npm run close`: closes an environment, and says how far its closing has come. `--help` says how. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chinaSeconds } from '../miniprogram/facts/china-time';
import { close, mostDays, reopen, storedClosing, whatCloses } from './operators/close';
import { openCloud, openLocal, type Store } from './operators/store';

const help = `npm run close                          how far the closing has come
npm run close -- --in DAYS             no new post, contact or identity check from now on; everybody is notified; after DAYS
                                       (1 to ${mostDays}) a timer erases everything personal. Called again, it changes the day
npm run close -- --in DAYS --dry-run   what would be erased and what stays, and changes nothing
npm run close -- --undo                opens again, as long as the erasing has not begun

  --data DIR   the local data folder (DATA_DIR, or ./data); end npm start on it first
  --env ID     an environment in Tencent's cloud instead, with CLOUD_API_SECRET_ID and CLOUD_API_SECRET_KEY
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: process.env.DATA_DIR || './data' },
      env: { type: 'string' },
      in: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      undo: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  if (values.undo && (values.in !== undefined || values['dry-run']))
    throw new Error('--undo stands alone, because it opens at once: npm run close -- --help');
  if (values['dry-run'] && values.in === undefined)
    throw new Error('--dry-run needs --in DAYS: npm run close -- --help');
  const store =
    values.env === undefined
      ? await openLocal(resolve(values.data))
      : openCloud({ env: values.env, ...secrets() });
  try {
    if (values.undo) await reopen(store, Date.now());
    else if (values.in !== undefined && values['dry-run']) console.table(await whatCloses(store));
    else if (values.in !== undefined) await close(store, Number(values.in), Date.now());
    await say(store);
  } finally {
    await store.close();
  }
}

function secrets(): { secretId: string; secretKey: string } {
  const { CLOUD_API_SECRET_ID: secretId, CLOUD_API_SECRET_KEY: secretKey } = process.env;
  if (!secretId || !secretKey) throw new Error('CLOUD_API_SECRET_ID and CLOUD_API_SECRET_KEY have to be set');
  return { secretId, secretKey };
}

async function say(store: Store): Promise<void> {
  const closing = await storedClosing(store);
  if (!closing || closing.closedAtMs === null || closing.eraseAtMs === null)
    return console.log('the environment is open');
  console.log(
    `closed since ${chinaSeconds(closing.closedAtMs)}; everything personal is erased from ${chinaSeconds(closing.eraseAtMs)} on`,
  );
  console.log(closing.notifiedAfter === null ? 'everybody has the notice' : 'the notices are being written');
  if (closing.erasedAtMs !== null)
    console.log(`nothing personal is left since ${chinaSeconds(closing.erasedAtMs)}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
