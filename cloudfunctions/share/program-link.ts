import { keptLink, keepLink } from '../shared/adapters/link-store';
import { makeLink } from '../shared/adapters/url-link';
import type { LinkDocument } from '../shared/contract/link-document';
import { isLinkFresh, isLinkUsable, newLink } from '../shared/domain/program-link';
import type { LinkedVersion } from '../shared/kernel/linked-version';

let known: LinkDocument | null = null;
let renewing: Promise<LinkDocument | null> | undefined;

/**
 * The link that opens the program. Each instance remembers it and all share one document, so that WeChat is asked once in ten
 * days. While WeChat cannot make a new link, the old one serves until it ends.
 * @returns null when the old link has ended, or was never made
 */
export async function programLink(
  version: LinkedVersion,
  nowMs: number,
  failed: (errCode: number) => void,
): Promise<LinkDocument | null> {
  if (isFreshOf(known, version, nowMs)) return known;
  // One renewal at a time in an instance.
  renewing ??= renewed(version, nowMs, failed).finally(() => (renewing = undefined));
  known = await renewing;
  return known;
}

async function renewed(
  version: LinkedVersion,
  nowMs: number,
  failed: (errCode: number) => void,
): Promise<LinkDocument | null> {
  const kept = await keptLink(version);
  if (isFreshOf(kept, version, nowMs)) return kept;
  const answer = await makeLink(version);
  if (answer.kind === 'link') {
    const link = newLink(version, answer.url, nowMs);
    await keepLink(link);
    return link;
  }
  failed(answer.errCode);
  return kept !== null && isLinkUsable(kept, nowMs) ? kept : null;
}

const isFreshOf = (link: LinkDocument | null, version: LinkedVersion, nowMs: number): link is LinkDocument =>
  link !== null && link._id === version && isLinkFresh(link, nowMs);
