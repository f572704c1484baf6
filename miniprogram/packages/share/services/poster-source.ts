import type { ShareTarget } from '../../../../cloudfunctions/shared/contract/share-calls';
import { call } from '../../../services/cloud';
import { placePoster, postPoster } from '../presenters/poster-words';
import type { PosterWords } from '../presenters/poster-words';

/** The content of a poster. */
export interface PosterSource {
  words: PosterWords;
  /** The picture of the code, PNG in base64. */
  code: string;
}

/** Requests the code and the content behind it. Throws CallError. */
export async function loadPosterSource(target: ShareTarget): Promise<PosterSource> {
  const { scene, picture } = await call('share', 'code', { target });
  const led = await call('share', 'open', { scene });
  const words =
    led.kind === 'place' ? placePoster(led.place) : postPoster(await call('posts', 'read', { id: led.id }));
  return { words, code: picture };
}
