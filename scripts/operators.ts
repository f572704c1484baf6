/**
 * `npm run operators`: manages the operators, and checks that the trail of decisions is complete. `--help` says how.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openSecrets } from 'cloudbase-local';
import { decidingActions } from '../cloudfunctions/shared/contract/moderation-documents';
import { acceptApplications, invite, waitingApplications } from './operators/applications';
import { appoint } from './operators/appoint';
import { copyOf } from './operators/copy';
import { changeFromFile, changesOfCampaign, goBack } from './operators/change-campaign';
import { keptNumbers } from './operators/numbers';
import { openCloud, openLocal, type Store } from './operators/store';
import { blockedCases, unblock } from './operators/unblock';
import { verifyTrail } from './operators/verify-trail';

const help = `npm run operators -- COMMAND

  statistics            queue, volunteers, decisions, agreement, reports, blocks, documents, messages
  missing               names that are not listed and that enough people looked for
  list                  volunteers and operators
  appoint OPENID ROLE   makes an account that of a member, volunteer or operator: the first operator is appointed here
  copy OPENID           what is kept about the person behind an account, as JSON, for a request that comes by letter
  changes               what was changed of the released campaign, and why
  change FILE WHY       checks the JSON of a file and runs it with what was changed before: limits, notice, catalogue, …
  back NUMBER           returns to how it was after that change; 0 is the campaign as it was released
  numbers [FILE]        lists the masked numbers of a file, with spaces, commas or lines between; without one, counts them
  invite                makes a code for volunteers; needs the environment's MODERATION_KEY
  applications          those who passed the trial and wait
  accept all|ID…        makes them volunteers
  blocks                all blocks, each by its case
  unblock CASE|MESSAGE  lifts a block, by its case or by a message that the blocked person wrote to the operators
  verify [HASH]         walks the chained trail of decisions; ends with 1 where it does not fit. HASH: a batch that the log names

  --data DIR   the local data folder (DATA_DIR, or ./data); end npm start on it first
  --env ID     an environment in Tencent's cloud instead, with CLOUD_API_SECRET_ID and CLOUD_API_SECRET_KEY
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string', default: process.env.DATA_DIR || './data' },
      env: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [command, ...args] = positionals;
  if (values.help || command === undefined) return void process.stdout.write(help);
  const store = values.env === undefined ? await localStore(resolve(values.data)) : cloudStore(values.env);
  try {
    await run(store, command, args);
  } finally {
    await store.close();
  }
}

/** The folder's key makes the ids that the functions make. */
async function localStore(dataDir: string): Promise<Store> {
  const store = await openLocal(dataDir);
  process.env.MODERATION_KEY ??= openSecrets(dataDir, {}).valueOf('MODERATION_KEY');
  return store;
}

function cloudStore(env: string): Store {
  const { CLOUD_API_SECRET_ID: secretId, CLOUD_API_SECRET_KEY: secretKey } = process.env;
  if (!secretId || !secretKey) throw new Error('CLOUD_API_SECRET_ID and CLOUD_API_SECRET_KEY have to be set');
  return openCloud({ env, secretId, secretKey });
}

async function run(store: Store, command: string, args: string[]): Promise<void> {
  const [openid, role] = args;
  switch (command) {
    case 'statistics':
      return console.table(await statistics(store));
    case 'missing':
      return console.table(await missingNames(store));
    case 'list':
      return console.table(await appointed(store));
    case 'appoint':
      return console.log(`${openid} is ${await appoint(store, openid, role, Date.now())} now`);
    case 'copy':
      if (openid === undefined) throw new Error('copy for whom? npm run operators -- copy OPENID');
      return console.log(JSON.stringify(await copyOf(store, openid), null, 2));
    case 'changes':
      return console.table(
        (await changesOfCampaign(store)).map(({ number, reason, atMs }) => ({
          number,
          reason,
          at: new Date(atMs).toISOString(),
        })),
      );
    case 'change':
      return console.log(`change ${await changeFromFile(store, args, Date.now())} runs within a minute`);
    case 'back':
      return console.log(`change ${await goBack(store, openid, Date.now())} runs within a minute`);
    case 'numbers':
      return console.log(await keptNumbers(store, openid, Date.now()));
    case 'invite':
      return console.log(`${await invite(store, Date.now())}   for a week, for any number of people`);
    case 'applications':
      return console.table(
        (await waitingApplications(store)).map(({ _id: id, maskedName, right }) => ({
          id,
          maskedName,
          right,
        })),
      );
    case 'accept':
      return console.log(
        `${await acceptApplications(store, openid === 'all' ? 'all' : args, Date.now())} accepted`,
      );
    case 'blocks':
      return console.table(await blockedCases(store));
    case 'unblock':
      await unblock(store, openid, Date.now());
      return console.log('the block is lifted');
    case 'verify':
      return verify(store, openid);
    default:
      throw new Error(`there is no command ${command}   (npm run operators -- --help)`);
  }
}

interface Work {
  decisions?: number;
  agreed?: number;
  disagreed?: number;
}

async function statistics(store: Store): Promise<Record<string, unknown>> {
  const work = (await store.find('volunteers', {}, 1000)) as Work[];
  const sum = (of: keyof Work) => work.reduce((total, each) => total + (each[of] ?? 0), 0);
  const appeals = sum('agreed') + sum('disagreed');
  return {
    waiting: await store.count('reviews', { state: 'waiting' }),
    unchecked: await store.count('reviews', { state: 'unchecked' }),
    volunteers: await store.count('members', { role: 'volunteer' }),
    decisions: sum('decisions'),
    'in the last hour': await decidedSince(store, Date.now() - 3_600_000),
    agreement: appeals === 0 ? 'no appeals' : `${Math.round((100 * sum('agreed')) / appeals)} %`,
    'reports received': await store.count('reports', { state: 'received' }),
    'taken down': await store.count('reports', { state: 'taken-down' }),
    'found fine': await store.count('reports', { state: 'found-fine' }),
    blocks: await store.count('blocks', {}),
    'documents waiting': await store.count('documentChecks', { state: 'pending' }),
    'second looks that agree': await store.count('auditEntries', { action: 'document-agree' }),
    'second looks that disagree': await store.count('auditEntries', { action: 'document-disagree' }),
    'messages waiting': await store.count('feedback', { state: 'waiting' }),
  };
}

async function decidedSince(store: Store, sinceMs: number): Promise<number> {
  let decided = 0;
  for (const action of decidingActions)
    decided += await store.countAfter('auditEntries', { action }, 'atMs', sinceMs);
  return decided;
}

/** The most wanted first. A name that few people typed is not stored. */
async function missingNames(store: Store): Promise<unknown[]> {
  const counted = (await store.find('missingNames', {}, 1000)) as { name: string | null; count: number }[];
  return counted
    .flatMap(({ name, count: people }) => (name === null ? [] : [{ name, people }]))
    .sort((one, other) => other.people - one.people);
}

async function appointed(store: Store): Promise<unknown[]> {
  const found = [
    ...(await store.find('members', { role: 'operator' }, 200)),
    ...(await store.find('members', { role: 'volunteer' }, 1000)),
  ] as { _id: string; maskedName: string; role: string }[];
  return found.map(({ _id: openid, maskedName, role }) => ({ openid, maskedName, role }));
}

async function verify(store: Store, logged: string | undefined): Promise<void> {
  const { batches, entries, unchained, hash, fault } = await verifyTrail(store, { logged });
  console.log(`${entries} entries in ${batches} batches, ${unchained} not chained yet; last hash ${hash}`);
  if (!fault) return console.log('the trail is whole');
  console.error(`batch ${fault.batch}: ${fault.sentence}`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
