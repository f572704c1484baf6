import { aDraft } from '../../../cloudfunctions/shared/testing/a-draft';
import { output } from '../../integration/product';
import type { Cast } from './cast';

/** A spare that waits for a volunteer, because of its note. */
export const publishDoubtful = async ({ product, leaver }: Cast, openid = leaver.first) =>
  output(await product.call('posts', 'publish', aDraft('spare', { note: '整箱布洛芬，家里用不完' }), openid))
    .id;

/** Hands out items to a volunteer until it is this one; others are left to somebody else, or decided once two have left them. */
export async function claim({ product }: Cast, id: string, volunteer: string): Promise<void> {
  for (;;) {
    const { item } = output(await product.call('moderation', 'next', {}, volunteer));
    if (item === null || item.id === id) return;
    const last = item.can.publish ? 'publish' : 'no-block';
    const decision = item.can.secondOpinion ? 'second-opinion' : last;
    output(await product.call('moderation', 'decide', { id: item.id, decision }, volunteer));
  }
}
