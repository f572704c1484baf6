import { answers, campaign, contact, nowMs, quota, refuses, spare } from './fixtures';
import { mount, type MountOptions } from './mount';

const sheet = '<contact-sheet visible="{{visible}}" post-id="{{postId}}" bind:close="heard" />';

async function open(contacts: object[], functions: MountOptions['functions'] = {}) {
  const phone = await mount(sheet, {
    data: { visible: false, postId: contact.postId },
    functions: {
      'contact.mine': answers({ contacts, quota, nowMs }),
      'search.campaign': answers({ version: 'of a test', campaign }),
      ...functions,
    },
  });
  await phone.set({ visible: true });
  return phone;
}

test('the sheet explains first, and asks for a number only when the button is tapped', async () => {
  const phone = await open([], {
    'contact.request': answers({ contact, quota: { ...quota, left: 3 }, nowMs }),
  });
  expect(phone.text()).toContain('24小时内有效');
  expect(phone.text()).toContain('今天还能联系4位');
  await phone.tap('获取号码');
  expect(phone.calls.at(-1)).toEqual({ name: 'contact.request', input: { postId: contact.postId } });
  expect(phone.text()).toContain('17000000001');
  expect(phone.text()).toContain('今天还能联系3位');
});

test('a user with this contact sees it at once', async () => {
  const phone = await open([contact]);
  expect(phone.text()).toContain('17000000001');
  expect(phone.has('获取号码')).toBe(false);
});

test('a refusal that may pass can be tried again', async () => {
  const phone = await open([], { 'contact.request': refuses('busy', '现在用的人太多了。', 'now') });
  await phone.tap('获取号码');
  expect(phone.has('现在用的人太多了。')).toBe(true);
  await phone.tap('再试一次');
  expect(phone.calls.filter(({ name }) => name === 'contact.request')).toHaveLength(2);
});

test('a final refusal leads to the contacts', async () => {
  const phone = await open([], {
    'contact.request': refuses('contact-quota-used', '今天的5次用完了。', 'later'),
  });
  await phone.tap('获取号码');
  await phone.tap('看我的联系');
  expect(phone.heard).toEqual([{ type: 'close' }]);
  expect(phone.asked).toEqual([
    { name: 'navigateTo', options: { url: '/packages/trust/pages/contacts/contacts' } },
  ]);
});

describe('a donor who cannot be called now', () => {
  const evening = { ...spare, mine: false, callHours: { from: 18, until: 22 } };
  const later = async (post: object, functions: MountOptions['functions'] = {}, left = 4) => {
    const phone = await mount(
      '<contact-sheet visible="{{visible}}" post-id="{{postId}}" post="{{post}}" bind:close="heard" />',
      {
        data: { visible: false, postId: contact.postId, post },
        functions: {
          'contact.mine': answers({ contacts: [], quota: { ...quota, left }, nowMs }),
          'search.campaign': answers({ version: 'of a test', campaign }),
          ...functions,
        },
      },
    );
    await phone.set({ visible: true });
    return phone;
  };

  test.each([4, 0])('the sheet says when, and asks for a call back, with %s contacts left', async (left) => {
    const can = { ...contact.can, retry: true };
    const waiting = { ...contact, state: 'call-back', isReachable: false, masked: null, can };
    const phone = await later(
      evening,
      { 'contact.request': answers({ contact: waiting, quota, nowMs }) },
      left,
    );
    expect(phone.text()).toContain('TA方便接电话的时间是18–22点');
    expect(phone.text()).toContain('到了时间，您也可以');
    await phone.tap('请TA回电');
    expect(phone.calls.at(-1)?.name).toBe('contact.request');
    expect(phone.text()).toContain('已经请对方给您回电');
  });

  test('a spare that gives no number asks its donor to call back, one that does and a need do not', async () => {
    const phone = await later({ ...spare, mine: false, isResting: true, isUnconfirmed: true });
    expect(phone.text()).toContain('TA还没回答“还有吗”');
    expect(phone.text()).toContain('TA说了还有，您也可以');
    expect(phone.has('请TA回电')).toBe(true);
    // One that rests for the word of a single viewer still gives its number.
    for (const board of ['spare', 'need'] as const)
      expect((await later({ ...spare, board, mine: false, isResting: true })).has('请TA回电')).toBe(false);
  });
});

test('with a number the sheet says what comes next, and offers the couriers of the campaign alone', async () => {
  const courier = {
    ...campaign.care[0],
    code: 'courier',
    kind: 'courier',
    name: '某跑腿',
    hint: '约一小时送到',
    way: { appId: 'wx0123456789abcdef', path: 'pages/index' },
  };
  const served = { ...campaign, care: [...campaign.care, courier] };
  const withCourier = { 'search.campaign': answers({ version: 'with a courier', campaign: served }) };
  const phone = await open([contact], withCourier);
  expect(phone.text()).toContain('拿到先看药名、有效期和国药准字');
  expect(phone.has('某跑腿')).toBe(true);
  expect(phone.has(campaign.care[0]?.name ?? '')).toBe(false);
  expect((await open([contact])).has('某跑腿')).toBe(false);
  await phone.tap('某跑腿');
  expect(phone.asked).toEqual([
    { name: 'navigateToMiniProgram', options: expect.objectContaining(courier.way) },
  ]);
});
