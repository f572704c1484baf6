import type { moderationCalls } from '../shared/contract/moderation-calls';
import { postsById } from '../shared/adapters/post-store';
import { reportsBy } from '../shared/adapters/report-store';
import { requireAccount } from '../shared/kernel/actor';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { reportView } from './report-view';

export const listReports: OpenUseCase<typeof moderationCalls.myReports> = async (
  _input,
  { actor, nowMs, refuse },
) => {
  const reporter = await actor();
  requireAccount(reporter, refuse);
  if (reporter.kind === 'guest') return { reports: [], nowMs };
  const reports = await reportsBy(reporter.personId);
  const posts = await postsById(reports.map(({ postId }) => postId));
  return { reports: reports.map((report) => reportView(report, posts.get(report.postId) ?? null)), nowMs };
};
