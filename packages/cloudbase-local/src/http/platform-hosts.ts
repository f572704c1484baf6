/**
 * Names under which SDKs find the platform when nothing tells them where it is: `wx-server-sdk` before 2.1 and every
 * `tcb-admin-node` have them in their code, and the newer ones those of what is not asked for at `/admin` (data models, SQL,
 * AI, containers). On SCF the platform's network resolves them.
 */
const platformHost =
  /^(tcb-(admin|open)\.(tencentyun|tencentcloudapi)\.com|([\w-]+\.)*tcb-api\.tencentcloudapi\.com|[\w-]+\.api\.(intl\.)?tcloudbasegateway\.com)$/;

export function isPlatformHost(name: string): boolean {
  return platformHost.test(name);
}
