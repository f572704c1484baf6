import type { CallOutput } from '../../../../cloudfunctions/shared/contract/contract';
import { worded } from '../../../facts/words/worded';

export type Answer = 'publish' | 'ask-to-correct' | 'refuse';

/** The possible answers to a trial item. */
export const answerOptions: { code: Answer; name: string }[] = [
  { code: 'publish', name: '放行' },
  { code: 'ask-to-correct', name: '请改' },
  { code: 'refuse', name: '拒绝' },
];

export interface TrialRow {
  id: number;
  title: string;
  note: string;
  chosen: Answer[];
}

export interface JoinView {
  /** The page's present question. */
  step: 'code' | 'trial' | 'done';
  /** The state of the application, after the trial items. */
  doneText: string;
  rows: TrialRow[];
}

export function joinView({ state, trial, right }: CallOutput<'moderation', 'apply'>): JoinView {
  return {
    step: state === 'none' ? 'code' : state === 'trial' ? 'trial' : 'done',
    doneText: doneText(state, right ?? 0),
    rows: trial.map(({ id, board, note }, index) => ({
      id,
      title: `第 ${index + 1} 题 · ${board === 'need' ? '求助' : worded('{giving}')}`,
      note,
      chosen: [],
    })),
  };
}

function doneText(state: CallOutput<'moderation', 'apply'>['state'], right: number): string {
  if (state === 'accepted') return '您已经是志愿者了。回到“我的”，点“志愿者审核”就能开始。';
  if (state === 'waiting') return `答对了 ${right} 题，合格。运营人员同意以后，“我的”里会出现“志愿者审核”。`;
  return state === 'failed' ? `答对了 ${right} 题，要对 4 题才行。谢谢您愿意帮忙。` : '';
}

/** The answers of a completely answered trial; null while one is missing. */
export function answersOf(rows: readonly TrialRow[]): { id: number; decision: Answer }[] | null {
  const answers = rows.flatMap(({ id, chosen: [decision] }) => (decision ? [{ id, decision }] : []));
  return answers.length === rows.length ? answers : null;
}
