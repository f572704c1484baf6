import { aDraft } from '../../../cloudfunctions/shared/testing/a-draft';
import { output } from '../../integration/product';
import type { Cast } from './cast';

/** A spare that waits for a volunteer, because of its note. */
export const publishDoubtful = async ({ product, leaver }: Cast) =>
  output(
    await product.call('posts', 'publish', aDraft('spare', { note: '整箱布洛芬，家里用不完' }), leaver.first),
  ).id;
