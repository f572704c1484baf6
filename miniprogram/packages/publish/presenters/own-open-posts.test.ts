import { describe, expect, test } from '@jest/globals';
import { anOpenedPost } from '../../../../cloudfunctions/shared/testing/a-post';
import { limitSentence, openOn, twinOf } from './own-open-posts';

const post = anOpenedPost();
const draft = (code: string, point: [number, number] = post.publicPoint) => ({
  items: [{ code, quantity: 1, unit: '粒' }],
  place: {
    kind: 'point' as const,
    name: '',
    regionLabel: '',
    place: { point, adcode: post.region.adcode },
  },
});
const code = post.items[0]?.code ?? '';

describe('own open posts', () => {
  test('are those of the board that have not ended', () => {
    const ended = { ...post, status: 'withdrawn' as const };
    const other = { ...post, board: post.board === 'need' ? ('spare' as const) : ('need' as const) };
    expect(openOn(post.board, [post, ended, other])).toEqual([post]);
  });

  test('the limit is said once it is reached', () => {
    expect(limitSentence([post, post], { openPostsPerBoard: 3 })).toBe('');
    expect(limitSentence([post, post, post], { openPostsPerBoard: 3 })).toContain('同时最多 3 条');
  });

  test('the same medicine at the same place is a twin, and another medicine or another town is not', () => {
    const [lng, lat] = post.publicPoint;
    expect(twinOf(draft(code, [lng + 0.01, lat]), [post])).toBe(post);
    expect(twinOf(draft('ors'), [post])).toBeUndefined();
    expect(twinOf(draft(code, [lng + 1, lat]), [post])).toBeUndefined();
    expect(twinOf({ ...draft(code), place: null }, [post])).toBeUndefined();
  });
});
