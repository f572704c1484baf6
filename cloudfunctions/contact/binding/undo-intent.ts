import type {
  AdmissionDocument,
  GrantDocument,
  PersonDocument,
  PostDocument,
} from '../../shared/contract/documents';
import { admissionLimit, letOut, newAdmission, noteCallBack } from '../../shared/domain/admission';
import { askForCallBack, uncharge } from '../../shared/domain/quota';
import { addNews } from '../../shared/adapters/news-store';
import { inOrder } from '../../shared/adapters/ordered-writes';
import { campaign } from '../../shared/kernel/campaign';
import { callBackNews } from '../contact-news';

/** What remains of a try without a number. */
export type Undone =
  /** A call-back request. */
  | { kind: 'asked'; grant: GrantDocument }
  /** Nothing remains. `because` says why a call-back request is impossible, too. */
  | { kind: 'gone'; because: 'call-back-limit' | 'contact-full' | null }
  /** Another run settled the try meanwhile. */
  | { kind: 'overtaken' };

/**
 * Undoes a recorded try: the charge and the place are free again. `asCallBack` leaves a call-back request if the poster
 * and the viewer have room for one; a try that came from a request becomes one again.
 */
export async function undoIntent(
  { _id: id, attempt }: GrantDocument,
  { asCallBack, nowMs }: { asCallBack: boolean; nowMs: number },
): Promise<Undone> {
  return inOrder(async (ordered) => {
    const grant = await ordered.read('grants', id);
    if (grant?.state !== 'intended' || grant.attempt !== attempt) return { kind: 'overtaken' };
    const post = await ordered.read('posts', grant.postId);
    const stored = await ordered.read('persons', grant.viewerId);
    const person = stored && grant.openedBy === 'viewer' ? uncharge(stored, id) : stored;
    const known = await ordered.read('admissions', grant.postId);
    const admission = known ?? newAdmission(grant.postId);

    const keeps = (grant.wasAsked || asCallBack) && post !== null && grant.endReason === null;
    const request = keeps && !grant.wasAsked ? callBackOf({ person, admission, post, id, nowMs }) : null;
    const because = request?.refused ?? null;
    const asked = keeps && because === null;

    const listed = request?.admission ?? noteCallBack(admission, id, Infinity) ?? admission;
    // The admission of an erased post was removed, and must not be created again.
    if (known) await ordered.write('admissions', asked ? listed : letOut(admission, id));
    const counted = asked ? (request?.person ?? person) : person;
    if (counted) await ordered.write('persons', counted);
    if (!asked) {
      await ordered.remove('grants', id);
      return { kind: 'gone', because };
    }
    const again: GrantDocument = { ...grant, state: 'asked', wasAsked: true, expiresAtMs: null };
    await ordered.write('grants', again);
    if (!grant.wasAsked) await addNews(ordered, callBackNews(again, nowMs));
    return { kind: 'asked', grant: again };
  });
}

interface CallBackState {
  person: PersonDocument | null;
  admission: AdmissionDocument;
  post: PostDocument;
  id: string;
  nowMs: number;
}

/** The person and the post with a new call-back request, or why there is no room for one. */
function callBackOf({ person, admission, post, id, nowMs }: CallBackState) {
  const counted = person && askForCallBack(person, id, campaign.limits, nowMs);
  if (!counted) return { refused: 'call-back-limit' as const };
  const noted = noteCallBack(admission, id, admissionLimit(post, campaign.limits));
  if (!noted) return { refused: 'contact-full' as const };
  return { refused: null, person: counted, admission: noted };
}
