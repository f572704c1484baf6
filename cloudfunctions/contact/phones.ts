import type { GrantDocument, MemberDocument } from '../shared/contract/documents';
import { accountsOf } from '../shared/adapters/member-store';
import { readDocument } from '../shared/adapters/ordered-writes';
import { CallError } from '../shared/kernel/call-error';
import { openPhone, phoneKeys } from '../shared/kernel/phone-seal';

/** The real phones of a grant's two sides, open for as long as the carrier is asked. */
export interface Phones {
  viewer: string;
  poster: string;
}

/** Throws when one of them has no phone (any more), or both have the same. */
export async function phonesOf(grant: Pick<GrantDocument, 'viewerAccount' | 'posterId'>): Promise<Phones> {
  const found = await findPhones(grant);
  if (!found) throw new CallError('poster-unreachable');
  if (found.viewer === found.poster) throw new CallError('same-phone');
  return found;
}

/** Null when one of them has no phone (any more). */
export async function findPhones(
  grant: Pick<GrantDocument, 'viewerAccount' | 'posterId'>,
): Promise<Phones | null> {
  const [viewer, posters] = await Promise.all([
    readDocument('members', grant.viewerAccount),
    accountsOf(grant.posterId),
  ]);
  const poster = posters.find(({ phone }) => phone !== null);
  const phones = { viewer: viewer && phoneOf(viewer), poster: poster && phoneOf(poster) };
  return phones.viewer && phones.poster ? { viewer: phones.viewer, poster: phones.poster } : null;
}

const phoneOf = ({ _id, phone }: MemberDocument): string | null =>
  phone === null ? null : openPhone(phoneKeys(process.env), phone, _id);
