import { answers } from './fixtures';
import { mount } from './mount';

const wish = '<message-wish text="有人联系时通知我" templates="{{names}}" />';
const templates = "[{ name: 'contact', id: 'T1' }, { name: 'match', id: 'T2' }]";

async function phoneWith(script: string) {
  const functions = { 'news.accepted': answers({ left: { contact: 1, match: 0, result: 0 } }) };
  const phone = await mount(wish, { data: { names: [] }, functions });
  phone.run(script);
  await phone.set({ names: ['contact', 'result'] });
  return phone;
}

test('one tap asks WeChat, and what is accepted is counted', async () => {
  const phone = await phoneWith(`wx.setStorageSync('messages.templates', ${templates})`);
  await phone.tap('有人联系时通知我');
  await phone.tap('允许');
  expect(phone.calls).toEqual([{ name: 'news.accepted', input: { templates: ['contact'] } }]);
  expect(phone.has('再多通知一次')).toBe(true);
});

test('a refusal is respected: nothing is counted, and the next page does not ask', async () => {
  const phone = await phoneWith(`wx.setStorageSync('messages.templates', ${templates})`);
  await phone.tap('有人联系时通知我');
  await phone.tap('取消');
  expect(phone.calls).toEqual([]);
  expect(phone.text()).toContain('好，不发通知');
  await phone.set({ names: ['contact'] });
  expect(phone.text()).not.toContain('通知我');
});

/** How WeChat answers: for each template, or not at all. */
const answering = (answer: string): string => `
  wx.setStorageSync('messages.templates', [{ name: 'contact', id: 'T1' }, { name: 'result', id: 'T3' }]);
  globalThis.askedFor = [];
  wx.requestSubscribeMessage = async ({ tmplIds }) => { askedFor.push(...tmplIds); return ${answer}; };`;

test.each(['reject', 'ban', 'filter'])(
  'a template that is answered with %s is left out, and the other one is counted and asked for again',
  async (refusal) => {
    const phone = await phoneWith(answering(`{ T1: 'accept', T3: '${refusal}' }`));
    await phone.tap('有人联系时通知我');
    expect(phone.calls).toEqual([{ name: 'news.accepted', input: { templates: ['contact'] } }]);
    await phone.set({ names: ['result', 'contact'] });
    await phone.tap('再多通知一次');
    expect(phone.run('askedFor.join()')).toBe('T1,T3,T1');
  },
);

test.each([20001, 20004])('where WeChat fails with %d the tap says where news is found', async (errCode) => {
  const failing = `Promise.reject({ errCode: ${errCode}, errMsg: 'requestSubscribeMessage:fail' })`;
  const phone = await phoneWith(answering(failing));
  await phone.tap('有人联系时通知我');
  expect(phone.text()).toContain('好，不发通知。消息都在“我的”里的“消息”。');
  expect(phone.calls).toEqual([]);
});

test('without templates nothing is offered', async () => {
  const phone = await phoneWith(`wx.removeStorageSync('messages.templates')`);
  expect(phone.text()).toBe('');
});
