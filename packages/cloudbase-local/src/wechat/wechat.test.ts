import { crc32, inflateSync } from 'node:zlib';
import type { Invocation } from '../client/caller';
import { createWechat, type Wechat } from './wechat';

const startMs = Date.parse('2022-12-20T00:00:00Z');
let nowMs: number;
let wechat: Wechat;
let delivered: unknown[];
let judged: Record<string, unknown>[];
beforeEach(() => {
  nowMs = startMs;
  delivered = [];
  judged = [];
  wechat = createWechat({
    appid: 'wx0',
    now: () => nowMs,
    phoneOf: (openid) => `1900000${openid.length.toString().padStart(4, '0')}`,
    previewOrigin: () => 'http://127.0.0.1:8080',
    onMessage: (openid, message) => delivered.push([openid, message]),
    onMediaChecked: (event) => judged.push(event),
  });
});

const by = (openid: string): Invocation => ({
  requestId: 'r',
  rootRequestId: 'r',
  functionName: 'f',
  caller: { openid, source: 'wx_client' },
  token: 't',
});
const call = (name: string, args: Record<string, unknown>, openid = 'anna') =>
  wechat.openApi(name, args, by(openid));

describe('phonenumber.getPhoneNumber', () => {
  test('a code gives the number of its phone, once', async () => {
    const code = wechat.issuePhoneCode('anna');
    await expect(call('phonenumber.getPhoneNumber', { code })).resolves.toMatchObject({
      errcode: 0,
      phone_info: {
        phoneNumber: '19000000004',
        purePhoneNumber: '19000000004',
        countryCode: '86',
        watermark: { appid: 'wx0' },
      },
    });
    await expect(call('phonenumber.getPhoneNumber', { code })).resolves.toMatchObject({ errcode: 40029 });
  });

  test('a code is valid for five minutes', async () => {
    const [good, old] = [wechat.issuePhoneCode('anna'), wechat.issuePhoneCode('anna')];
    nowMs += 5 * 60_000;
    await expect(call('phonenumber.getPhoneNumber', { code: good })).resolves.toMatchObject({ errcode: 0 });
    nowMs += 1;
    await expect(call('phonenumber.getPhoneNumber', { code: old })).resolves.toMatchObject({
      errcode: 40029,
    });
  });

  test.each([undefined, '', 'phone-anna'])('the code %p is refused', async (code) => {
    expect(await call('phonenumber.getPhoneNumber', { code })).not.toMatchObject({ errcode: 0 });
  });
});

describe('the cloud id of a phone number', () => {
  test('opens to the number any number of times, for five minutes', async () => {
    const cloudId = wechat.issuePhoneCloudId('anna');
    await expect(wechat.openData(cloudId)).resolves.toMatchObject({ phoneNumber: '19000000004' });
    nowMs += 5 * 60_000;
    await expect(wechat.openData(cloudId)).resolves.toMatchObject({ phoneNumber: '19000000004' });
    nowMs += 1;
    await expect(wechat.openData(cloudId)).resolves.toBeUndefined();
  });

  test('is not a code, and a code is not a cloud id', async () => {
    const code = wechat.issuePhoneCode('anna');
    await expect(wechat.openData(code)).resolves.toBeUndefined();
    await expect(
      call('phonenumber.getPhoneNumber', { code: wechat.issuePhoneCloudId('anna') }),
    ).resolves.toMatchObject({ errcode: 40029 });
  });
});

describe('security.msgSecCheck', () => {
  const check = (content: unknown, more: Record<string, unknown> = {}) =>
    call('security.msgSecCheck', { content, version: 2, scene: 3, openid: 'anna', ...more });

  test.each([
    ['老人和自己全部病倒,没人照顾,咳嗽厉害', 'pass', 100],
    ['有货,加微信详谈', 'review', 10001],
    ['先付定金再发货', 'risky', 20008],
    ['加微信,先付定金', 'risky', 20008],
  ])('%s: %s', async (content, suggest, label) => {
    await expect(check(content)).resolves.toMatchObject({
      errcode: 0,
      result: { suggest, label },
      trace_id: expect.any(String),
    });
  });

  test.each<[string, unknown, Record<string, unknown>, number]>([
    ['no text', '', {}, 44004],
    ['more than 2,500 characters', '书'.repeat(2501), {}, 45002],
    ['the first version', '书', { version: undefined }, 40097],
    ['no scene', '书', { scene: 9 }, 40097],
    ['no person', '书', { openid: '' }, 40003],
    ['a person not seen for two hours', '书', { openid: 'bob' }, 61010],
  ])('%s is refused', async (_case, content, more, errcode) => {
    await expect(check(content, more)).resolves.toMatchObject({ errcode });
  });

  test('a person counts as seen for two hours after the last call', async () => {
    await check('书');
    const byTimer = () =>
      wechat.openApi('security.msgSecCheck', { content: '书', version: 2, scene: 3, openid: 'anna' }, by(''));
    nowMs += 2 * 3_600_000;
    await expect(byTimer()).resolves.toMatchObject({ errcode: 0 });
    nowMs += 1;
    await expect(byTimer()).resolves.toMatchObject({ errcode: 61010 });
  });

  test('more than 4,000 checks a minute are refused until the next minute', async () => {
    for (let count = 0; count < 4000; count++) await check('书');
    await expect(check('书')).resolves.toMatchObject({ errcode: 44991 });
    nowMs += 60_000;
    await expect(check('书')).resolves.toMatchObject({ errcode: 0 });
  });
});

test('a picture is judged later, under the id in the answer', async () => {
  const args = {
    mediaUrl: 'http://x/%E5%8A%9E%E5%81%87%E8%AF%81.jpg',
    mediaType: 2,
    version: 2,
    scene: 3,
    openid: 'anna',
  };
  const answer = (await call('security.mediaCheckAsync', args)) as { trace_id: string };
  while (judged.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(judged).toMatchObject([
    { Event: 'wxa_media_check', trace_id: answer.trace_id, result: { suggest: 'risky' } },
  ]);
});

describe('subscribeMessage.send', () => {
  const send = (more: Record<string, unknown> = {}) =>
    call('subscribeMessage.send', {
      touser: 'bob',
      templateId: 'T1',
      page: 'pages/post/post?id=1',
      data: { thing1: { value: '有人找到了布洛芬' } },
      ...more,
    });

  test('one acceptance pays for one message', async () => {
    await expect(send()).resolves.toMatchObject({ errcode: 43101 });
    wechat.acceptMessages('bob', ['T1', 'T2']);
    await expect(send()).resolves.toMatchObject({ errcode: 0 });
    await expect(send()).resolves.toMatchObject({ errcode: 43101 });
    expect(delivered).toMatchObject([['bob', { templateId: 'T1', page: 'pages/post/post?id=1' }]]);
  });

  test.each<[string, Record<string, unknown>, number]>([
    ['no person', { touser: '' }, 40003],
    ['no template', { templateId: undefined }, 40037],
    ['a page with a leading slash', { page: '/pages/post' }, 41030],
    ['a value of 21 characters', { data: { thing1: { value: '书'.repeat(21) } } }, 47003],
    ['an unknown kind of field', { data: { note: { value: '书' } } }, 47003],
    ['a value that is no text', { data: { number1: { value: 5 } } }, 47003],
    ['no data', { data: {} }, 47003],
    ['a time in words', { data: { time1: { value: '明天' } } }, 47003],
    ['a phrase in letters', { data: { phrase1: { value: 'abc' } } }, 47003],
    ['a phrase of six characters', { data: { phrase1: { value: '没有通过审核' } } }, 47003],
    ['a number in words', { data: { number1: { value: '十二' } } }, 47003],
    ['letters in Chinese', { data: { letter1: { value: '中文' } } }, 47003],
    ['a code in Chinese', { data: { character_string1: { value: '中文' } } }, 47003],
    ['a telephone in words', { data: { phone_number1: { value: '电话' } } }, 47003],
  ])('%s is refused and costs no acceptance', async (_case, more, errcode) => {
    wechat.acceptMessages('bob', ['T1']);
    await expect(send(more)).resolves.toMatchObject({ errcode });
    await expect(send()).resolves.toMatchObject({ errcode: 0 });
  });
});

test('a program that names its templates gets messages of these, with all of their fields', async () => {
  const strict = createWechat({ messageTemplates: { T1: ['thing1', 'time2'] } });
  strict.acceptMessages('bob', ['T1', 'T2']);
  const send = (templateId: string, data: Record<string, { value: string }>) =>
    strict.openApi('subscribeMessage.send', { touser: 'bob', templateId, data }, by('anna'));
  const [thing1, time2] = [{ value: '布洛芬' }, { value: '2022年12月20日 08:05' }];
  await expect(send('T2', { thing1, time2 })).resolves.toMatchObject({ errcode: 40037 });
  await expect(send('T1', { thing1 })).resolves.toMatchObject({ errcode: 47003 });
  await expect(send('T1', { thing1, time2 })).resolves.toMatchObject({ errcode: 0 });
});

describe('urllink.generate', () => {
  const make = (more: Record<string, unknown> = {}) =>
    call('urllink.generate', { path: '/pages/post/post', query: 'a=1', ...more });
  const dayMs = 86_400_000;

  test.each<[string, Record<string, unknown>, number]>([
    ['days', { expireType: 1, expireInterval: 7 }, 7],
    ['more days than WeChat gives', { expireType: 1, expireInterval: 99 }, 30],
    ['a time', { expireType: 0, expireTime: (startMs + 2 * dayMs) / 1000 }, 2],
    ['no end', { isExpire: false }, 30],
  ])('a link with %s opens the page until its end', async (_case, more, days) => {
    const ticket = Buffer.from('pages/post/post?a=1').toString('base64url');
    await expect(make(more)).resolves.toMatchObject({
      errcode: 0,
      url_link: `http://127.0.0.1:8080/link/${startMs + days * dayMs}/${ticket}`,
    });
  });

  test.each<[string, Record<string, unknown>, number]>([
    ['a page with a query', { path: 'pages/post/post?id=1' }, 40165],
    ['a query in Chinese', { query: '药=1' }, 40212],
    ['a query of 1,025 characters', { query: 'a'.repeat(1025) }, 40212],
    ['an unknown version', { envVersion: 'beta' }, 85402],
    ['an end that is over', { expireType: 0, expireTime: 1 }, 85401],
    ['an unknown kind of end', { expireType: 2 }, 85401],
  ])('%s is refused', async (_case, more, errcode) => {
    await expect(make(more)).resolves.toMatchObject({ errcode });
  });
});

describe('wxacode.getUnlimited', () => {
  test('gives a valid PNG, a square of at most the requested width', async () => {
    const answer = (await call('wxacode.getUnlimited', {
      scene: 'p=abc',
      page: 'pages/post/post',
      width: 430,
    })) as {
      contentType: string;
      buffer: Buffer;
    };
    expect(answer.contentType).toBe('image/png');
    const chunks = chunksOf(answer.buffer);
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
    const size = chunks[0]?.data.readUInt32BE(0) ?? 0;
    expect(size).toBeGreaterThan(215);
    expect(size).toBeLessThanOrEqual(430);
    const pixels = inflateSync(chunks[1]?.data ?? Buffer.alloc(0));
    expect(pixels).toHaveLength(size * (Math.ceil(size / 8) + 1));
    // The quiet zone is white, the finder pattern within it black.
    expect(pixels[1]).toBe(0xff);
  });

  test.each<[string, Record<string, unknown>, number]>([
    ['no scene', {}, 40169],
    ['a scene of 33 characters', { scene: 'a'.repeat(33) }, 40169],
    ['a scene with a character WeChat refuses', { scene: 'a%b' }, 40169],
    ['a page with a leading slash', { scene: 'a', page: '/pages/a' }, 41030],
    ['a page with a query', { scene: 'a', page: 'pages/a?b=1' }, 41030],
    ['a width of 100', { scene: 'a', width: 100 }, 40097],
  ])('%s is refused', async (_case, args, errcode) => {
    await expect(call('wxacode.getUnlimited', args)).resolves.toMatchObject({ errcode });
  });
});

describe.each(['wxacode.get', 'wxacode.createQRCode'])('%s', (name) => {
  test('draws a page and its query', async () => {
    const answer = (await call(name, { path: '/pages/post/post?id=1' })) as {
      contentType: string;
      buffer: Buffer;
    };
    expect(answer.contentType).toBe('image/png');
    expect(chunksOf(answer.buffer).map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
  });

  test.each<[string, Record<string, unknown>, number]>([
    ['no path', {}, 40159],
    ['an empty path', { path: '' }, 40159],
    ['a path of 1025 characters', { path: 'a'.repeat(1025) }, 40159],
    ['a width of 100', { path: 'pages/a', width: 100 }, 40189],
  ])('%s is refused', async (_case, args, errcode) => {
    await expect(call(name, args)).resolves.toMatchObject({ errcode });
  });
});

test.each(['security.imgSecCheck', 'constructor'])('%s is not served', async (name) => {
  await expect(call(name, {})).resolves.toBeUndefined();
});

/** Throws when a checksum is wrong. */
function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    if (typeof crc32 === 'function') expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}
