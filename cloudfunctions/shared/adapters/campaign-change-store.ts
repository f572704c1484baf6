import { currentChange } from '../contract/campaign-change';
import { readDocument } from './ordered-writes';

/** The operators' changes that are to run now; empty for none. */
export const runningChanges = async (): Promise<string> =>
  (await readDocument('campaignChanges', currentChange))?.changes ?? '';
