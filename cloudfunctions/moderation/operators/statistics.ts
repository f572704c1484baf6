import type { moderationCalls } from '../../shared/contract/moderation-calls';
import { allVolunteers, countOf } from '../../shared/adapters/application-store';
import { decisionsSince } from '../../shared/adapters/audit-store';
import { queueHead } from '../../shared/adapters/review-store';
import type { MemberUseCase } from '../../shared/kernel/procedure';

/** Summed on request, because a counter that every decision raises would be a document that all of them write. */
export const readStatistics: MemberUseCase<typeof moderationCalls.statistics> = async (
  _input,
  _operator,
  { nowMs },
) => {
  const [
    head,
    work,
    volunteers,
    waiting,
    unchecked,
    received,
    takenDown,
    foundFine,
    blocks,
    pending,
    agreed,
    disagreed,
    decisionsLastHour,
  ] = await Promise.all([
    queueHead(nowMs),
    allVolunteers(),
    countOf('applications', { state: 'accepted' }),
    countOf('reviews', { state: 'waiting' }),
    countOf('reviews', { state: 'unchecked' }),
    countOf('reports', { state: 'received' }),
    countOf('reports', { state: 'taken-down' }),
    countOf('reports', { state: 'found-fine' }),
    countOf('blocks', {}),
    countOf('documentChecks', { state: 'pending' }),
    countOf('auditEntries', { action: 'document-agree' }),
    countOf('auditEntries', { action: 'document-disagree' }),
    decisionsSince(nowMs - 3_600_000),
  ]);
  const sum = (of: 'decisions' | 'agreed' | 'disagreed') => work.reduce((total, each) => total + each[of], 0);
  const appeals = sum('agreed') + sum('disagreed');
  const since = head.filter(({ state }) => state === 'waiting').map(({ sinceMs }) => sinceMs);
  return {
    waiting,
    unchecked,
    oldestSinceMs: since.length === 0 ? null : Math.min(...since),
    volunteers,
    decisions: sum('decisions'),
    decisionsLastHour,
    agreement: appeals === 0 ? null : sum('agreed') / appeals,
    reports: { received, takenDown, foundFine },
    blocks,
    documents: { waiting: pending, agreed, disagreed },
    nowMs,
  };
};
