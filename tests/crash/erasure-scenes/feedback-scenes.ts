import { output } from '../../integration/product';
import { appointed, byAppointed, byFirst, ofFresh, type Cast, type Scenes } from './cast';

/** Messages to the operators, their answers, names that are missed, and changes of the campaign. */
export const feedbackScenes: Scenes = [
  ['moderation.sendFeedback', (cast) => Promise.resolve(byFirst(cast, () => send(cast, cast.leaver.second)))],
  ['moderation.sendFeedback', (cast) => Promise.resolve(ofFresh(cast, () => send(cast, cast.fresh)))],
  [
    'moderation.answerFeedback',
    async (cast) => {
      const id = await send(cast, cast.leaver.first);
      return byFirst(cast, () => answer(cast, id, cast.operator));
    },
  ],
  [
    'moderation.answerFeedback',
    async (cast) => {
      const id = await send(cast, cast.fresh);
      return ofFresh(cast, () => answer(cast, id, cast.operator));
    },
  ],
  [
    'moderation.answerFeedback',
    async (cast) => {
      const operator = await appointed(cast, 'operator');
      const id = await send(cast, cast.other);
      return byAppointed(cast, operator, () => answer(cast, id, operator));
    },
  ],
  [
    'moderation.changeCampaign',
    async (cast) => {
      const operator = await appointed(cast, 'operator');
      return byAppointed(cast, operator, () => changeAgain(cast, operator));
    },
  ],
  [
    'moderation.missName',
    (cast) =>
      Promise.resolve(
        byFirst(cast, () =>
          cast.product.call('moderation', 'missName', { name: '造口袋' }, cast.leaver.second),
        ),
      ),
  ],
];

async function changeAgain({ product }: Cast, openid: string) {
  const known = await product.call('moderation', 'campaignChanges', {}, openid);
  const after = known.ok ? known.output.number : 0;
  return product.call('moderation', 'changeCampaign', { after, changes: '{}', reason: '试一试' }, openid);
}

async function send({ product }: Cast, openid: string): Promise<string> {
  const message = { kind: 'broken' as const, text: '点了没反应' };
  const answered = await product.call('moderation', 'sendFeedback', message, openid);
  return answered.ok ? (output(answered).messages[0]?.id ?? '') : '';
}

const answer = ({ product }: Cast, id: string, openid: string) =>
  product.call('moderation', 'answerFeedback', { id, answer: '谢谢，会改。' }, openid);
