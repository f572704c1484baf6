import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'sqlite-document-database';
import { openSecrets } from 'cloudbase-local';
import { seedDatabase } from '../seed/seed';
import { markFilled } from './filled-mark';
import { createProgressBar } from './progress-bar';

const seedingMarkOf = (dataDir: string): string => join(dataDir, 'seeding');

/** Whether the filling of this folder was interrupted. */
export const isHalfFilled = (dataDir: string): boolean => existsSync(seedingMarkOf(dataDir));

/** Fills an empty database with the demonstration people and with posts, and shows how far it is. */
export async function fillFolder(
  database: Database,
  { dataDir, campaign, posts, nowMs, phoneKey }: FillSettings,
): Promise<void> {
  writeFileSync(seedingMarkOf(dataDir), '');
  const bar = createProgressBar('inventing posts', posts, process.stderr);
  await seedDatabase(database, { posts, now: nowMs, phoneKey, progress: bar.show });
  markFilled(dataDir, campaign);
  rmSync(seedingMarkOf(dataDir));
  bar.end();
}

interface FillSettings {
  dataDir: string;
  campaign: string;
  posts: number;
  nowMs: number;
  /** Encrypts the phone numbers of the people (`phoneKeyOf`). */
  phoneKey: string;
}

/** The folder's key for phone numbers; a new folder gets its keys. Throws a sentence when the keys of a filled folder are lost. */
export const phoneKeyOf = (dataDir: string): string =>
  openSecrets(dataDir, process.env).valueOf('PHONE_KEY_V1') ?? '';
