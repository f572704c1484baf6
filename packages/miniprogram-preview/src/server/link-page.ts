import type { ServerResponse } from 'node:http';
import { send } from './responses';

/** WeChat's limit on what a sender may append to a link. */
const customQuery = /^[\w!#$&'()*+,/:;=?@\-.~%]{1,256}$/;

/**
 * Opens a URL link of a local WeChat, `/link/<end>/<page and query in base64url>?cq=<further query>`: on the phone of a
 * stranger, as if it had been tapped in a text message.
 */
export function openLink(response: ServerResponse, { pathname, searchParams }: URL, nowMs: number): void {
  const [end = '', ticket = ''] = pathname.replace(/^\/link\//, '').split('/');
  if (!(Number(end) > nowMs)) return send(response, 410, 'text/plain', '链接已经过期');
  const page = Buffer.from(ticket, 'base64url').toString();
  const custom = searchParams.get('cq') ?? '';
  const query = customQuery.test(custom) ? `${page.includes('?') ? '&' : '?'}${custom}` : '';
  response.writeHead(302, {
    location: `/phone?page=${encodeURIComponent(`${page}${query}`)}`,
    'cache-control': 'no-store',
  });
  response.end();
}
