import type { GrantDocument, MemberDocument } from '../../shared/contract/documents';
import { accountsOf } from '../../shared/adapters/member-store';
import { readDocument } from '../../shared/adapters/ordered-writes';
import { openPhone } from '../../shared/kernel/phone-seal';
import type { Refuse } from '../../shared/kernel/refuse';
import { settings } from '../../shared/kernel/settings';

/** The decrypted phones of a grant's two sides; they exist only while the carrier is asked. */
export interface Phones {
  viewer: string;
  poster: string;
}

type Sides = Pick<GrantDocument, 'viewerAccount' | 'posterId'>;

/** Throws when one side has no phone, or no longer has one, or when both have the same. */
export async function phonesOf(
  grant: Sides,
  refuse: Refuse<'poster-unreachable' | 'same-phone'>,
): Promise<Phones> {
  const found = await findPhones(grant);
  if (!found) throw refuse('poster-unreachable');
  if (found.viewer === found.poster) throw refuse('same-phone');
  return found;
}

/** Null when one side has no phone, or no longer has one. */
export async function findPhones({ viewerAccount, posterId }: Sides): Promise<Phones | null> {
  const [account, posters] = await Promise.all([
    readDocument('members', viewerAccount),
    accountsOf(posterId),
  ]);
  const viewer = account && phoneOf(account);
  const posterAccount = posters.find(({ phone }) => phone !== null);
  const poster = posterAccount && phoneOf(posterAccount);
  return viewer && poster ? { viewer, poster } : null;
}

const phoneOf = ({ _id, phone }: MemberDocument): string | null =>
  phone === null ? null : openPhone(settings.phoneKeys(), phone, _id);
