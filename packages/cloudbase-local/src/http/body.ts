import type { IncomingMessage } from 'node:http';

/**
 * The whole body, or undefined when it is larger than `limit` bytes (the rest is read and discarded). Rejects when the connection breaks.
 * Listens to events, because an iterator over the chunks costs as much as the rest of a small request.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.on('end', () => {
      if (length > limit) resolve(undefined);
      else resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
    });
    request.on('error', reject);
    // A connection that breaks in the middle of a body ends neither way.
    request.on('close', () => reject(new Error('the connection broke in the middle of a request')));
  });
}
