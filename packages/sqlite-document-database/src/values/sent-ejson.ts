import { invalidParam } from '../refusals';
import { parseEjson } from './ejson';
import { holdsLoneSurrogate } from './unicode';
import type { Value } from './value';

/**
 * Parses the Extended JSON of a request. Half of a surrogate pair is not Unicode text: written as UTF-8 it would become
 * another character, so that two different ids or keys would be the same in storage.
 * @param nowMs the time of `serverDate`
 * @throws PlatformError when the text is not valid Extended JSON, or not Unicode
 */
export function parseSentEjson(text: string, nowMs: number): Value {
  if (holdsLoneSurrogate(text))
    throw invalidParam('the request is not valid UTF-8: it holds half of a surrogate pair');
  return parseEjson(text, nowMs);
}
