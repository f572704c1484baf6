import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { chosenCampaign } from '../../local/start/chosen-campaign';
import type { Account } from './cloud/cloud';
import type { Values } from './units/function-variables';

/** One environment that is deployed to, such as `test` or `production`, as its file `.env.<name>` describes it. */
export interface Deployment {
  name: string;
  /** The file's path relative to the repository; git ignores the file. */
  file: string;
  envId: string | undefined;
  appId: string | undefined;
  /** Absent as long as a part of it is missing: nothing can then be read or changed. */
  account: Account | undefined;
  campaign: string;
  /** Path of the private key that uploads the mini-program. */
  uploadKeyFile: string | undefined;
  /** Names of the manual steps that a person has confirmed. */
  doneByHand: string[];
  /** All values of the file, for the functions' variables. */
  values: Values;
}

/** @param processEnvironment gives the names that the file leaves out */
export function readDeployment(root: string, name: string, processEnvironment: Values): Deployment {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new Error(`an environment's name is small letters, digits and -, not ${JSON.stringify(name)}`);
  const file = `.env.${name}`;
  const path = join(root, file);
  const values: Values = {
    ...processEnvironment,
    ...(existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {}),
  };
  const get = (key: string) => values[key] || undefined;
  const envId = get('ENV_ID');
  const secretId = get('CLOUD_API_SECRET_ID');
  const secretKey = get('CLOUD_API_SECRET_KEY');
  return {
    name,
    file,
    envId,
    appId: get('APP_ID'),
    account:
      envId && secretId && secretKey
        ? { envId, secretId, secretKey, region: get('REGION') ?? 'ap-shanghai' }
        : undefined,
    campaign: chosenCampaign(root, get('CAMPAIGN')),
    uploadKeyFile: get('UPLOAD_KEY_FILE'),
    doneByHand: (get('DONE_BY_HAND') ?? '').split(/[\s,]+/).filter((step) => step !== ''),
    values,
  };
}

/** Why a deployment may not begin, one sentence each; the plan adds what the functions lack. */
export function deploymentFaults(root: string, deployment: Deployment): string[] {
  const { file, envId, appId, uploadKeyFile } = deployment;
  const faults: string[] = [];
  if (!/^wx[0-9a-f]{16}$/.test(appId ?? ''))
    faults.push(`APP_ID ${appId === undefined ? 'is missing' : 'is wrong'}: wx and 16 of 0-9 and a-f`);
  if (uploadKeyFile !== undefined && !existsSync(resolve(root, uploadKeyFile)))
    faults.push(`UPLOAD_KEY_FILE is ${uploadKeyFile}, where no file is`);
  for (const other of readdirSync(root))
    if (/^\.env\.[a-z][a-z0-9-]*$/.test(other) && other !== file && envIdOf(join(root, other)) === envId)
      faults.push(`ENV_ID is also that of ${other}: each file describes an environment of its own`);
  return faults;
}

/** Null for a file without one, which is like no other. */
const envIdOf = (path: string): string | null => parseEnv(readFileSync(path, 'utf8')).ENV_ID || null;
