import type { CampaignLimits } from '../contract/campaign';
import type { AdmissionDocument, PostDocument } from '../contract/documents';

type Limit = Pick<CampaignLimits, 'contactsBeyondPortions'>;

/** The admission of a post before its first grant. */
export const newAdmission = (postId: string): AdmissionDocument => ({
  _id: postId,
  grants: [],
  callBacks: [],
  revision: 0,
});

/** How many may have an open grant to a post now: its portions left and a few more; a need has no such limit. */
export const admissionLimit = ({ portions }: Pick<PostDocument, 'portions'>, limits: Limit): number =>
  portions ? portions.left + limits.contactsBeyondPortions : Infinity;

/** How many more people it admits beyond those with an open grant; null where there is no limit. */
export function contactsLeft(
  post: Pick<PostDocument, 'portions'>,
  openGrants: number,
  limits: Limit,
): number | null {
  return post.portions ? Math.max(0, admissionLimit(post, limits) - openGrants) : null;
}

/** Lets a grant in; null when the post admits no more. A grant that is in already stays in. */
export function letIn(
  admission: AdmissionDocument,
  grantId: string,
  limit: number,
): AdmissionDocument | null {
  if (admission.grants.includes(grantId)) return withoutCallBack(admission, grantId);
  if (admission.grants.length >= limit) return null;
  return { ...withoutCallBack(admission, grantId), grants: [...admission.grants, grantId] };
}

/** Adds a call-back request in place of a grant; null when the poster has as many as the post admits. */
export function noteCallBack(
  admission: AdmissionDocument,
  grantId: string,
  limit: number,
): AdmissionDocument | null {
  const left = letOut(admission, grantId);
  if (left.callBacks.length >= limit) return null;
  return { ...left, callBacks: [...left.callBacks, grantId] };
}

/** Removes a grant and its call-back request from the lists. */
export const letOut = (admission: AdmissionDocument, grantId: string): AdmissionDocument => ({
  ...withoutCallBack(admission, grantId),
  grants: admission.grants.filter((each) => each !== grantId),
});

const withoutCallBack = (admission: AdmissionDocument, grantId: string): AdmissionDocument => ({
  ...admission,
  callBacks: admission.callBacks.filter((each) => each !== grantId),
});
