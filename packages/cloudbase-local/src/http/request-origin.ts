import type { IncomingMessage } from 'node:http';
import { isPlatformHost } from './platform-hosts';

const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Why a request must not be answered, or undefined when it may. A page of another site must reach nothing here: neither
 * by its own requests (Origin, Sec-Fetch-Site), nor under its own host name that resolves to this machine (Host).
 * `pagesAllowed: 'same-origin'` allows our own pages, `'none'` no page. Where no page is allowed, the platform's host
 * names are accepted like this machine's, because SDKs use them through a proxy or inside a function.
 */
export function refusedAsForeign(
  request: IncomingMessage,
  { pagesAllowed }: { pagesAllowed: 'none' | 'same-origin' },
): string | undefined {
  const { host = '', origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const misnamed = pagesAllowed === 'none' && isPlatformHost(host) ? undefined : refusedAsMisnamed(request);
  if (misnamed !== undefined) return misnamed;
  if (pagesAllowed === 'none')
    return origin === undefined && site === undefined
      ? undefined
      : 'the gateway is the admin side of the cloud and answers no web page';
  const ownPage =
    (origin === undefined || origin === `http://${host}`) &&
    (site === undefined || site === 'same-origin' || site === 'none');
  return ownPage ? undefined : 'pages of other sites may not call functions';
}

/**
 * The same for addresses that any page may link to: accepted only under a name of this machine, so that no other site
 * can read them as its own.
 */
export function refusedAsMisnamed(request: IncomingMessage): string | undefined {
  const { host = '' } = request.headers;
  if (loopbackHost.test(host)) return undefined;
  return `this address is for this machine only, and ${JSON.stringify(host)} is not its name`;
}
