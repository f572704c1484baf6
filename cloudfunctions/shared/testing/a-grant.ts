import type { GrantDocument } from '../contract/documents';
import { newGrant } from '../domain/grant';
import { aDocument } from './a-document';

/** A call-back request to a need, as it is stored. */
export const aGrant = (changes: Partial<GrantDocument> = {}): GrantDocument => ({
  ...newGrant({
    id: 'c'.repeat(32),
    post: aDocument(),
    viewer: { personId: 'b'.repeat(32), maskedName: '李*', openid: 'openid-viewer' },
    summary: '布洛芬',
    nowMs: 0,
  }),
  ...changes,
});
