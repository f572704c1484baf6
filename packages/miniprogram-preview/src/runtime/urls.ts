/** Splits a page URL and makes its path absolute, relative to the page it was written on. */
export function resolveUrl(url: string, fromPath = ''): { path: string; queryText: string } {
  const cut = url.indexOf('?');
  const written = cut < 0 ? url : url.slice(0, cut);
  const queryText = cut < 0 ? '' : url.slice(cut + 1);
  const isAbsolute = written.startsWith('/') || fromPath === '';
  const path = isAbsolute ? written : new URL(written, `http://program/${fromPath}`).pathname;
  return { path: path.replace(/^\/+/, '').replace(/\.html$/, ''), queryText };
}

/** Query values as a page receives them: all strings, still encoded; the page itself decodes them, as on a phone. */
export function parseQuery(queryText: string): Record<string, string> {
  const pairs = queryText.split('&').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const cut = pair.indexOf('=');
      return cut < 0 ? [pair, ''] : [pair.slice(0, cut), pair.slice(cut + 1)];
    }),
  );
}
