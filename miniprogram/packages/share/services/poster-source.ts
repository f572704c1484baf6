import type { ShareTarget } from '../../../../cloudfunctions/shared/contract/share-calls';
import { call } from '../../../services/cloud';
import { placeLinkText, placePoster, postPoster } from '../presenters/poster-words';
import type { PosterWords } from '../presenters/poster-words';

/** The content of a poster. */
export interface PosterSource {
  words: PosterWords;
  /** The picture of the code, PNG in base64. */
  code: string;
  /** The words before a link to a place; empty for a post. */
  linkText: string;
}

/** Requests the code and the content behind it. Throws CallError. */
export async function loadPosterSource(target: ShareTarget): Promise<PosterSource> {
  const { scene, picture } = await call('share', 'code', { target });
  const led = await call('share', 'open', { scene });
  if (led.kind === 'place')
    return { words: placePoster(led.place), code: picture, linkText: placeLinkText(led.place) };
  return { words: postPoster(await call('posts', 'read', { id: led.id })), code: picture, linkText: '' };
}
