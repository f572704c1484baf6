import { yuelu } from '../../../cloudfunctions/shared/testing/a-draft';
import { output } from '../../integration/product';
import { byFirst, bySecond, contact, publish, type Cast, type Scenes } from './cast';

/** Calls about what a person reads and waits for. */
export const newsScenes: Scenes = [
  [
    'news.markRead',
    async (cast) => {
      await contact(cast, await publish(cast, cast.leaver.first), cast.other);
      return byFirst(cast, () => readAll(cast, cast.leaver.second));
    },
  ],
  [
    'news.accepted',
    (cast) =>
      Promise.resolve(
        byFirst(cast, () =>
          cast.product.call('news', 'accepted', { templates: ['contact', 'result'] }, cast.leaver.second),
        ),
      ),
  ],
  [
    'news.setAlert',
    (cast) =>
      Promise.resolve(bySecond(cast, () => cast.product.call('news', 'setAlert', alert, cast.leaver.first))),
  ],
  [
    'news.endAlert',
    async (cast) => {
      const [set] = output(await cast.product.call('news', 'setAlert', alert, cast.leaver.first)).alerts;
      return byFirst(cast, () =>
        cast.product.call('news', 'endAlert', { id: set?.id ?? '' }, cast.leaver.second),
      );
    },
  ],
];

const alert = { board: 'spare' as const, items: ['ibuprofen'], place: yuelu };

async function readAll({ product }: Cast, openid: string): Promise<unknown> {
  const { news } = output(await product.call('news', 'mine', {}, openid));
  const [first] = news;
  return first && product.call('news', 'markRead', { ids: [first.id] }, openid);
}
