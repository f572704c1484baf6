import type { shareCalls } from '../shared/contract/share-calls';
import { placeOf } from '../shared/adapters/place-store';
import { targetOf } from '../shared/kernel/scene';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { codedPlace } from './coded-place';

/** The post is not read here, because its own page says whether it is still open. */
export const openScene: OpenUseCase<typeof shareCalls.open> = async ({ scene }, { refuse }) => {
  const target = targetOf(scene);
  if (!target) throw refuse('code-unreadable');
  if (target.kind === 'post') return target;
  const place = await placeOf(target.id);
  if (!place) throw refuse('not-found', { message: '这个地方的码已经停用了。' });
  return { kind: 'place', place: codedPlace(place) };
};
