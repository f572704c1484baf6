import type { GrantDocument } from '../shared/contract/documents';
import { readDocument } from '../shared/adapters/ordered-writes';

type OwnedGrant = GrantDocument & { ownerId: string };

/** The grant with both of its sides as its owners. */
export async function grantOfEither({
  id,
}: {
  id: string;
}): Promise<(GrantDocument & { ownerId: string[] }) | null> {
  const grant = await readDocument('grants', id);
  return grant && { ...grant, ownerId: [grant.viewerId, grant.posterId] };
}

/** The grant, if it belongs to the caller: as its viewer, or as the poster to whom it leads. */
const grantOwnedBy =
  (side: 'viewerId' | 'posterId') =>
  async ({ id }: { id: string }): Promise<OwnedGrant | null> => {
    const grant = await readDocument('grants', id);
    return grant && { ...grant, ownerId: grant[side] };
  };

export const grantOfViewer = grantOwnedBy('viewerId');
export const grantOfPoster = grantOwnedBy('posterId');
