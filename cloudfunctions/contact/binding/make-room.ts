import type { AdmissionDocument, GrantDocument } from '../../shared/contract/documents';
import { letIn, letOut } from '../../shared/domain/admission';
import { ending } from '../../shared/domain/grant';
import { longestSilent } from '../../shared/domain/silent-viewer';
import type { Ordered } from '../../shared/adapters/ordered-writes';
import { campaign } from '../../shared/kernel/campaign';

/** A post with one viewer more, and the silent one whose place that is now: its number has to be unbound. */
export interface Room {
  admission: AdmissionDocument;
  silent: GrantDocument | null;
}

/**
 * Lets a grant in. At a full post it takes the place of the viewer who has been silent longest; null when no viewer has
 * been silent.
 */
export async function makeRoom(
  { read, write }: Pick<Ordered, 'read' | 'write'>,
  admission: AdmissionDocument,
  grantId: string,
  { limit, nowMs }: { limit: number; nowMs: number },
): Promise<Room | null> {
  const admitted = letIn(admission, grantId, limit);
  if (admitted) return { admission: admitted, silent: null };
  const holders = await Promise.all(admission.grants.map((id) => read('grants', id)));
  const present = holders.filter((grant) => grant !== null);
  const longest = longestSilent(present, campaign.limits, nowMs);
  const roomier = longest && letIn(letOut(admission, longest._id), grantId, limit);
  if (!longest || !roomier) return null;
  const silent = { ...longest, ...ending('silent', nowMs) };
  await write('grants', silent);
  return { admission: roomier, silent };
}
