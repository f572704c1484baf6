import type { CodedPlace } from '../../../../cloudfunctions/shared/contract/share-calls';
import type { Post } from '../../../../cloudfunctions/shared/contract/post';
import { postShareWords } from '../../../presenters/share/share-words';
import { worded } from '../../../facts/words/worded';

/** The words of a poster, above and below its code. */
export interface PosterWords {
  /** The largest lines, each short enough for the width. */
  headline: string[];
  /** The smaller lines under the headline. */
  lead: string;
  /** The lines under the code. */
  where: string;
}

export const placePoster = ({ name, regionLabel }: CodedPlace): PosterWords => ({
  headline: ['扫一扫', worded('看附近{whoHas}')],
  lead: worded('{posterLead}'),
  where: `${name} · ${regionLabel}`,
});

/** 湘江一号小区附近谁有药、谁缺药: what the reader of a link to the place sees before it. */
export const placeLinkText = ({ name }: CodedPlace): string => worded(`${name}附近{whoHas}、{whoNeeds}`);

export function postPoster(post: Post): PosterWords {
  const { headline, lines } = postShareWords(post);
  const [what = '', ...rest] = lines;
  return {
    headline: [headline, what],
    lead: rest.join(' · '),
    where: '扫一扫就能联系，不会露出手机号',
  };
}
