import { identityCalls } from '../shared/contract/identity-calls';
import { limitCall } from '../shared/adapters/call-time';
import { addCounts } from '../shared/adapters/counts-store';
import { clientAddress, isTimer, openid } from '../shared/adapters/environment-context';
import { addSpending } from '../shared/adapters/spending';
import { isBlocked } from '../shared/adapters/block-store';
import { findClosing } from '../shared/adapters/closing-store';
import { findMember } from '../shared/adapters/member-store';
import { runningChanges } from '../shared/adapters/campaign-change-store';
import { changedCampaign } from '../shared/domain/changed-campaign';
import { createLiveCampaign } from '../shared/kernel/live-campaign';
import { memberProcedure, openProcedure } from '../shared/kernel/procedure';
import { createClosingGate } from '../shared/kernel/closing-gate';
import { createCallBudgets } from '../shared/kernel/call-budgets';
import { serve } from '../shared/kernel/serve';
import { allowAccount } from './allow-account';
import { bindPhone } from './bind-phone';
import { copyMyData } from './copy-my-data';
import { decideDocument } from './decide-document';
import { listDocuments } from './list-documents';
import { eraseMyData } from './erase-my-data';
import { forget } from './forget';
import { placePictures } from './place-pictures';
import { readSelf } from './read-self';
import { submitDocument } from './submit-document';
import { verifyIdentity } from './verify-identity';

export const main = serve(
  {
    me: openProcedure(identityCalls.me, readSelf),
    bindPhone: openProcedure(identityCalls.bindPhone, bindPhone),
    verify: openProcedure(identityCalls.verify, verifyIdentity),
    placePictures: openProcedure(identityCalls.placePictures, placePictures),
    submitDocument: openProcedure(identityCalls.submitDocument, submitDocument),
    documentQueue: memberProcedure(identityCalls.documentQueue, listDocuments),
    decideDocument: memberProcedure(identityCalls.decideDocument, decideDocument),
    allowAccount: memberProcedure(identityCalls.allowAccount, allowAccount),
    copyMyData: openProcedure(identityCalls.copyMyData, copyMyData),
    eraseMyData: openProcedure(identityCalls.eraseMyData, eraseMyData),
  },
  {
    openid,
    isTimer,
    findMember,
    isBlocked,
    passClosing: createClosingGate('identity', findClosing),
    nowMs: Date.now,
    limitCall,
    refresh: createLiveCampaign(runningChanges, changedCampaign),
    spend: createCallBudgets('identity', addSpending, findMember, clientAddress),
    functionName: 'identity',
    addCounts,
  },
  { forget },
);
