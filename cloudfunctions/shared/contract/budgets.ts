import type { CallBudgets } from './campaign';
import type { CallName, FunctionName } from './contract';

export type BudgetName = keyof CallBudgets;

/**
 * The most calls of one function that one caller may make in a second. No function can see to that, because a call waits for an
 * instance first: the console of the platform sets it, at most 30, and the local cloud. No page makes as many.
 */
export const callsPerSecond = 20;

const budgets: { [F in FunctionName]?: { [C in CallName<F>]?: BudgetName } } = {
  search: { nearby: 'search' },
  posts: {
    read: 'open',
    publish: 'write',
    renew: 'write',
    withdraw: 'write',
    fulfil: 'write',
    give: 'write',
    undoGift: 'write',
    keep: 'write',
    correct: 'write',
  },
  identity: {
    bindPhone: 'write',
    verify: 'write',
    allowAccount: 'write',
    // Costs as much as a few writes.
    copyMyData: 'write',
    placePictures: 'write',
    submitDocument: 'write',
    decideDocument: 'write',
  },
  contact: {
    request: 'write',
    done: 'write',
    outcome: 'write',
    say: 'write',
    confirm: 'write',
    answerCallBack: 'write',
    endViewer: 'write',
  },
  // A volunteer takes and decides more items in an hour than anybody writes.
  moderation: {
    report: 'write',
    reportViewer: 'write',
    appeal: 'write',
    apply: 'write',
    answerTrial: 'write',
    invite: 'write',
    proposeBlock: 'write',
    sendFeedback: 'write',
    answerFeedback: 'write',
    missName: 'write',
    changeCampaign: 'write',
  },
  share: { namePlace: 'write', code: 'write', link: 'write' },
  news: { markRead: 'write', accepted: 'write', setAlert: 'write', endAlert: 'write' },
};

/** The budget that a call is counted against. Erasing is never refused for its number, so it is asked for as reads are. */
export function budgetOf(functionName: FunctionName, call: string): BudgetName {
  const named = budgets[functionName] as Readonly<Record<string, BudgetName | undefined>> | undefined;
  return named?.[call] ?? 'ask';
}
