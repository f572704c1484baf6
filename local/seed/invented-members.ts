import { MemberDocument } from '../../cloudfunctions/shared/contract/documents';
import { inventPhone } from 'cloudbase-local';
import { sealPhone } from './seal-phone';

/** The account behind invented posts, so that a phone of the preview can call their authors. */
export interface InventedPerson {
  personId: string;
  maskedName: string;
}

/** Makes one verified account with a phone for each of these people. */
export function* inventedMembers(
  people: Iterable<InventedPerson>,
  { phoneKey, nowMs }: { phoneKey: string; nowMs: number },
): Generator<MemberDocument> {
  for (const { personId, maskedName } of people) {
    const openid = `invented-${personId}`;
    yield MemberDocument.parse({
      _id: openid,
      personId,
      maskedName,
      role: 'member',
      verifiedAtMs: nowMs,
      consentedAtMs: nowMs,
      phone: sealPhone(phoneKey, inventPhone(openid), openid),
      phoneBoundAtMs: nowMs,
      revision: 0,
    });
  }
}
