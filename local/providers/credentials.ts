import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeWholeFile } from 'cloudbase-local';

/**
 * The keys of this machine's accounts with its local providers, made on the first start and kept in the data folder.
 */
export interface Credentials {
  tencentSecretId: string;
  tencentSecretKey: string;
  aliyunAccessKeyId: string;
  aliyunAccessKeySecret: string;
}

/** Throws an error with a sentence for the user when the file is damaged. */
export function openCredentials(file: string): Credentials {
  if (existsSync(file)) return read(file);
  const made: Credentials = {
    tencentSecretId: `AKID${randomBytes(16).toString('hex')}`,
    tencentSecretKey: randomBytes(24).toString('base64url'),
    aliyunAccessKeyId: `LTAI${randomBytes(10).toString('hex')}`,
    aliyunAccessKeySecret: randomBytes(24).toString('base64url'),
  };
  writeWholeFile(file, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

function read(file: string): Credentials {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Credentials;
  } catch (error) {
    throw new Error(`${file} is damaged: remove it and new keys are made`, { cause: error });
  }
}
