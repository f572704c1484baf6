import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { ServerResponse } from 'node:http';

const types: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.css': 'text/css',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
};

/** Allows scripts and connections of this machine only, because no request of a previewed program may leave it. */
export const contentPolicy = [
  "default-src 'self' data: blob:",
  // The gateway serves stored pictures, at another port of this machine.
  "img-src 'self' data: blob: http://127.0.0.1:* http://localhost:*",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' data: blob: http://127.0.0.1:* http://localhost:* ws://127.0.0.1:* ws://localhost:*",
  "frame-ancestors 'self'",
].join('; ');

export function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  const isText = /^(text|application\/json)/.test(type);
  response.writeHead(status, {
    'content-type': isText ? `${type}; charset=utf-8` : type,
    'cache-control': 'no-cache',
    'content-security-policy': contentPolicy,
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json', JSON.stringify(value));
}

/** Sends a file if it lies inside one of the folders, else 404. */
export async function sendFile(
  response: ServerResponse,
  folders: string | string[],
  file: string,
): Promise<void> {
  const target = resolve(file);
  const isInside = [folders].flat().some((folder) => target.startsWith(resolve(folder) + sep));
  const type = types[extname(target).toLowerCase()];
  const body = isInside && type !== undefined ? await readIfPresent(target) : undefined;
  if (body === undefined) send(response, 404, 'text/plain', 'no such file');
  else send(response, 200, type ?? '', body);
}

async function readIfPresent(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
