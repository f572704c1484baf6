import { expect, test } from '@jest/globals';
import { residentId } from '../../../../local/people/invented-people';
import { firstDocument } from './first-document';

const visitor = { typed: '', isResident: false, wechatLanguage: 'zh_CN' };

test.each([
  [{}, 'passport'],
  [{ wechatLanguage: 'en' }, 'passport'],
  [{ wechatLanguage: 'zh_HK' }, 'hk-mo-permit'],
  [{ wechatLanguage: 'zh_MO' }, 'hk-mo-permit'],
  [{ wechatLanguage: 'zh_TW' }, 'taiwan-permit'],
  [{ typed: 'h1234 5678' }, 'hk-mo-permit'],
  [{ typed: '07257456', wechatLanguage: 'zh_HK' }, 'taiwan-permit'],
  [{ typed: residentId({ year: 1990, month: 5, day: 17 }, 1) }, 'resident'],
  [{ isResident: true, wechatLanguage: 'zh_TW' }, 'resident'],
  [{ typed: 'DEU110190051701' }, 'permanent-resident'],
])('%j begins with %s', (known, kind) => {
  expect(firstDocument({ ...visitor, ...known })).toBe(kind);
});
