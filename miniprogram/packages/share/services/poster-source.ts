import type { ShareTarget } from '../../../../cloudfunctions/shared/contract/share-calls';
import { call } from '../../../services/cloud';
import { placePoster, postPoster } from '../presenters/poster-words';
import type { PosterWords } from '../presenters/poster-words';

/** What a poster is made of. */
export interface PosterSource {
  words: PosterWords;
  /** The picture of the code, PNG in base64. */
  code: string;
}

/** Asks for the code, and for what it leads to. Throws CallError. */
export async function loadPosterSource(target: ShareTarget): Promise<PosterSource> {
  const { scene, picture } = await call('share', 'code', { target });
  const led = await call('share', 'open', { scene });
  const words =
    led.kind === 'place' ? placePoster(led.place) : postPoster(await call('posts', 'read', { id: led.id }));
  return { words, code: picture };
}
