import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile } from 'sqlite-document-database';
import { usualCampaign } from './chosen-campaign';

const markOf = (dataDir: string): string => join(dataDir, 'filled');

/** Notes that the database of a data folder has been filled, and for which campaign. */
export function markFilled(dataDir: string, campaign: string): void {
  if (!existsSync(markOf(dataDir))) writeFileSync(markOf(dataDir), campaign, { mode: 0o600 });
}

/** Throws a sentence when a data folder holds another campaign: the posts of one environment are of one campaign. */
export function refuseOtherCampaign(dataDir: string, campaign: string): void {
  if (!existsSync(markOf(dataDir))) return;
  // Folders were filled before campaigns could be chosen.
  const held = readFileSync(markOf(dataDir), 'utf8') || usualCampaign;
  if (held !== campaign)
    throw new Error(
      `${dataDir} holds the campaign ${held}, not ${campaign}: name another folder with DATA_DIR, or start it with --campaign ${held}`,
    );
}

/** Throws a sentence when the database that a data folder held is gone: invented posts must not take the place of real ones. */
export function refuseLostDatabase(dataDir: string): void {
  if (!existsSync(markOf(dataDir))) return;
  const file = join(dataDir, 'database', databaseFile);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0) return;
  throw new Error(
    `${file} is missing or empty, and ${dataDir} held a database: put the file back, restore a backup into an empty folder, or choose an empty folder`,
  );
}
