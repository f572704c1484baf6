import type { GrantDocument } from '../shared/contract/documents';
import { readDocument } from '../shared/adapters/ordered-writes';
import { CallError } from '../shared/kernel/call-error';

/** A grant with the person who may act on it: its viewer. */
export const grantOfViewer = async (input: { id: string }): Promise<GrantDocument & { ownerId: string }> => {
  const grant = await loadGrant(input.id);
  return { ...grant, ownerId: grant.viewerId };
};

/** A grant with the person who may answer it: the poster. */
export const grantOfPoster = async (input: { id: string }): Promise<GrantDocument & { ownerId: string }> => {
  const grant = await loadGrant(input.id);
  return { ...grant, ownerId: grant.posterId };
};

export async function loadGrant(id: string): Promise<GrantDocument> {
  const grant = await readDocument('grants', id);
  if (!grant) throw new CallError('not-found');
  return grant;
}
