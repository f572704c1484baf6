/** Where the telephone exchange answers, on the preview's own origin. */
const exchangeUrl = '/exchange';

/** Asks the exchange in the name of the person who holds the phone. Rejects when it refuses. */
export async function askExchange(openid: string, what: string, body: object): Promise<unknown> {
  const response = await fetch(`${exchangeUrl}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: openid, ...body }),
  });
  if (!response.ok) throw new Error(`the exchange refuses ${what}: ${response.status}`);
  return response.json();
}

/** The address of what the exchange has for one person, such as `identity-card`. */
export function exchangeAddress(what: string, openid: string): string {
  return `${exchangeUrl}/${what}?person=${encodeURIComponent(openid)}`;
}
