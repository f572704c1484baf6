import type { Self } from '../shared/contract/identity-calls';
import type { DocumentCheckDocument } from '../shared/contract/check-document';
import type { MemberDocument, PersonDocument } from '../shared/contract/documents';
import { quotaAt } from '../shared/domain/quota';
import { campaign } from '../shared/kernel/campaign';

/** The caller's stored account and person; each is null when none is stored. */
export interface Known {
  member: MemberDocument | null;
  person: PersonDocument | null;
  check: DocumentCheckDocument | null;
}

/** What the caller may read about their own account. */
export function selfView({ member, person, check }: Known, nowMs: number): Self {
  const verified = member !== null && member.verifiedAtMs !== null;
  const phoneBound = member !== null && member.phone !== null;
  const takesPart = verified && phoneBound && !person?.blockedAtMs;
  const contacts = quotaAt(person ?? { charges: [] }, campaign.limits, nowMs);
  return {
    verification: verified ? 'verified' : verificationOf(check),
    refusal: !verified && check?.state === 'refused' ? check.refusal : null,
    maskedName: verified ? member.maskedName : null,
    phoneBound,
    role: verified ? member.role : 'guest',
    contacts,
    can: {
      publish: takesPart,
      contact: takesPart,
      checkDocuments: takesPart && member.role === 'operator',
    },
  };
}

function verificationOf(check: DocumentCheckDocument | null): Self['verification'] {
  if (check?.state === 'pending' || check?.state === 'refused') return check.state;
  return 'none';
}
