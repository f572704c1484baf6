import { aCorrection, aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output, type Product } from '../../tests/integration/product';
import { feedbackSteps } from './feedback-steps';
import type { CallStep, Step } from './step';

/**
 * The owner corrects a post. A volunteer refuses another one, takes that back, and refuses again; its owner appeals.
 */
export async function moderationSteps(product: Product, call: CallStep): Promise<Step[]> {
  const volunteer = await product.enrol('volunteer', { role: 'volunteer' });
  const operator = await product.enrol('head', { role: 'operator' });
  const dealer = await product.enrol('dealer');
  const known = { doubtfulId: '', claimedId: '' };
  const publish = call(
    'posts',
    'publish',
    () => aDraft('spare', { note: '整箱布洛芬，家里用不完' }),
    dealer,
    ({ id }: { id: string }) => (known.doubtfulId = id),
  );
  const inDoubt = { ...publish, name: 'posts.publish in doubt' };
  const refuse = () => ({ id: known.claimedId, decision: 'refuse' as const, reason: 'selling' as const });
  const keepItem = ({ item }: { item: { id: string } | null }) => (known.claimedId = item?.id ?? '');
  const appeal = async () => {
    const mine = output(await product.call('posts', 'mine', {}, dealer)).posts;
    const refused = mine.find(({ can }) => can.appeal);
    if (refused) output(await product.call('moderation', 'appeal', { postId: refused.id }, dealer));
  };
  const operators = (): Step[] => {
    const of = { code: '', id: '' };
    const answers = [1, 2, 3, 4, 5].map((id) => ({
      id,
      decision: ([, 'publish', 'refuse', 'publish', 'ask-to-correct', 'refuse'] as const)[id] ?? 'refuse',
    }));
    return [
      call(
        'moderation',
        'invite',
        () => ({}),
        operator,
        ({ code }: { code: string }) => (of.code = code),
      ),
      call('moderation', 'apply', () => ({ code: of.code }), dealer),
      call('moderation', 'answerTrial', () => ({ answers }), dealer),
      call(
        'moderation',
        'applications',
        () => ({}),
        operator,
        ({ applications }: { applications: { id: string }[] }) => (of.id = applications[0]?.id ?? ''),
      ),
      call('moderation', 'accept', () => ({ ids: [of.id] }), operator),
      call('moderation', 'volunteers', () => ({}), operator),
      call('moderation', 'statistics', () => ({}), operator),
      call('moderation', 'operations', () => ({}), operator),
      call('moderation', 'dismiss', () => ({ id: of.id }), operator),
    ];
  };
  return [
    inDoubt,
    call('posts', 'correct', () => ({ id: known.doubtfulId, draft: aCorrection('家里多的') }), dealer),
    inDoubt,
    call('moderation', 'next', () => ({}), volunteer, keepItem),
    call('moderation', 'proposeBlock', () => ({ id: known.claimedId }), volunteer),
    call('moderation', 'decide', refuse, volunteer),
    call('moderation', 'undo', () => ({ id: known.claimedId }), volunteer),
    call('moderation', 'decide', refuse, volunteer),
    { name: 'moderation.appeal', run: appeal },
    ...feedbackSteps(call, { reader: dealer, operator }),
    ...operators(),
  ];
}
