import { byFirst, bySecond, contact, publish, type Cast, type Scenes } from './cast';
import { claim, publishDoubtful } from './publish-doubtful';

const decideNext = async (
  cast: Cast,
  id: string,
  decision: { decision: 'publish' } | { decision: 'refuse'; reason: 'selling' },
) => {
  const { product, operator } = cast;
  await claim(cast, id, operator);
  return product.call('moderation', 'decide', { id, ...decision }, operator);
};

/** Reports and decisions about the post of a person who is erased. */
export const moderationScenes: Scenes = [
  [
    'moderation.reportViewer',
    async (cast) => {
      const id = await contact(cast, await publish(cast, cast.leaver.first), cast.other);
      return byFirst(cast, () => reportViewer(cast, id, cast.leaver.second));
    },
  ],
  [
    'moderation.reportViewer',
    async (cast) => {
      const id = await contact(cast, await publish(cast, cast.other), cast.leaver.first);
      return bySecond(cast, () => reportViewer(cast, id, cast.other));
    },
  ],
  [
    'moderation.report',
    async (cast) => {
      const postId = await publish(cast, cast.other);
      await contact(cast, postId, cast.leaver.first);
      return byFirst(cast, () => report(cast, postId, cast.leaver.first));
    },
  ],
  [
    'moderation.report',
    async (cast) => {
      const postId = await publish(cast, cast.leaver.first);
      await contact(cast, postId, cast.other);
      return byFirst(cast, () => report(cast, postId, cast.other));
    },
  ],
  [
    'moderation.next',
    async (cast) => {
      await publishDoubtful(cast);
      return byFirst(cast, () => cast.product.call('moderation', 'next', {}, cast.operator));
    },
  ],
  [
    'moderation.decide',
    async (cast) => {
      const id = await publishDoubtful(cast);
      return byFirst(cast, () => decideNext(cast, id, { decision: 'publish' }));
    },
  ],
  [
    'moderation.undo',
    async (cast) => {
      const id = await publishDoubtful(cast);
      await decideNext(cast, id, { decision: 'publish' });
      return byFirst(cast, () => cast.product.call('moderation', 'undo', { id }, cast.operator));
    },
  ],
  [
    'moderation.appeal',
    async (cast) => {
      const postId = await publishDoubtful(cast);
      await decideNext(cast, postId, { decision: 'refuse', reason: 'selling' });
      const appeal = { postId, text: '这是家里剩下的' };
      return byFirst(cast, () => cast.product.call('moderation', 'appeal', appeal, cast.leaver.first));
    },
  ],
];

const report = ({ product }: Cast, postId: string, openid: string) =>
  product.call('moderation', 'report', { postId, reason: 'not-real' }, openid);

const reportViewer = ({ product }: Cast, id: string, openid: string) =>
  product.call('moderation', 'reportViewer', { id, reason: 'rude' }, openid);
