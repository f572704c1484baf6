/**
 * Names under which SDKs find the platform when nothing tells them where it is: `wx-server-sdk` before 2.1 and every
 * `tcb-admin-node` have them in their code. On SCF the platform's network resolves them.
 */
export const PLATFORM_HOSTS: ReadonlySet<string> = new Set([
  'tcb-admin.tencentyun.com',
  'tcb-open.tencentyun.com',
  'tcb-admin.tencentcloudapi.com',
  'tcb-open.tencentcloudapi.com',
]);
