import { z } from 'zod';
import { defineCall } from './call';
import { operatorErrors } from './errors';

/** Longest changes, as JSON: far more than a catalogue of 150 items. */
const changesText = z.string().max(200_000);
/** Why, for those who read the history. */
const reason = z.string().trim().min(1).max(60);

/**
 * Collection `campaignChanges`: what operators changed of the released campaign, under the change's number, and once more under
 * `current`. It names no person; the trail of decisions knows who it was.
 */
export const CampaignChangeDocument = z.strictObject({
  _id: z.string().regex(/^(current|\d+)$/),
  number: z.int().min(1),
  /** JSON of all that differs from the released campaign, as domain/changed-campaign.ts reads it. */
  changes: changesText,
  reason,
  atMs: z.int(),
});
export type CampaignChangeDocument = z.infer<typeof CampaignChangeDocument>;

export const currentChange = 'current';

/** One change, as an operator sees it. */
export const CampaignChange = CampaignChangeDocument.omit({ _id: true });
export type CampaignChange = z.infer<typeof CampaignChange>;

/** An operator's draft. `after`: the number of the change that it was made from, 0 for the released campaign. */
export const CampaignDraft = z.strictObject({
  after: z.int().min(0),
  changes: changesText,
  reason,
});

/** The changes that run now, and the last ones before, the newest first; at most 20. */
export const campaignChanges = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({
    /** 0 while the released campaign runs unchanged. */
    number: z.int().min(0),
    changes: z.string(),
    history: z.array(CampaignChange),
    nowMs: z.int(),
  }),
  errors: operatorErrors,
  who: ['operator'],
});

/**
 * Checks a draft and, unless `onlyCheck`, runs it: every instance within half a minute, every phone with its next page. With faults
 * nothing changes. Going back is the same call with the changes of an earlier one, or `{}` for the released campaign.
 */
export const changeCampaign = defineCall({
  input: CampaignDraft.extend({ onlyCheck: z.boolean().default(false) }),
  output: z.strictObject({ number: z.int().min(0), faults: z.array(z.string()).max(50) }),
  errors: [...operatorErrors, 'campaign-changed'],
  who: ['operator'],
});

export const campaignChangeCalls = { campaignChanges, changeCampaign };
