import type { CallOutput } from '../../../../cloudfunctions/shared/contract/contract';
import { agoText } from '../../../presenters/time/time-text';

export interface OperatorsView {
  state: 'ready';
  figures: { name: string; value: string }[];
  /** Applications that passed the trial. */
  ids: string[];
  waiting: { id: string; text: string }[];
  volunteers: { id: string; name: string; text: string }[];
}

/** The queue, the work, the reports and the people for operators; every `nowMs` is the server's clock. */
export function operatorsView(
  statistics: CallOutput<'moderation', 'statistics'>,
  { applications, nowMs }: CallOutput<'moderation', 'applications'>,
  { volunteers }: CallOutput<'moderation', 'volunteers'>,
): OperatorsView {
  return {
    state: 'ready',
    figures: figuresOf(statistics),
    ids: applications.map(({ id }) => id),
    waiting: applications.map(({ id, maskedName, right, appliedAtMs }) => ({
      id,
      text: `${maskedName} · 答对 ${right} 题 · ${agoText(appliedAtMs, nowMs)}`,
    })),
    volunteers: volunteers.map(({ id, maskedName, decisions, agreed, disagreed }) => ({
      id,
      name: maskedName,
      text: `决定 ${decisions} 条，复核一致 ${agreed}、不一致 ${disagreed}`,
    })),
  };
}

function figuresOf({
  waiting,
  unchecked,
  oldestSinceMs,
  volunteers,
  decisions,
  decisionsLastHour,
  agreement,
  reports,
  blocks,
  documents,
  nowMs,
}: CallOutput<'moderation', 'statistics'>): OperatorsView['figures'] {
  return [
    { name: '在等', value: `${waiting} 条` },
    { name: '等得最久', value: oldestSinceMs === null ? '没有' : agoText(oldestSinceMs, nowMs) },
    { name: '微信没查完', value: `${unchecked} 条` },
    { name: '志愿者', value: `${volunteers} 位` },
    { name: '已决定', value: `${decisions} 条，这一小时 ${decisionsLastHour} 条` },
    { name: '申诉后不变', value: agreement === null ? '还没有' : `${Math.round(agreement * 100)} %` },
    {
      name: '举报',
      value: `收到 ${reports.received}，拿下 ${reports.takenDown}，没问题 ${reports.foundFine}`,
    },
    { name: '停用', value: `${blocks} 人` },
    {
      name: '证件',
      value: `在等 ${documents.waiting}，抽查一致 ${documents.agreed}，不一致 ${documents.disagreed}`,
    },
  ];
}
