import { describe, expect, test } from '@jest/globals';
import { callWords, talkTime } from './call-words';
import type { PhoneCall } from './line';

const call = (fields: Partial<PhoneCall>): PhoneCall => ({
  callId: 'c',
  shows: '17000000001',
  state: 'ended',
  ...fields,
});

describe('the call screen', () => {
  test.each([
    [call({ state: 'dialling' }), '正在呼叫…'],
    [call({ state: 'ringing' }), '来电'],
    [call({ state: 'talking' }), '通话中'],
    [call({ reason: 'hung-up', seconds: 65 }), '通话结束，时长 1:05'],
    [call({ reason: 'cancelled', seconds: 0 }), '通话已取消'],
    [call({ reason: 'declined' }), '已拒接'],
    [call({ reason: 'no-answer' }), '无人接听'],
    [call({ reason: 'declined', announcement: '您拨打的用户正忙。' }), '您拨打的用户正忙。'],
  ])('%j is said as %s', (given, said) => {
    expect(callWords(given)).toBe(said);
  });

  test('talk time has minutes and two digits of seconds', () => {
    expect([0, 9, 60, 3599].map(talkTime)).toEqual(['0:00', '0:09', '1:00', '59:59']);
  });
});
