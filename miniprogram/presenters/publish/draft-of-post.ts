import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import type { Draft } from '../../model/draft';
import { shortRegion } from '../post/post-card';
import { plainOf } from './form-fields';
import { say } from '../../facts/words/say';

/**
 * A post as a form again. Its place is the public one, because nothing else was kept: it leads to the same public point. At least
 * one portion is offered.
 */
export function draftOfPost(post: OpenedPost, clientToken: string): Draft {
  const { source, region, publicPoint } = post;
  return {
    ...plainOf(post),
    clientToken,
    place: {
      kind: 'point',
      name: say`${shortRegion(region.label)}，和上次一样`,
      regionLabel: region.label,
      place: { point: publicPoint, adcode: region.adcode },
    },
    items: post.items.map(({ name: _name, ...item }) => item),
    portions: Math.max(1, post.portions?.left ?? 1),
    source,
  };
}
