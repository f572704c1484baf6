import { regionPlace } from '../../miniprogram/presenters/place/region-place';
import { answers, campaign, self } from './fixtures';
import { openPage, type Mounted } from './mount';

const form = '/packages/publish/pages/publish-need/publish-need';
const yuelu = regionPlace('430104');
const kaifu = regionPlace('430105');
const kept = {
  clientToken: 'a'.repeat(32),
  place: yuelu,
  items: [{ code: 'antigen-test', quantity: 1, unit: '支' }],
  note: '老人发烧',
};

/** Opens the form on a phone that keeps a form and is looking around a place. */
async function opened(query: string, draft: object | null, place = yuelu): Promise<Mounted> {
  const phone = await openPage('pages/home/home', {
    functions: {
      'search.campaign': answers({ version: 'of a test', campaign }),
      'identity.me': answers(self),
      'posts.mine': answers({ posts: [] }),
    },
  });
  phone.run(`wx.setStorageSync('place.chosen', ${JSON.stringify(place)})`);
  if (draft !== null) phone.run(`wx.setStorageSync('draft.need', ${JSON.stringify(draft)})`);
  phone.run(`wx.reLaunch({ url: '${form}${query}' })`);
  await phone.settle();
  return phone;
}

const noteOf = (phone: Mounted): unknown => phone.run(`getCurrentPages().at(-1).data.draft.note`);
const placeOf = (phone: Mounted): unknown => phone.run(`getCurrentPages().at(-1).data.draft.place.name`);

test('what was looked for fills an empty form', async () => {
  const phone = await opened('?items=ibuprofen', null, kaifu);
  expect(phone.has('布洛芬（胶囊、片）')).toBe(true);
  expect(placeOf(phone)).toBe('开福区');
  expect(phone.has('上次的还没填完')).toBe(false);
});

test('a form begun with another medicine is offered, and the new one is preferred by a tap', async () => {
  const phone = await opened('?items=ibuprofen', kept, kaifu);
  expect(phone.text()).toContain(
    '上次填的是“抗原试剂，岳麓区”。改填“布洛芬（胶囊、片），开福区”的话，上次的会被换掉。',
  );
  await phone.tap('填新的');
  expect(phone.has('布洛芬（胶囊、片）')).toBe(true);
  expect(placeOf(phone)).toBe('开福区');
  expect(noteOf(phone)).toBe('');
  expect(phone.run(`wx.getStorageSync('draft.need').clientToken`)).not.toBe(kept.clientToken);
});

test('the form begun before is continued when the user says so', async () => {
  const phone = await opened('?items=ibuprofen', kept);
  await phone.tap('接着上次');
  expect(phone.has('布洛芬（胶囊、片）')).toBe(false);
  expect(noteOf(phone)).toBe(kept.note);
});

test.each([
  ['the medicine that it already holds', '?items=antigen-test'],
  ['nothing in particular', '?items='],
  ['the form itself', ''],
])('a form is continued without a question by a user who wants %s', async (_, query) => {
  const phone = await opened(query, kept);
  expect(phone.has('上次的还没填完')).toBe(false);
  expect(noteOf(phone)).toBe(kept.note);
});

test('a form with a note only takes the medicine', async () => {
  const phone = await opened('?items=ibuprofen', { ...kept, items: [] });
  expect(phone.has('布洛芬（胶囊、片）')).toBe(true);
  expect(noteOf(phone)).toBe(kept.note);
});

test('a form without content takes the place at hand', async () => {
  const phone = await opened('?items=ibuprofen', { ...kept, items: [], note: '' }, kaifu);
  expect(placeOf(phone)).toBe('开福区');
});
