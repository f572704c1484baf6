import { expect, test } from '@jest/globals';
import type { Caller } from '../../../../cloudfunctions/shared/contract/contact-calls';
import { handOverQuestion } from './hand-over-question';

const can = { answer: false, call: false, end: false, say: false, confirm: true, settle: true };
const caller: Caller = {
  id: 'a'.repeat(32),
  postId: 'b'.repeat(32),
  board: 'spare',
  summary: '布洛芬',
  viewerName: '赵*',
  forWhom: { groups: [], ill: null },
  state: 'ended',
  ringsAs: null,
  masked: null,
  askedAtMs: 0,
  unread: 0,
  isAsked: true,
  posterAnswer: null,
  can,
};
const ended = { ...caller, can: { ...can, settle: false } };

test.each([
  ['an open spare', caller, 'TA说拿到了，减 1 份？', ['given', 'counted', 'not-given']],
  ['a spare that has ended', ended, '药给TA了吗？', ['counted', 'not-given']],
  [
    'a need',
    { ...caller, board: 'need' as const },
    'TA说药送到了，收到了吗？',
    ['given', 'counted', 'not-given'],
  ],
])('the owner of %s is asked', (_what, asked, title, answers) => {
  const question = handOverQuestion({ contact: null, caller: asked, nowMs: 0 });
  expect([question?.title, question?.answers.map(({ answer }) => answer)]).toEqual([title, answers]);
});
