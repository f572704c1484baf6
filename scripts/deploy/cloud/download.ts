import type { Agent } from 'node:http';
import { get } from 'node:https';
import { requireTool } from '../../require-tool';

/** Downloads through `http_proxy`, the proxy that the SDK uses too. Rejects on any status but 200. */
export function download(url: string): Promise<Buffer> {
  const proxy = process.env.http_proxy;
  const agent = proxy ? proxyAgent(proxy) : undefined;
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(parts));
        else reject(new Error(`downloading a function's code was answered ${String(response.statusCode)}`));
      });
    }).once('error', reject);
  });
}

function proxyAgent(proxy: string): Agent {
  const { HttpsProxyAgent } = requireTool<{ HttpsProxyAgent: new (proxy: string) => Agent }>(
    'scripts/deploy/tools',
    'https-proxy-agent',
  );
  return new HttpsProxyAgent(proxy);
}
