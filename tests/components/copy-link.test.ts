import { answers, campaign, refuses } from './fixtures';
import { mount } from './mount';

const place = { kind: 'place', id: 'a'.repeat(16) };
const url = 'https://wxaurl.cn/abc?cq=scene%3D1c';

async function phoneWith(makesLinks: boolean, link: () => object) {
  const functions = {
    'search.campaign': answers({ version: '1', campaign, closing: null, makesLinks }),
    'share.link': link,
  };
  const data = { target: null as object | null };
  const phone = await mount('<copy-link target="{{target}}" text="湘江一号附近" />', { data, functions });
  await phone.set({ target: place });
  return phone;
}

test('one tap copies the words with the link, and shows the link', async () => {
  const phone = await phoneWith(true, answers({ url, endsAtMs: 1 }));
  await phone.tap('复制链接');
  expect(phone.calls).toContainEqual({ name: 'share.link', input: { target: place } });
  expect(phone.asked).toMatchObject([{ name: 'setClipboardData', options: { data: `湘江一号附近 ${url}` } }]);
  expect(phone.text()).toContain('复制好了');
  expect(phone.text()).toContain(url);
});

test('where no links are made, nothing is offered', async () => {
  const phone = await phoneWith(false, answers({ url, endsAtMs: 1 }));
  expect(phone.text()).toBe('');
});

test('a link that cannot be made says what to do instead', async () => {
  const phone = await phoneWith(true, refuses('link-unavailable', '现在做不了链接，请转发到微信。'));
  await phone.tap('复制链接');
  expect(phone.text()).toContain('转发到微信');
});
