/**
 * The platform's public host names, which SDKs use without a configured address: `wx-server-sdk` before 2.1 and every
 * `tcb-admin-node` for everything, newer ones for services outside `/admin` (data models, SQL, AI, containers). On SCF
 * the platform's network resolves these names.
 */
const platformHost =
  /^(tcb-(admin|open)\.(tencentyun|tencentcloudapi)\.com|([\w-]+\.)*tcb-api\.tencentcloudapi\.com|[\w-]+\.api\.(intl\.)?tcloudbasegateway\.com)$/;

export function isPlatformHost(name: string): boolean {
  return platformHost.test(name);
}
