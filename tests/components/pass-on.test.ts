import { answers, campaign, self } from './fixtures';
import { openPage } from './mount';

const open = (path: string) =>
  openPage(`packages/publish/pages/publish-spare/publish-spare?${path}`, {
    functions: {
      'search.campaign': answers({ version: 'of a test', campaign }),
      'identity.me': answers(self),
      'posts.mine': answers({ posts: [] }),
    },
  });

test('the form of what is left begins with the medicine that arrived', async () => {
  const phone = await open('items=ibuprofen,no-longer-listed');
  expect(phone.text()).toContain('布洛芬（胶囊、片）');
  expect(phone.text()).not.toContain('对乙酰氨基酚');
});

test('without a medicine the form is empty', async () => {
  expect((await open('items=')).text()).not.toContain('布洛芬（胶囊、片）');
});
