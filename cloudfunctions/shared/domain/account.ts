import type { MemberDocument } from '../contract/documents';

/** An account before anything is stored about it. */
export const newMember = (openid: string): MemberDocument => ({
  _id: openid,
  personId: null,
  maskedName: null,
  role: 'member',
  verifiedAtMs: null,
  consentedAtMs: null,
  phone: null,
  phoneBoundAtMs: null,
  phoneId: null,
  checkAtMs: null,
  epoch: 0,
  personEpoch: 0,
  isErasing: false,
  erasedAtMs: null,
  revision: 0,
});
