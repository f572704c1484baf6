import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  CampaignChange,
  CampaignChangeDocument,
  currentChange,
} from '../../cloudfunctions/shared/contract/campaign-change';
import {
  AuditEntryDocument,
  AuditPeopleDocument,
} from '../../cloudfunctions/shared/contract/moderation-documents';
import { changedCampaign, joinedChanges } from '../../cloudfunctions/shared/domain/changed-campaign';
import { releasedCampaign } from '../../cloudfunctions/shared/kernel/released-campaign';
import type { Store } from './store';

type Changing = Pick<Store, 'find' | 'insert' | 'update'>;

const randomId = (): string => randomBytes(16).toString('hex');

/** The changes of the campaign, the newest first. */
export async function changesOfCampaign(store: Pick<Store, 'find'>): Promise<CampaignChangeDocument[]> {
  const found = await store.find('campaignChanges', {}, 1000);
  return found
    .map((change) => CampaignChangeDocument.parse(change))
    .filter(({ _id }) => _id !== currentChange)
    .sort((one, other) => other.number - one.number);
}

/** Checks the JSON of a file and runs it with what was changed before. Throws the faults. Answers the change's number. */
export async function changeFromFile(
  store: Changing,
  [file, ...words]: string[],
  nowMs: number,
): Promise<number> {
  const reason = words.join(' ');
  if (file === undefined || reason === '') throw new Error('npm run operators -- change FILE WHY');
  const [running] = await store.find('campaignChanges', { _id: currentChange }, 1);
  const before = running ? CampaignChangeDocument.parse(running).changes : '{}';
  return change(store, joinedChanges(before, await readFile(file, 'utf8')), reason, nowMs);
}

/** Runs an earlier change again; 0 is the campaign as it was released. */
export async function goBack(store: Changing, wanted: string | undefined, nowMs: number): Promise<number> {
  const before = (await changesOfCampaign(store)).find(({ number }) => String(number) === wanted);
  if (wanted !== '0' && !before)
    throw new Error(`there is no change ${wanted}: npm run operators -- changes`);
  return change(store, before?.changes ?? '{}', `回到第 ${wanted} 次`, nowMs);
}

/** The entry in the trail comes first, as for an appointment. */
async function change(store: Changing, changes: string, reason: string, nowMs: number): Promise<number> {
  const changed = changedCampaign(releasedCampaign, changes);
  if ('faults' in changed) throw new Error(changed.faults.join('\n'));
  const number = ((await changesOfCampaign(store))[0]?.number ?? 0) + 1;
  const fields = CampaignChange.parse({ number, changes, reason, atMs: nowMs });
  const _id = randomId();
  const entry = {
    _id,
    caseId: randomId(),
    action: 'change-campaign',
    reason: null,
    atMs: nowMs,
    batch: null,
  } as const;
  await store.insert('auditEntries', AuditEntryDocument.parse(entry));
  const people = { _id, actorId: null, subjectId: null, atMs: nowMs };
  await store.insert('auditPeople', AuditPeopleDocument.parse(people));
  await store.insert('campaignChanges', { _id: String(number), ...fields });
  if (!(await store.update('campaignChanges', currentChange, fields)))
    await store.insert('campaignChanges', { _id: currentChange, ...fields });
  return number;
}
