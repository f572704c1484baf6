import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { variables, type Variable } from './desired/variables';

/**
 * Writes `.env.<name>` with new random keys and an empty line for each value that a person must supply. Refuses to
 * overwrite a file.
 */
export function writeDeploymentFile(root: string, name: string): string {
  const file = `.env.${name}`;
  if (existsSync(join(root, file)))
    throw new Error(`${file} exists: its keys open the stored data, so that it is never written again`);
  // Only the file's owner may read it.
  writeFileSync(join(root, file), deploymentFileText(name), { mode: 0o600, flag: 'wx' });
  return file;
}

function deploymentFileText(name: string): string {
  const lines = [
    `# The environment "${name}" of npm run deploy. Keep a copy in a safe place: lost keys lose the data.`,
    '# id of the CloudBase environment (console: overview)',
    'ENV_ID=',
    '# app id of the mini-program (mp.weixin.qq.com: development settings)',
    'APP_ID=',
    '# API key of a sub-user with QcloudTCBFullAccess and QcloudSCFFullAccess (console.cloud.tencent.com/cam/capi)',
    'CLOUD_API_SECRET_ID=',
    'CLOUD_API_SECRET_KEY=',
    'REGION=ap-shanghai',
    'CAMPAIGN=fever',
    '# private key for uploading the mini-program (mp.weixin.qq.com: development settings, code upload), as a path',
    'UPLOAD_KEY_FILE=',
    '# steps of the plan that you have done by hand, with commas between them',
    'DONE_BY_HAND=',
    '',
    ...Object.entries<Variable>(variables)
      .filter(([, { kind }]) => kind !== 'local' && kind !== 'mark')
      .flatMap(([key, { purpose, form, kind, usual }]) => [
        `# ${purpose}: ${form.text}`,
        `${key}=${kind === 'key' ? randomBytes(32).toString('base64') : (usual ?? '')}`,
      ]),
  ];
  return `${lines.join('\n')}\n`;
}
