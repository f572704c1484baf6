import { aDraft, yuelu } from '../../../cloudfunctions/shared/testing/a-draft';
import { output } from '../../integration/product';
import { uploadPictures } from '../../integration/upload-picture';
import { byFirst, contact, publish, type Cast, type Scene, type Scenes } from './cast';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const minute = (cast: Cast): Scene => byFirst(cast, () => pass(cast, minuteMs));

/** Lets time pass; every timer that became due runs once. */
const pass = ({ product }: Cast, ms: number): Promise<void> =>
  product.cloud.clock.advance(ms, { fire: 'once' });

/** The minute in which timers write for somebody who is erased: news, messages, photos, questions. */
export const timerScenes: Scenes = [
  [
    'every timer',
    async (cast) => {
      const alert = { board: 'spare' as const, items: ['ibuprofen'], place: yuelu };
      await cast.product.call('news', 'accepted', { templates: ['match'] }, cast.leaver.second);
      await cast.product.call('news', 'setAlert', alert, cast.leaver.first);
      await publish(cast, cast.other, 'spare');
      return minute(cast);
    },
  ],
  [
    'every timer',
    async (cast) => {
      await cast.product.call('news', 'accepted', { templates: ['contact'] }, cast.leaver.second);
      await publish(cast, cast.other, 'spare');
      await contact(cast, await publish(cast, cast.leaver.first, 'need'), cast.other);
      return minute(cast);
    },
  ],
  [
    'every timer',
    async (cast) => {
      const photoFileIds = await uploadPictures(cast.product, cast.leaver.first);
      const draft = { ...aDraft('spare', { note: '' }), photoFileIds };
      output(await cast.product.call('posts', 'publish', draft, cast.leaver.first));
      return minute(cast);
    },
  ],
  [
    'every timer',
    async (cast) => {
      await publish(cast, cast.leaver.first, 'need');
      await pass(cast, 4 * hourMs);
      return byFirst(cast, () => pass(cast, 5 * minuteMs));
    },
  ],
];
