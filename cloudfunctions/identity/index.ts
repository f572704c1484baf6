import { identityCalls } from '../shared/contract/identity-calls';
import { findMember } from '../shared/adapters/member-store';
import { isTimer } from '../shared/adapters/environment-context';
import { openid } from '../shared/adapters/wechat-context';
import { openProcedure } from '../shared/kernel/procedure';
import { serve } from '../shared/kernel/serve';
import { readSelf } from './read-self';

export const main = serve(
  { me: openProcedure(identityCalls.me, readSelf) },
  { openid, isTimer, findMember, nowMs: Date.now },
);
