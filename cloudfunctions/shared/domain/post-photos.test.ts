import { aDocument } from '../testing/a-document';
import type { PostPhoto } from '../contract/photo';
import {
  keptPhotos,
  newPhotoCheck,
  photoAsked,
  photoCheckOver,
  photoUnjudged,
  withPhotoDoubt,
  withSeenPhotos,
  withVerdict,
} from './post-photos';

const minuteMs = 60_000;
const postId = 'a'.repeat(32);
const photo = (state: PostPhoto['state'], id = 'b'): PostPhoto => ({ id: id.repeat(32), state });
const post = (...photos: PostPhoto[]) => ({ ...aDocument(), photos });

test('WeChat is asked at once, then after 1, 2, 4, 8, then every 10 minutes, and again when half an hour passes', () => {
  let check = newPhotoCheck(postId, 0);
  expect(check.dueAtMs).toBe(0);
  const waits: number[] = [];
  for (let tries = 0; tries < 6; tries += 1) {
    check = photoAsked(check, null, 0);
    waits.push((check.dueAtMs ?? 0) / minuteMs);
  }
  expect(waits).toEqual([1, 2, 4, 8, 10, 10]);
  check = photoAsked(check, 'trace', 0);
  expect(check).toMatchObject({ traceId: 'trace', dueAtMs: 31 * minuteMs });
  expect(photoUnjudged(check, 0)).toMatchObject({ traceId: null, dueAtMs: 10 * minuteMs });
  expect(photoCheckOver(check)).toMatchObject({ traceId: null, dueAtMs: null });
});

test.each([
  ['pass', 'shown'],
  ['review', 'doubtful'],
  ['risky', 'refused'],
] as const)('after %s a photo is %s, and only once', (verdict, state) => {
  const before = post(photo('unchecked'), photo('unchecked', 'c'));
  const after = withVerdict(before, photo('unchecked').id, verdict);
  expect(after.photos).toEqual([photo(state), photo('unchecked', 'c')]);
  expect(withVerdict(after, photo('unchecked').id, 'pass')).toEqual(after);
});

test('a volunteer lets doubtful photos pass and no unchecked one', () => {
  const seen = withSeenPhotos(post(photo('doubtful'), photo('unchecked', 'c')));
  expect(seen.photos).toEqual([photo('shown'), photo('unchecked', 'c')]);
});

test('a correction leaves doubted and refused photos out', () => {
  const all = [photo('doubtful'), photo('refused', 'c'), photo('shown', 'd'), photo('unchecked', 'e')];
  expect(keptPhotos(all)).toEqual(all.slice(2));
});

test('a doubtful photo opens a round, or joins the one that is under way', () => {
  const context = { owner: 'd'.repeat(32), caseId: 'e'.repeat(32), nowMs: 5 };
  const fresh = withPhotoDoubt(null, post(photo('doubtful')), context);
  expect(fresh).toMatchObject({ state: 'waiting', causes: ['photo-doubtful'], caseId: context.caseId });
  const later = { ...context, caseId: 'f'.repeat(32) };
  const claimed = { ...fresh, state: 'claimed' as const, causes: ['reported' as const] };
  expect(withPhotoDoubt(claimed, post(photo('doubtful')), later)).toMatchObject({
    state: 'claimed',
    caseId: context.caseId,
    causes: ['reported', 'photo-doubtful'],
  });
  const decided = { ...fresh, state: 'decided' as const, excluded: ['1'.repeat(32)] };
  expect(withPhotoDoubt(decided, post(photo('doubtful')), later)).toMatchObject({
    state: 'waiting',
    caseId: later.caseId,
    excluded: ['1'.repeat(32)],
  });
});
