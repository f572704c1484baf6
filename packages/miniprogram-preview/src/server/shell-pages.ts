import fs from 'node:fs';
import path from 'node:path';
import type { ServerResponse } from 'node:http';
import { send, sendJson } from './responses';

interface PagesOptions {
  people: { openid: string; name: string; note: string }[];
  functionsUrl: string;
  exchangeUrl: string;
}

const shellDir = path.join(__dirname, '../shell');

/** The pages around the program: `/` with two phones, `/phone` with one, their styles and scripts. */
export function createPages({ people, functionsUrl, exchangeUrl }: PagesOptions): {
  answer(response: ServerResponse, url: URL): boolean;
} {
  const read = (name: string) => fs.readFileSync(path.join(shellDir, name), 'utf8');
  return {
    answer(response, { pathname }) {
      if (pathname === '/')
        send(response, 200, 'text/html', read('shell.html').replace('%EXCHANGE_URL%', exchangeUrl));
      else if (pathname === '/phone')
        send(
          response,
          200,
          'text/html',
          read('phone.html').replace('%FUNCTIONS_URL%', functionsUrl).replace('%EXCHANGE_URL%', exchangeUrl),
        );
      else if (pathname === '/preview/people') sendJson(response, 200, people);
      else if (/^\/preview\/(phone|telephone|shell)\.css$/.test(pathname))
        send(response, 200, 'text/css', read(path.basename(pathname)));
      else return false;
      return true;
    },
  };
}
