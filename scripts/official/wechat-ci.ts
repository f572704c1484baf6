import { requireTool } from '../require-tool';

const tools = 'scripts/official/tools';

/** The part of `miniprogram-ci` that we use: WeChat's own packer, compiler and uploader. */
interface WechatCi {
  Project: new (options: {
    appid: string;
    type: 'miniProgram';
    projectPath: string;
    ignores: string[];
    privateKey?: string;
    privateKeyPath?: string;
  }) => Project;
  packNpmManually(options: {
    packageJsonPath: string;
    miniprogramNpmDistDir: string;
  }): Promise<{ miniProgramPackNum: number; warnList: { msg: string }[] }>;
  getCompiledResult(options: { project: Project; version: string; setting: object }): Promise<CompiledFiles>;
  upload(options: { project: Project; version: string; desc: string; setting: object }): Promise<unknown>;
}

interface Project {
  appid: string;
  /** WeChat's limits for the app id, read over the network. */
  attr(): Promise<unknown>;
  getExtAppid(): Promise<string | undefined>;
}

export type CompiledFiles = Record<string, string | Buffer>;

/** The settings of project.config.json, renamed for miniprogram-ci. */
const setting = { es6: true, enhance: true, minify: true, autoPrefixWXSS: true };
const ignores = ['node_modules/**/*', 'miniprogram/node_modules/**/*', 'cloudfunctions/**/*'];

const wechatCi = (): WechatCi => requireTool(tools, 'miniprogram-ci');

/** Runs DevTools' "build npm" on a staged program. Answers how many packages it packed, and its warnings. */
export async function buildNpm(folder: string): Promise<{ packages: number; warnings: string[] }> {
  const { miniProgramPackNum, warnList } = await wechatCi().packNpmManually({
    packageJsonPath: `${folder}/miniprogram/package.json`,
    miniprogramNpmDistDir: `${folder}/miniprogram`,
  });
  return { packages: miniProgramPackNum, warnings: warnList.map(({ msg }) => msg) };
}

/** Compiles a staged program as an upload would, without unused files. Needs no account and no network. */
export async function compileProgram(folder: string): Promise<CompiledFiles> {
  const project = new (wechatCi().Project)({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: folder,
    privateKey: 'none is needed offline',
    ignores,
  });
  const { DefaultProjectAttr } = requireTool<{ DefaultProjectAttr: unknown }>(
    tools,
    'miniprogram-ci/dist/config/config.js',
  );
  project.attr = () => Promise.resolve(DefaultProjectAttr);
  project.getExtAppid = () => Promise.resolve(undefined);
  const compiled = await wechatCi().getCompiledResult({ project, version: '0.0.0', setting });
  const { filterUnusedFile } = requireTool<{
    filterUnusedFile(dev: boolean, project: Project, files: CompiledFiles): Promise<CompiledFiles>;
  }>(tools, 'miniprogram-ci/dist/ci/utils/filterUnusedFile.js');
  return filterUnusedFile(false, project, compiled);
}

/**
 * Uploads a staged program, whose npm is built, under its own app id. The result is a version that waits for review.
 */
export async function uploadProgram(
  folder: string,
  { appId, keyFile, version, description }: Upload,
): Promise<void> {
  const project = new (wechatCi().Project)({
    appid: appId,
    type: 'miniProgram',
    projectPath: folder,
    privateKeyPath: keyFile,
    ignores,
  });
  await wechatCi().upload({ project, version, desc: description, setting });
}

interface Upload {
  appId: string;
  keyFile: string;
  version: string;
  description: string;
}
