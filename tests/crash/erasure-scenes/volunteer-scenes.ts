import { storeOf } from '../../../scripts/operators/store';
import { output, type Product } from '../../integration/product';
import { appointed, byAppointed, byFirst, type Cast, type Scene, type Scenes } from './cast';
import { claim, publishDoubtful } from './publish-doubtful';

/** A volunteer with an item of somebody else in hand, who is about to be erased. */
const volunteering =
  (act: (cast: Cast, volunteer: string, id: string) => Promise<unknown>) =>
  async (cast: Cast): Promise<Scene> => {
    const volunteer = await appointed(cast, 'volunteer');
    const id = await publishDoubtful(cast, cast.other);
    await claim(cast, id, volunteer);
    return byAppointed(cast, volunteer, () => act(cast, volunteer, id));
  };

/** Volunteers and operators who are erased, and people who become volunteers. */
export const volunteerScenes: Scenes = [
  [
    'moderation.next',
    async (cast) => {
      const volunteer = await appointed(cast, 'volunteer');
      await publishDoubtful(cast, cast.other);
      return byAppointed(cast, volunteer, () => cast.product.call('moderation', 'next', {}, volunteer));
    },
  ],
  [
    'moderation.decide',
    volunteering(({ product }, volunteer, id) =>
      product.call('moderation', 'decide', { id, decision: 'publish' }, volunteer),
    ),
  ],
  [
    'moderation.undo',
    volunteering(async ({ product }, volunteer, id) => {
      await product.call('moderation', 'decide', { id, decision: 'publish' }, volunteer);
      return product.call('moderation', 'undo', { id }, volunteer);
    }),
  ],
  [
    'moderation.proposeBlock',
    volunteering(({ product }, volunteer, id) =>
      product.call('moderation', 'proposeBlock', { id }, volunteer),
    ),
  ],
  [
    'moderation.proposeBlock',
    async (cast) => {
      const id = await publishDoubtful(cast);
      await claim(cast, id, cast.operator);
      return byFirst(cast, () => cast.product.call('moderation', 'proposeBlock', { id }, cast.operator));
    },
  ],
  [
    'moderation.apply',
    async (cast) => {
      const code = await invite(cast);
      return byFirst(cast, () => cast.product.call('moderation', 'apply', { code }, cast.leaver.first));
    },
  ],
  [
    'moderation.answerTrial',
    async (cast) => {
      await apply(cast, cast.leaver.first);
      return byFirst(cast, () => answerTrial(cast, cast.leaver.first));
    },
  ],
  [
    'moderation.accept',
    async (cast) => {
      const ids = [await pass(cast, cast.leaver.first)];
      return byFirst(cast, () => cast.product.call('moderation', 'accept', { ids }, cast.operator));
    },
  ],
  [
    'moderation.accept',
    async (cast) => {
      const operator = await appointed(cast, 'operator');
      const ids = [await pass(cast, cast.other)];
      return byAppointed(cast, operator, () => cast.product.call('moderation', 'accept', { ids }, operator));
    },
  ],
  [
    'moderation.dismiss',
    async (cast) => {
      const id = await pass(cast, cast.leaver.first);
      output(await cast.product.call('moderation', 'accept', { ids: [id] }, cast.operator));
      return byFirst(cast, () => cast.product.call('moderation', 'dismiss', { id }, cast.operator));
    },
  ],
  [
    'moderation.dismiss',
    async (cast) => {
      const operator = await appointed(cast, 'operator');
      const id = await pass(cast, cast.other);
      output(await cast.product.call('moderation', 'accept', { ids: [id] }, cast.operator));
      return byAppointed(cast, operator, () => cast.product.call('moderation', 'dismiss', { id }, operator));
    },
  ],
];

const invite = async ({ product, operator }: Cast): Promise<string> =>
  output(await product.call('moderation', 'invite', {}, operator)).code;

const apply = async (cast: Cast, openid: string): Promise<void> =>
  void output(await cast.product.call('moderation', 'apply', { code: await invite(cast) }, openid));

const right = ['publish', 'refuse', 'publish', 'ask-to-correct', 'refuse'] as const;
const answerTrial = ({ product }: Cast, openid: string) =>
  product.call(
    'moderation',
    'answerTrial',
    { answers: right.map((decision, at) => ({ id: at + 1, decision })) },
    openid,
  );

/** Applies and passes the trial; answers the application's id. */
async function pass(cast: Cast, openid: string): Promise<string> {
  await apply(cast, openid);
  output(await answerTrial(cast, openid));
  return applicationOf(cast.product, openid);
}

async function applicationOf({ cloud }: Product, account: string): Promise<string> {
  const [application] = await storeOf(cloud.database).find('applications', { account }, 1);
  return String((application as { _id?: unknown } | undefined)?._id);
}
