import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cloud, startCloud, startHttpServer } from 'cloudbase-local';
import { buildFunctions, functionBuild } from '../../scripts/build-functions';
import { nowMs } from '../../packages/sqlite-document-database/bench/fixtures/posts';
import { postsByPlace, root } from '../data/collections';
import { callerCount, callerName } from './call-function';
import { MemberDocument } from '../../cloudfunctions/shared/contract/documents';
import type { BenchFolder } from '../../packages/sqlite-document-database/bench/stand/folder';

export interface SearchCloud {
  cloud: Cloud;
  /** Where clients call functions: `http://127.0.0.1:PORT`. */
  origin: string;
  close(): Promise<void>;
}

/**
 * The local cloud on a folder of posts with the product's search function, built as for deployment, the bare functions of
 * this folder, and a server for clients.
 */
export async function startSearchCloud(folder: BenchFolder, cloudDir: string): Promise<SearchCloud> {
  const functionsDir = join(folder.dir, 'functions');
  const built = await buildFunctions(functionBuild(root, functionsDir));
  for (const name of built.filter((each) => each !== 'search'))
    rmSync(join(functionsDir, name), { recursive: true });
  const cloudbaserc = join(folder.dir, 'cloudbaserc.json');
  const bare = { ...functionBuild(root, functionsDir), sourceDir: join(__dirname, 'functions') };
  const names = ['search', ...(await buildFunctions(bare))];
  const functions = names.map((name) => ({ name, handler: 'index.main', timeout: 10, memorySize: 256 }));
  writeFileSync(cloudbaserc, JSON.stringify({ functions, database: { collections: postsByPlace() } }));
  const log = (line: string): void => console.error(line);
  const server = await startHttpServer(0, log);
  const cloud = await startCloud({
    dataDir: cloudDir,
    functionsDir,
    cloudbaserc,
    nowMs,
    log,
  });
  await cloud.database.bulkLoad('members', members());
  server.serve([cloud.endpoint]);
  await cloud.warmUp();
  return {
    cloud,
    origin: `http://127.0.0.1:${server.port}`,
    async close() {
      await server.close();
      await cloud.close();
    },
  };
}

function* members(): Generator<MemberDocument> {
  for (let at = 0; at < callerCount; at += 1)
    yield MemberDocument.parse({
      _id: callerName(at),
      personId: at.toString(16).padStart(32, '0'),
      maskedName: '测*',
      role: 'member',
      verifiedAtMs: nowMs,
      consentedAtMs: nowMs,
      phone: 'v1.sealed',
      phoneBoundAtMs: nowMs,
      checkAtMs: null,
    });
}
