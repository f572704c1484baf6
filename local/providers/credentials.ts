import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The keys of this machine's accounts with its local providers; made on first start and kept in the data folder. */
export interface Credentials {
  tencentSecretId: string;
  tencentSecretKey: string;
  aliyunAccessKeyId: string;
  aliyunAccessKeySecret: string;
}

/** Throws a sentence when the file is damaged. */
export function openCredentials(file: string): Credentials {
  if (existsSync(file)) return read(file);
  const made: Credentials = {
    tencentSecretId: `AKID${randomBytes(16).toString('hex')}`,
    tencentSecretKey: randomBytes(24).toString('base64url'),
    aliyunAccessKeyId: `LTAI${randomBytes(10).toString('hex')}`,
    aliyunAccessKeySecret: randomBytes(24).toString('base64url'),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

function read(file: string): Credentials {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Credentials;
  } catch (error) {
    throw new Error(`${file} is damaged: remove it and new keys are made`, { cause: error });
  }
}
