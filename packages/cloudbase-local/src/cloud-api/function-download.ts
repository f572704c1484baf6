import type { Deployed } from './deployed';

/** Serves a function's code from a host of object storage, whose address the cloud API answers. */
export const downloadHost = 'local-code-1300000000.cos.ap-shanghai.myqcloud.com';

export const downloadUrl = (functionName: string): string => `https://${downloadHost}/${functionName}.zip`;

export function downloadedZip(deployed: Deployed, path: string): Buffer | undefined {
  const name = /^\/([^/.]+)\.zip(\?.*)?$/.exec(path)?.[1] ?? '';
  return deployed.functions.get(name)?.zip;
}
