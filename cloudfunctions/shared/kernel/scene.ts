import { createHash } from 'node:crypto';
import type { ShareTarget } from '../contract/share-calls';

/** A scene begins with its version, so that printed codes can be distinguished from later ones. */
const version = '1';
const kindLetters = { post: 'p', place: 'c' } as const;
const checkLength = 4;

/**
 * The scene of a code: version, kind, id, check, at most 30 characters. Ids cannot be guessed, so a forged scene leads nowhere.
 * The check finds damaged and changed scenes without asking the database.
 */
export function sceneOf({ kind, id }: ShareTarget): string {
  const body = `${version}${kindLetters[kind]}${kind === 'post' ? shortened(id) : id}`;
  return `${body}${checkOf(body)}`;
}

/** Null for a scene that no version of the program has made. */
export function targetOf(scene: string): ShareTarget | null {
  const body = scene.slice(0, -checkLength);
  if (body[0] !== version || scene.slice(-checkLength) !== checkOf(body)) return null;
  const id = body.slice(2);
  if (body[1] === kindLetters.place && /^[\w-]{16}$/.test(id)) return { kind: 'place', id };
  if (body[1] === kindLetters.post && /^[\w-]{22}$/.test(id)) return { kind: 'post', id: lengthened(id) };
  return null;
}

const shortened = (id: string): string => Buffer.from(id, 'hex').toString('base64url');
const lengthened = (id: string): string => Buffer.from(id, 'base64url').toString('hex');

const checkOf = (body: string): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, checkLength);
