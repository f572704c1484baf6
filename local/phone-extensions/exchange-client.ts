/** The address of the telephone exchange, on the preview's own origin. */
const exchangeUrl = '/exchange';

/** Asks the exchange in the name of the phone's holder. Rejects when the exchange refuses. */
export async function askExchange(openid: string, what: string, body: object): Promise<unknown> {
  const response = await fetch(`${exchangeUrl}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: openid, ...body }),
  });
  if (!response.ok) throw new Error(`the exchange refuses ${what}: ${response.status}`);
  return response.json();
}

/** The address at which the exchange answers about one person, such as `identity-card`. */
export function exchangeAddress(what: string, openid: string): string {
  return `${exchangeUrl}/${what}?person=${encodeURIComponent(openid)}`;
}
