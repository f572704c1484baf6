import { mount } from './mount';

const open = (photos: { url: string; state: string }[], count = 0) =>
  mount('<post-photos photos="{{photos}}" count="{{count}}" />', { data: { photos, count } });

test('a post without photos says nothing of them', async () => {
  expect((await open([])).text()).toBe('');
});

test('a guest reads that members see photos', async () => {
  expect((await open([], 2)).text()).toBe('有2张药盒照片，实名后能看。');
});

test('an owner reads which photo is being checked and that one was refused', async () => {
  const phone = await open([
    { url: 'http://x/1.jpg', state: 'waiting' },
    { url: '', state: 'refused' },
  ]);
  for (const words of ['正在检查，通过后别人才看得到', '有一张照片没有通过检查，已经删掉'])
    expect(phone.text()).toContain(words);
});

test('a tap opens the photo large', async () => {
  const phone = await open([{ url: 'http://x/1.jpg', state: 'shown' }]);
  phone.run('wx.previewImage = (options) => void host.asked.push({ name: "previewImage", options })');
  await phone.tap('药盒照片 1，点开放大');
  expect(phone.asked).toEqual([
    { name: 'previewImage', options: { urls: ['http://x/1.jpg'], current: 'http://x/1.jpg' } },
  ]);
});
