import { emptyBody } from '../../cloudfunctions/shared/contract/post-body';
import type { HandOver, PostBody } from '../../cloudfunctions/shared/contract/post-body';

/** What a person fills into either form. Owner, place and time come from elsewhere. */
export type PostContent = PostBody;

/** An empty form with these fields filled in. */
export function postContent(filledIn: Partial<PostContent> & Pick<PostContent, 'items'>): PostContent {
  const { note = '' } = filledIn;
  return {
    ...emptyBody,
    handOver: ways.filter(([, words]) => words.test(note)).map(([way]) => way),
    ...filledIn,
  };
}

/** Words in a note that suggest a way of handing over, which its author would then have ticked. */
const ways: readonly (readonly [HandOver, RegExp])[] = [
  ['pick-up', /自取|上门取|我自己取|去取|过去拿|戴口罩来取|稍远也能来|请到.*取/],
  ['courier', /跑腿|骑车送|可以送一公里/],
  ['mail', /可以寄/],
  ['contactless', /无接触|不接触|门卫|信箱|快递柜|驿站|单元门口|从窗口吊/],
];
