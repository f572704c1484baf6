import { resolve } from 'node:path';
import { usualCampaign } from './chosen-campaign';

/** The settings of `npm start`, all read from environment variables. */
export interface Settings {
  port: number;
  /** When undefined, `port` + 1000 is used, or any free port if that is taken. */
  gatewayPort: number | undefined;
  dataDir: string;
  /** A folder of `campaigns/`. */
  campaign: string;
  seedPosts: number;
  maxInstances: number | undefined;
  /** How callers reach each other: through a number for each pair, or through a shared number with an extension. */
  maskedNumberMode: 'axb' | 'axn-extension';
}

export const help = `Starts 药互助 on this machine: the cloud functions, their database and the mini-program in a browser.

  npm start [-- --campaign NAME]

  --campaign NAME     a folder of campaigns/: fever, flood (CAMPAIGN, or fever)

  PORT=8080           where the browser finds it: / shows two phones, /phone one, /healthz the state
  GATEWAY_PORT=9080   where the CloudBase SDKs find the cloud (PORT + 1000, or any free one)
  DATA_DIR=./data     database, files, logs and secrets; delete the folder to start fresh. Without it a campaign
                      other than fever has ./data-NAME
  SEED_POSTS=20000    invented posts that a new database gets; 0 for none
  MAX_INSTANCES       instances of one function at a time (4 of most)
  MASKED_NUMBER_MODE=axb
                      axb: a masked number for each pair, dialled from their own phones; axn-extension: a shared
                      number and digits, dialled from any phone

Ctrl-C ends it. What functions wrote: npm run logs -- <requestID>
`;

const largestPort = 65_535;
const mostPosts = 10_000_000;

/** Throws a sentence when a value is invalid. */
export function readSettings(
  environment: Record<string, string | undefined>,
  campaign = usualCampaign,
): Settings {
  return {
    port: wholeNumber(environment, 'PORT', largestPort) ?? 8080,
    gatewayPort: wholeNumber(environment, 'GATEWAY_PORT', largestPort),
    dataDir: dataDir(environment.DATA_DIR || (campaign === usualCampaign ? './data' : `./data-${campaign}`)),
    campaign,
    seedPosts: wholeNumber(environment, 'SEED_POSTS', mostPosts) ?? 20_000,
    maxInstances: wholeNumber(environment, 'MAX_INSTANCES', 100, 1),
    maskedNumberMode: maskedNumberMode(environment.MASKED_NUMBER_MODE || 'axb'),
  };
}

/** In these folders the system makes its own files, and a read may wait forever or give nonsense. */
function dataDir(path: string): string {
  if (/^\/(proc|sys|dev)(\/|$)/.test(resolve(path)))
    throw new Error(`DATA_DIR must be a folder that keeps files, not ${JSON.stringify(path)}`);
  return path;
}

function maskedNumberMode(value: string): Settings['maskedNumberMode'] {
  if (value !== 'axb' && value !== 'axn-extension')
    throw new Error(`MASKED_NUMBER_MODE must be axb or axn-extension, not ${JSON.stringify(value)}`);
  return value;
}

function wholeNumber(
  environment: Record<string, string | undefined>,
  name: string,
  largest: number,
  smallest = 0,
): number | undefined {
  const text = environment[name];
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > largest || value < smallest)
    throw new Error(
      `${name} must be a whole number from ${smallest} to ${largest}, not ${JSON.stringify(text)}`,
    );
  return value;
}
