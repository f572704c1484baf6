import { regionAt } from '@facts/regions/region-tree';
import type { LinkTarget, shareCalls } from '../shared/contract/share-calls';
import { sceneOf } from '../shared/kernel/scene';
import { logCall } from '../shared/kernel/log';
import { settings } from '../shared/kernel/settings';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { faultOf } from './fault-of';
import { programLink } from './program-link';

/** All links are the program's one link with a query of their own, so making one asks WeChat nothing. */
export const linkTarget: OpenUseCase<typeof shareCalls.link> = async (
  { target },
  { nowMs, requestId, refuse },
) => {
  const version = settings.linkedVersion();
  if (version === null) throw refuse('link-unavailable');
  const fault = await faultOfTarget(target, nowMs);
  if (fault !== null) throw refuse(fault);
  const made = await programLink(version, nowMs, (errCode) =>
    logCall.provider(requestId, 'urllink.generate', String(errCode)),
  );
  if (made === null) throw refuse('link-unavailable');
  return { url: withQuery(made.url, queryOf(target)), endsAtMs: made.endsAtMs };
};

async function faultOfTarget(target: LinkTarget, nowMs: number) {
  if (target.kind !== 'board') return faultOf(target, nowMs);
  return regionAt(target.adcode) === undefined ? ('region-unknown' as const) : null;
}

/** What the page `arrive` gets: a code's checked scene, or the district of a board as its card says it. */
const queryOf = (target: LinkTarget): string =>
  target.kind === 'board' ? `at=${target.adcode}&board=${target.board}` : `scene=${sceneOf(target)}`;

/** WeChat gives the page what follows `cq`, decoded once, as its query. */
const withQuery = (url: string, query: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}cq=${encodeURIComponent(query)}`;
