import { LinkDocument } from '../contract/link-document';

export type LinkedVersion = LinkDocument['_id'];

/**
 * The version that links open, from the variable URL_LINK. Null where an environment makes none, because WeChat makes links
 * only for a subject that is no single person.
 */
export function linkedVersion(environment: Record<string, string | undefined>): LinkedVersion | null {
  const { success, data } = LinkDocument.shape._id.safeParse(environment.URL_LINK);
  return success ? data : null;
}
