import { mkdirSync } from 'node:fs';
import { startCloud, type Cloud } from '../cloud';
import { createPreview, type PreviewPerson } from 'miniprogram-preview';
import { createWechat } from '../wechat/wechat';
import { healthz } from '../server/healthz';
import { startHttpServer } from '../http/server';
import { listenFrom } from './listen-from';
import { pagesIn } from './pages-in';
import { readProjectFolder } from './project-folder';
import { reloadOnChange } from './reload-on-change';

export interface ProjectOptions {
  /** The folder that holds project.config.json. */
  root: string;
  /** The folder for its database, files and logs. */
  dataDir: string;
  /** 0: any free port; undefined: 8080, or the next free one. */
  port: number | undefined;
  /** Collections to create when missing, as one would in the console; indexes come from cloudbaserc.json. */
  collections: string[];
  /** Warns of what WeChat refuses, with its answer, and lets it pass. Default: refuses it. */
  lenient?: boolean;
  log(line: string): void;
}

export interface ServedProject {
  port: number;
  cloud: Cloud;
  close(): Promise<void>;
}

/** Tried first by default. */
const usualPort = 8080;

const people: PreviewPerson[] = [
  { openid: 'person-1', name: '甲', note: '第一个人' },
  { openid: 'person-2', name: '乙', note: '第二个人' },
];

/** Runs any mini-program with its own local cloud. Rejects with an error whose message is a sentence. */
export async function serveProject(options: ProjectOptions): Promise<ServedProject> {
  const { root, dataDir, lenient, log } = options;
  const { miniprogramDir, functionsDir, cloudbaserc } = readProjectFolder(root, log);
  mkdirSync(dataDir, { recursive: true });
  const endings: (() => unknown)[] = [];
  const close = async () => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  try {
    const server = await (options.port === undefined
      ? listenFrom(usualPort, log)
      : startHttpServer(options.port, log));
    endings.push(() => server.close());
    const wechat = createWechat({
      previewOrigin: () => `http://127.0.0.1:${server.port}`,
      hasPage: (path) => pagesIn(miniprogramDir).includes(path),
      warn: lenient ? log : undefined,
    });
    endings.push(wechat.close);
    const cloud = await startCloud({
      dataDir,
      functionsDir,
      cloudbaserc,
      lenient,
      openApi: wechat.openApi,
      openData: wechat.openData,
      log,
    });
    endings.push(() => cloud.close());
    await cloud.database.applyCollections(
      options.collections.map((collectionName) => ({ collectionName, aclTag: 'PRIVATE', indexes: [] })),
    );
    endings.push(await reloadOnChange({ cloud, functionsDir, log }));
    const preview = await createPreview({
      root: miniprogramDir,
      watch: true,
      people: people,
      wechatUrl: '/wechat',
      lenient,
      log,
    });
    endings.push(() => preview.close());
    server.serve([healthz(cloud), cloud.endpoint, wechat.handle, preview.handle], cloud.upgrade);
    return { port: server.port, cloud, close };
  } catch (error) {
    await close();
    throw error;
  }
}
