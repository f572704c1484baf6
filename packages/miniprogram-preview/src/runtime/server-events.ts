const sources = new Map<string, EventSource>();

/**
 * Listens to server-sent events of one name. Listeners of one address share a connection, because a browser opens only
 * six to one server.
 */
export function listenToServer(url: string, event: string, handler: (data: unknown) => void): void {
  const source = sources.get(url) ?? new EventSource(url);
  sources.set(url, source);
  source.addEventListener(event, ({ data }) => handler(JSON.parse(String(data))));
}
