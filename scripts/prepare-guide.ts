/**
 * `npm run guide`: writes the campaign that the repository's mini-program carries into it, so that its screens and its guide
 * open without a network and without an account.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { carriedFiles } from './campaigns/carried-files';
import { readCampaign } from './campaigns/read-campaign';
import { usualCampaign } from '../local/start/chosen-campaign';
import { explain } from './explain';

explain(`npm run guide

Writes what the mini-program carries of the usual campaign, campaigns/fever: its campaign, words, guide and titles.
`);

const root = join(__dirname, '..');

for (const [path, text] of Object.entries(carriedFiles(root, readCampaign(root, usualCampaign))))
  writeFileSync(join(root, path), text);
