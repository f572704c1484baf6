import { aCorrection, aDraft } from '../../../cloudfunctions/shared/testing/a-draft';
import { uploadPictures } from '../../integration/upload-picture';
import { byFirst, bySecond, publish, type Cast, type Scene, type Scenes } from './cast';
import { publishDoubtful } from './publish-doubtful';

const ownersAction =
  (name: 'renew' | 'withdraw' | 'fulfil' | 'keep') =>
  async (cast: Cast): Promise<Scene> => {
    const id = await publish(cast, cast.leaver.first);
    return byFirst(cast, () => cast.product.call('posts', name, { id }, cast.leaver.first));
  };

/** Calls of a post's owner. */
export const postsScenes: Scenes = [
  ['posts.publish', (cast) => Promise.resolve(byFirst(cast, () => publishing(cast)))],
  ['posts.publish', (cast) => Promise.resolve(bySecond(cast, () => publishing(cast)))],
  [
    'posts.publish',
    async (cast) => {
      await publish(cast, cast.leaver.second, 'spare');
      return bySecond(cast, () => publishing(cast));
    },
  ],
  [
    'posts.publish',
    async (cast) => {
      const photoFileIds = await uploadPictures(cast.product, cast.leaver.first);
      const draft = { ...aDraft('spare', { note: '' }), photoFileIds };
      return byFirst(cast, () => cast.product.call('posts', 'publish', draft, cast.leaver.first));
    },
  ],
  ['posts.renew', ownersAction('renew')],
  ['posts.withdraw', ownersAction('withdraw')],
  ['posts.fulfil', ownersAction('fulfil')],
  [
    'posts.give',
    async (cast) => {
      const id = await publish(cast, cast.leaver.first, 'spare');
      const input = { id, leftBefore: 3, leftAfter: 2 };
      return byFirst(cast, () => cast.product.call('posts', 'give', input, cast.leaver.first));
    },
  ],
  [
    'posts.correct',
    async (cast) => {
      const id = await publishDoubtful(cast);
      const correction = { id, draft: aCorrection('家里多的一盒') };
      return byFirst(cast, () => cast.product.call('posts', 'correct', correction, cast.leaver.second));
    },
  ],
  ['posts.keep', ownersAction('keep')],
  [
    'posts.undoGift',
    async (cast) => {
      const id = await publish(cast, cast.leaver.first, 'spare');
      const gift = { id, leftBefore: 3, leftAfter: 0 };
      await cast.product.call('posts', 'give', gift, cast.leaver.first);
      return byFirst(cast, () => cast.product.call('posts', 'undoGift', { id }, cast.leaver.second));
    },
  ],
];

const publishing = (cast: Cast) =>
  cast.product.call('posts', 'publish', aDraft('spare', { note: '一场删除之前写的话' }), cast.leaver.first);
