import http from 'node:http';
import https from 'node:https';
import type { RequestOptions } from 'node:http';
import { PLATFORM_HOSTS } from '../platform-hosts';

/**
 * Lets requests for the platform's own names reach the gateway, as the network of SCF would; all others go where they say.
 * Only `request(options)` is looked at: that is how the SDKs that need it send.
 */
export function resolvePlatformHosts(gatewayUrl: string): void {
  const { hostname, port } = new URL(gatewayUrl);
  const toGateway = http.request;
  for (const module of [http, https]) {
    const send = module.request as (...given: unknown[]) => http.ClientRequest;
    const request = (...given: unknown[]): http.ClientRequest => {
      const [options, callback] = given as [RequestOptions, ((response: http.IncomingMessage) => void)?];
      if (!PLATFORM_HOSTS.has(options.hostname ?? options.host ?? '')) return send(...given);
      const redirected = {
        ...options,
        protocol: 'http:',
        agent: http.globalAgent,
        host: hostname,
        hostname,
        port,
      };
      return toGateway(redirected, callback);
    };
    module.request = request as typeof module.request;
  }
}
