import { aCorrection, aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { sceneOf } from '../../cloudfunctions/shared/kernel/scene';
import type { CallInput, CallName, FunctionName } from '../../cloudfunctions/shared/contract/contract';

/** The documents that an input may name, each with an owner. */
export interface Named {
  postId: string;
  grantId: string;
  /** The poster's. */
  alertId: string;
}

/** A valid input for every call; a call without one does not compile. */
export const sampleInputs: {
  [F in FunctionName]: { [C in CallName<F>]: (named: Named) => CallInput<F, C> };
} = {
  search: {
    nearby: () => ({ board: 'spare', place: yuelu }),
    campaign: () => ({}),
    achieved: () => ({}),
  },
  posts: {
    publish: () => aDraft('spare'),
    read: ({ postId }) => ({ id: postId }),
    mine: () => ({}),
    correct: ({ postId }) => ({ id: postId, draft: aCorrection('家里多的') }),
    renew: ({ postId }) => ({ id: postId }),
    withdraw: ({ postId }) => ({ id: postId }),
    fulfil: ({ postId }) => ({ id: postId }),
    keep: ({ postId }) => ({ id: postId }),
    undoGift: ({ postId }) => ({ id: postId }),
    give: ({ postId }) => ({ id: postId, leftBefore: 3, leftAfter: 2 }),
  },
  identity: {
    me: () => ({}),
    bindPhone: () => ({ code: 'no-such-code' }),
    verify: () => ({ name: '李静', idNumber: '110105194912310021', consent: true }),
    placePictures: () => ({ count: 1 }),
    submitDocument: () => ({
      kind: 'passport',
      name: 'Anna Schmidt',
      number: 'C01X00T47',
      bornOn: '2020-01-01',
      photoFileIds: ['cloud://local-1/pictures/lbxk2q9a-picture0of0a0document.jpg'],
      consent: true,
    }),
    documentQueue: () => ({}),
    decideDocument: () => ({ id: 'f'.repeat(32), decision: 'refuse', reason: 'unreadable' }),
    allowAccount: () => ({}),
    copyMyData: () => ({}),
    eraseMyData: () => ({ confirm: true }),
  },
  contact: {
    request: ({ postId }) => ({ postId }),
    mine: () => ({}),
    done: ({ grantId }) => ({ id: grantId }),
    outcome: ({ grantId }) => ({ id: grantId, outcome: 'received' }),
    callers: () => ({}),
    confirm: ({ grantId }) => ({ id: grantId, answer: 'not-given' }),
    talk: ({ grantId }) => ({ id: grantId }),
    say: ({ grantId }) => ({ id: grantId, saying: { kind: 'sentence', code: 'agreed' } }),
    interest: () => ({}),
    endViewer: ({ grantId }) => ({ id: grantId }),
    answerCallBack: ({ grantId }) => ({ id: grantId }),
    settle: ({ postId }) => ({ postId }),
  },
  moderation: {
    report: ({ postId }) => ({ postId, reason: 'not-real' }),
    reportViewer: ({ grantId }) => ({ id: grantId, reason: 'rude' }),
    myReports: () => ({}),
    next: () => ({}),
    decide: ({ postId }) => ({ id: postId, decision: 'publish' }),
    undo: ({ postId }) => ({ id: postId }),
    proposeBlock: ({ postId }) => ({ id: postId }),
    invite: () => ({}),
    apply: () => ({ code: 'no-such-code' }),
    answerTrial: () => ({
      answers: [1, 2, 3, 4, 5].map((id) => ({ id, decision: 'publish' as const })),
    }),
    applications: () => ({}),
    accept: () => ({ ids: ['f'.repeat(32)] }),
    volunteers: () => ({}),
    dismiss: () => ({ id: 'f'.repeat(32) }),
    statistics: () => ({}),
    operations: () => ({}),
    sendFeedback: () => ({ kind: 'broken', text: '点了没反应' }),
    myFeedback: () => ({}),
    waitingFeedback: () => ({}),
    answerFeedback: () => ({ id: 'f'.repeat(32), answer: '谢谢，会改。' }),
    missName: () => ({ name: '造口袋' }),
    missingNames: () => ({}),
    campaignChanges: () => ({}),
    changeCampaign: () => ({ after: 0, changes: '{}', reason: '试一试' }),
    appeal: ({ postId }) => ({ postId, text: '不是买卖' }),
  },
  news: {
    mine: () => ({}),
    markRead: ({ postId }) => ({ ids: [postId] }),
    waiting: () => ({}),
    accepted: () => ({ templates: ['contact'] }),
    setAlert: () => ({ board: 'spare', items: ['ibuprofen'], place: yuelu }),
    alerts: () => ({}),
    endAlert: ({ alertId }) => ({ id: alertId }),
  },
  share: {
    namePlace: () => ({ kind: 'compound', name: '湘江一号小区', place: yuelu }),
    code: ({ postId }) => ({ target: { kind: 'post', id: postId } }),
    link: ({ postId }) => ({ target: { kind: 'post', id: postId } }),
    open: ({ postId }) => ({ scene: sceneOf({ kind: 'post', id: postId }) }),
    endedPost: ({ postId }) => ({ id: postId }),
  },
};
