import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import { CampaignWords, medicineWordNames } from '../../cloudfunctions/shared/contract/campaign-words';
import { Guide } from '../../cloudfunctions/shared/contract/guide';
import { Advice } from '../../cloudfunctions/shared/contract/advice';
import { campaignFaults } from '../../cloudfunctions/shared/domain/changed-campaign';
import { chosenCampaign } from '../../local/start/chosen-campaign';
import { CampaignColours, colourFaults } from './colours';

/** A campaign's folder, read and checked. */
export interface CampaignFolder {
  name: string;
  campaign: Campaign;
  words: CampaignWords;
  /** Doses and products; empty without the module `doses`. */
  guide: Guide;
  /** What to do in the emergency; null without the module `advice`. */
  advice: Advice | null;
  /** Colours of the boards; null where they are those of the repository's program. */
  colours: CampaignColours | null;
  /** English of the campaign's sentences by their Chinese; null where packages/english holds them. */
  english: Readonly<Record<string, string>> | null;
}

/** Reads a campaign's folder. Throws the file, the field and what to write, one line for each fault. */
export function readCampaign(root: string, name: string): CampaignFolder {
  const folder = join(root, 'campaigns', chosenCampaign(root, name));
  const campaign = readPart(folder, name, 'campaign.json', Campaign);
  const words = readPart(folder, name, 'words.json', CampaignWords);
  const has = (file: string): boolean => existsSync(join(folder, file));
  const { modules } = campaign;
  const guide = modules.includes('doses') ? readPart(folder, name, 'guide.json', Guide) : emptyGuide(name);
  const advice = modules.includes('advice') ? readPart(folder, name, 'advice.json', Advice) : null;
  const english = has('english.json') ? readPart(folder, name, 'english.json', English) : null;
  const colours = has('colours.json') ? readPart(folder, name, 'colours.json', CampaignColours) : null;
  const faults = [
    ...(campaign.code === name
      ? []
      : [`campaign.json: code: write ${JSON.stringify(name)}, the folder's name`]),
    ...campaignFaults(campaign).map((fault) => `campaign.json: ${fault}`),
    ...wordFaults(campaign, words),
    ...(colours ? colourFaults(colours).map((fault) => `colours.json: ${fault}`) : []),
  ];
  if (faults.length > 0) throw new Error(faults.map((fault) => `campaigns/${name}/${fault}`).join('\n'));
  return { name, campaign, words, guide, advice, colours, english };
}

/** `english.json`: English by the Chinese of campaign.json and advice.json. */
const English = z.record(z.string().min(1), z.string().min(1));

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
