import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import { CampaignWords, medicineWordNames } from '../../cloudfunctions/shared/contract/campaign-words';
import { Guide } from '../../cloudfunctions/shared/contract/guide';
import { campaignFaults } from '../../cloudfunctions/shared/domain/changed-campaign';

/** The campaign that the repository's mini-program carries, and that runs unless another one is named. */
export const usualCampaign = 'fever';

/** A campaign's folder, read and checked. */
export interface CampaignFolder {
  name: string;
  campaign: Campaign;
  words: CampaignWords;
  guide: Guide;
}

/** The folders of `campaigns/`, in their order. */
export const campaignNames = (root: string): string[] =>
  readdirSync(join(root, 'campaigns'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** The campaign that `CAMPAIGN` names. Throws a sentence that names the campaigns when there is no such one. */
export function chosenCampaign(root: string, name = process.env.CAMPAIGN || usualCampaign): string {
  const names = campaignNames(root);
  if (!names.includes(name))
    throw new Error(`there is no campaign ${JSON.stringify(name)}: campaigns/ has ${names.join(', ')}`);
  return name;
}

/** Reads a campaign's folder. Throws the file, the field and what to write, one line for each fault. */
export function readCampaign(root: string, name: string): CampaignFolder {
  const folder = join(root, 'campaigns', chosenCampaign(root, name));
  const campaign = readPart(folder, name, 'campaign.json', Campaign);
  const words = readPart(folder, name, 'words.json', CampaignWords);
  const guide = existsSync(join(folder, 'guide.json'))
    ? readPart(folder, name, 'guide.json', Guide)
    : emptyGuide(name);
  const faults = [
    ...(campaign.code === name ? [] : [`code: write ${JSON.stringify(name)}, the folder's name`]),
    ...campaignFaults(campaign),
    ...wordFaults(campaign, words),
  ];
  if (faults.length > 0) throw new Error(faults.map((fault) => `campaigns/${name}: ${fault}`).join('\n'));
  return { name, campaign, words, guide };
}

function readPart<Part>(folder: string, name: string, file: string, contract: z.ZodType<Part>): Part {
  const path = `campaigns/${name}/${file}`;
  const checked = contract.safeParse(parsed(join(folder, file), path));
  if (checked.success) return checked.data;
  const lines = checked.error.issues.map(({ path: at, message }) => `${path}: ${at.join('.')}: ${message}`);
  throw new Error(lines.slice(0, 10).join('\n'));
}

function parsed(file: string, path: string): unknown {
  if (!existsSync(file)) throw new Error(`${path} is missing: npm run campaign:new -- --help`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

/** A campaign with medicines says more. */
const wordFaults = ({ catalogue }: Campaign, words: CampaignWords): string[] =>
  catalogue.some(({ kind }) => kind === 'medicine')
    ? medicineWordNames
        .filter((word) => words[word] === undefined)
        .map(
          (word) => `words.json: ${word}: write ["Chinese", "English"], because the catalogue has medicines`,
        )
    : [];

/** A campaign without medicines has no guide to them. */
const emptyGuide = (campaign: string): Guide => ({
  campaign,
  review: { state: 'unreviewed', asked: '2026-11' },
  products: [],
  hints: [],
  doses: [],
  ceilings: [],
  otherClashes: [],
  redFlags: [],
});
