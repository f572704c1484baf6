import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { output, type Product } from '../integration/product';
import { uploadPictures } from '../integration/upload-picture';

/** A few people and their things, all new. */
export interface Town {
  /** Openids by what they are; '' is a visitor whom WeChat has not signed in. */
  people: Record<string, string>;
  /** Phones of people, which no answer may hold. */
  phones: string[];
  postIds: string[];
  grantIds: string[];
  alertIds: string[];
  /** All ids, also of news. */
  ids: string[];
}

export async function buildTown(product: Product, name: string): Promise<Town> {
  const enrol = (part: string, role: 'volunteer' | 'operator' | null = null) =>
    product.enrol(`${name}-${part}`, role ? { role } : {});
  const [poster, viewer, other, volunteer, operator, blocked] = await Promise.all([
    enrol('poster'),
    enrol('viewer'),
    enrol('other'),
    enrol('volunteer', 'volunteer'),
    enrol('operator', 'operator'),
    enrol('blocked'),
  ]);
  const phoned = `${name}-phoned`;
  const code = product.providers.wechat.issuePhoneCode(phoned);
  output(await product.call('identity', 'bindPhone', { code }, phoned));
  await uploadPictures(product, phoned);
  const spare = output(await product.call('posts', 'publish', aDraft('spare'), poster)).id;
  const need = output(await product.call('posts', 'publish', aDraft('need'), poster)).id;
  const doubtful = aDraft('spare', { note: '整箱布洛芬，家里用不完' });
  const waiting = output(await product.call('posts', 'publish', doubtful, other)).id;
  const grants: string[] = [];
  for (const postId of [spare, need])
    grants.push(output(await product.call('contact', 'request', { postId }, viewer)).contact.id);
  const alert = { board: 'need' as const, items: ['ibuprofen'], place: yuelu };
  const { alerts } = output(await product.call('news', 'setAlert', alert, poster));
  const { news } = output(await product.call('news', 'mine', {}, poster));
  await product.block(blocked);
  const alertIds = alerts.map(({ id }) => id);
  const postIds = [spare, need, waiting];
  return {
    people: {
      visitor: '',
      stranger: `${name}-stranger`,
      phoned,
      poster,
      viewer,
      other,
      volunteer,
      operator,
      blocked,
    },
    phones: [poster, viewer, other, phoned].map((openid) => product.providers.register.phoneOf(openid)),
    postIds,
    grantIds: grants,
    alertIds,
    ids: [...postIds, ...grants, ...alertIds, ...news.map(({ id }) => id)],
  };
}
