import { join, resolve } from 'node:path';
import { type Cloud, healthz, startCloud, startHttpServer } from 'cloudbase-local';
import type { Database } from 'sqlite-document-database';
import { createPreview } from 'miniprogram-preview';
import { callsPerSecond } from '../../cloudfunctions/shared/contract/budgets';
import { startProviders, type Providers } from '../providers/providers';
import { demoPeople, people } from '../seed/people';
import { fillFolder, isHalfFilled, phoneKeyOf } from './fill-folder';
import { markFilled, refuseLostDatabase, refuseOtherCampaign } from './filled-mark';
import { instanceLimits } from './instance-limits';
import { keepNumbers } from './keep-numbers';
import { startFunctionBuilder, type BuildOutcome } from './function-builder';
import { previewOptions } from './preview-options';
import type { Settings } from './settings';

const root = resolve(__dirname, '../..');

/** One run of the program, from its start to Ctrl-C. */
export interface Session {
  /** Functions that end the started parts, called in reverse order. */
  endings: (() => unknown)[];
  /** Writes a line to stderr. */
  note(line: string): void;
  isEnding(): boolean;
}

/**
 * Starts the product and prints the ready line. Every part that has started is in `endings`, even when the start fails
 * half-way.
 */
export async function start(settings: Settings, session: Session): Promise<void> {
  const { endings, note } = session;
  refuseLostDatabase(settings.dataDir);
  refuseOtherCampaign(settings.dataDir, settings.campaign);
  const server = await startHttpServer(settings.port, note);
  endings.push(() => server.close());
  const builder = startFunctionBuilder(root, settings.campaign);
  endings.push(() => builder.close());
  // Checked before anything is kept of it.
  const program = await builder.program;
  const preview = createPreview({
    ...previewOptions,
    root: program,
    watch: true,
    people: demoPeople(),
    log: note,
  });
  // A failure is handled below, where the promise is awaited.
  preview.catch(() => undefined);
  // If the preview is still building, this waits for it and closes it then.
  endings.push(() =>
    preview.then(
      (created) => created.close(),
      () => undefined,
    ),
  );
  const opened: { cloud?: Cloud } = {};
  const providers = await startProviders({
    dataDir: settings.dataDir,
    people,
    // One clock for both, so that a number expires for carrier and functions at the same moment.
    now: () => opened.cloud?.clock.now() ?? Date.now(),
    poolMode: settings.maskedNumberMode === 'axn-extension' ? 'extension' : 'axb',
    previewOrigin: () => `http://127.0.0.1:${server.port}`,
    onMediaChecked: (event) => {
      // A lost message is the product's to make up for, as in the cloud.
      opened.cloud?.pushMessage('moderation', event).catch((error: unknown) => note(String(error)));
    },
    log: note,
  });
  endings.push(() => providers.close());
  const cloud = await openCloud(settings, server.port, { built: builder.built, providers, log: note });
  opened.cloud = cloud;
  builder.onRebuild((outcome) => reload(cloud, outcome, note));
  endings.push(() => cloud.close());
  const { handle } = await preview;
  if (session.isEnding()) return;
  server.serve(
    [healthz(cloud), cloud.endpoint, providers.wechat.handle, providers.handleExchange, handle],
    cloud.upgrade,
  );
  process.stdout.write(`ready http://127.0.0.1:${server.port}/ gateway ${cloud.gatewayUrl}\n`);
  // A function that does not load answers its callers with the error; the others keep working.
  await cloud.warmUp().catch((error: Error) => note(`a function does not start: ${error.message}`));
}

async function openCloud(
  settings: Settings,
  port: number,
  { built, providers, log }: { built: Promise<void>; providers: Providers; log(line: string): void },
): Promise<Cloud> {
  const open = (gatewayPort: number) =>
    startCloud({
      dataDir: settings.dataDir,
      functionsDir: built.then(() => join(root, 'dist/cloudfunctions')),
      cloudbaserc: join(root, 'cloudbaserc.json'),
      gatewayPort,
      prepare: async (database, nowMs) => {
        await seedOnFirstStart(database, nowMs, settings);
        await keepNumbers(database, providers.numbers, nowMs);
      },
      ...instanceLimits,
      ...(settings.maxInstances !== undefined && { maxInstances: settings.maxInstances }),
      callsPerSecond,
      // The local providers accept only the keys that they issued themselves.
      environment: { ...process.env, ...providers.env },
      openApi: providers.wechat.openApi,
      openData: providers.wechat.openData,
      log,
    });
  if (settings.gatewayPort !== undefined) return open(settings.gatewayPort);
  try {
    return await open(port + 1000);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return open(0);
  }
}

/**
 * Always adds the demonstration people, and as many posts as asked for. It fills only a database without members and
 * posts, or one whose filling was interrupted. Nothing else can be in there, because nothing is served before the
 * database is full.
 */
async function seedOnFirstStart(
  database: Database,
  nowMs: number,
  { seedPosts: posts, dataDir, campaign }: Settings,
): Promise<void> {
  if (isHalfFilled(dataDir)) for (const name of ['members', 'posts']) await empty(database, name);
  else if ((await count(database, 'members')) > 0 || (await count(database, 'posts')) > 0)
    return markFilled(dataDir, campaign);
  await fillFolder(database, { dataDir, campaign, posts, nowMs, phoneKey: phoneKeyOf(dataDir) });
}

async function empty(database: Database, collectionName: string): Promise<void> {
  const request = { collectionName, queryType: 'WHERE', query: '{}', multi: true };
  await database.handle('database.removeDocument', request);
}

async function count(database: Database, collectionName: string): Promise<number> {
  const request = { collectionName, queryType: 'WHERE', query: '{}' };
  const { data } = await database.handle('database.calculateDocument', request);
  return (data as { total: number }).total;
}

function reload(cloud: Cloud, outcome: BuildOutcome, note: (line: string) => void): void {
  if ('problem' in outcome) return note(outcome.problem);
  if (outcome.changed.length === 0) return;
  cloud.reloadFunctions(outcome.changed);
  note(`new code: ${outcome.changed.join(', ')}`);
}
