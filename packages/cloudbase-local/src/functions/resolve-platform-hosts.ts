import http from 'node:http';
import https from 'node:https';
import { urlToHttpOptions } from 'node:url';
import { isPlatformHost } from '../http/platform-hosts';

/**
 * Leads requests for the platform's own names to the gateway, as the network of SCF would; all others go where they
 * say. Only `request` is replaced, because the SDKs send with it.
 */
export function resolvePlatformHosts(gatewayUrl: string): void {
  const { hostname, port } = new URL(gatewayUrl);
  const toGateway = http.request;
  for (const module of [http, https]) {
    const send = module.request as (...given: unknown[]) => http.ClientRequest;
    const request = (...given: unknown[]): http.ClientRequest => {
      const { options, callback } = requestOf(given);
      if (!isPlatformHost(options.hostname ?? options.host ?? '')) return send(...given);
      return toGateway(
        { ...options, protocol: 'http:', agent: http.globalAgent, host: hostname, hostname, port },
        callback,
      );
    };
    module.request = request as typeof module.request;
  }
}

interface GivenRequest {
  options: http.RequestOptions;
  callback: ((response: http.IncomingMessage) => void) | undefined;
}

/** Unifies `request(url, options?, callback?)` and `request(options, callback?)`. */
function requestOf(given: unknown[]): GivenRequest {
  const callback = given.find((each) => typeof each === 'function') as GivenRequest['callback'];
  const [first, second] = given;
  if (typeof first !== 'string' && !(first instanceof URL))
    return { options: (first ?? {}) as http.RequestOptions, callback };
  const url = URL.canParse(String(first)) ? urlToHttpOptions(new URL(String(first))) : {};
  return { options: { ...url, ...(typeof second === 'object' ? second : {}) }, callback };
}
