import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output } from '../integration/product';
import { uploadPictures } from '../integration/upload-picture';
import type { Town } from '../journeys/town';
import { openPage, shows, type ScreenState } from './open-page';

/** Photos of a box, and a post that is put right. */
export const reviewStates: ScreenState[] = [
  {
    name: 'post-photos',
    async open(town, scale) {
      const phone = await openPage(town, scale, 'packages/post/pages/post/post', async (owner) => {
        const photoFileIds = await uploadPictures(town.product, owner);
        return publish(town, owner, { note: '', photoFileIds });
      });
      await shows(phone, '正在检查，通过后别人才看得到');
      return phone;
    },
  },
  {
    name: 'form-corrected',
    async open(town, scale) {
      const page = 'packages/publish/pages/publish-spare/publish-spare';
      const phone = await openPage(town, scale, page, async (owner) => {
        const query = await publish(town, owner, { note: '整箱布洛芬，家里用不完' });
        return query.replace('id=', 'edit=');
      });
      await shows(phone, '再发一次');
      return phone;
    },
  },
];

async function publish(town: Town, owner: string, changes: object): Promise<string> {
  const draft = { ...aDraft('spare'), ...changes };
  return `?id=${output(await town.product.call('posts', 'publish', draft, owner)).id}`;
}
