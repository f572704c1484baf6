import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import { CampaignWords, medicineWordNames } from '../../cloudfunctions/shared/contract/campaign-words';
import { Guide } from '../../cloudfunctions/shared/contract/guide';
import { Advice } from '../../cloudfunctions/shared/contract/advice';
import { campaignFaults } from '../../cloudfunctions/shared/domain/campaign-faults';
import { placeIn } from '../../cloudfunctions/shared/domain/changed-campaign';
import { noteFault } from '../../cloudfunctions/shared/domain/note-fault';
import { regionAt } from '../../miniprogram/facts/regions/region-tree';
import { chosenCampaign, usualCampaign } from '../../local/start/chosen-campaign';
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
    ...[...campaignFaults(campaign), ...talkFaults(campaign), ...regionFaults(campaign)].map(
      (fault) => `campaign.json: ${fault}`,
    ),
    ...(words.title[0] === campaign.title
      ? []
      : [`words.json: title: write ${JSON.stringify(campaign.title)}, the title of campaign.json`]),
    ...wordFaults(campaign, words),
    ...placeholderFaults(root, words),
    ...(colours ? colourFaults(colours).map((fault) => `colours.json: ${fault}`) : []),
  ];
  if (faults.length > 0) throw new Error(faults.map((fault) => `campaigns/${name}/${fault}`).join('\n'));
  return { name, campaign, words, guide, advice, colours, english };
}

/** `english.json`: English by the Chinese of campaign.json and advice.json. */
const English = z.record(z.string().min(1), z.string().min(1));

function readPart<Part>(folder: string, name: string, file: string, contract: z.ZodType<Part>): Part {
  const path = `campaigns/${name}/${file}`;
  const content = parsed(join(folder, file), path);
  const checked = contract.safeParse(content);
  if (checked.success) return checked.data;
  const lines = checked.error.issues.map(
    ({ path: at, message }) => `${path}: ${placeIn(content, at) || 'file'}: ${message}`,
  );
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

/** What contacts tap must pass what their notes must pass. */
const talkFaults = (campaign: Campaign): string[] =>
  [
    ...campaign.talk.sentences.map(({ code, text }) => ({ at: `talk.sentences: ${code}`, text })),
    ...campaign.talk.places.map(({ code, name }) => ({ at: `talk.places: ${code}`, text: name })),
  ].flatMap(({ at, text }) => {
    const fault = noteFault({ note: text, board: 'need' }, campaign);
    return fault ? [`${at}: no post may say this: ${fault.message}`] : [];
  });

const regionFaults = ({ care }: Campaign): string[] =>
  care.flatMap(({ code, regions }) =>
    regions
      .filter((region) => regionAt(region) === undefined)
      .map((region) => `care: ${code}: there is no region ${region}`),
  );

/** A sentence that lost the place of its value shows no number; one with a place too many shows the place itself. */
function placeholderFaults(root: string, words: CampaignWords): string[] {
  const usual = readPart(join(root, 'campaigns', usualCampaign), usualCampaign, 'words.json', CampaignWords);
  return Object.entries(words).flatMap(([name, word]) => {
    const wanted = placesIn((usual[name as keyof CampaignWords] ?? word)[0]);
    return word
      .filter((text) => text !== '' && placesIn(text) !== wanted)
      .map((text) => `words.json: ${name}: write ${wanted || 'no braces'} in ${JSON.stringify(text)}`);
  });
}

const placesIn = (text: string): string =>
  [...new Set([...text.matchAll(/\{([^}?|]+)/g)].map(([, place]) => `{${place}}`))].sort().join(' ');

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
