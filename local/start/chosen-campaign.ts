import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The campaign that the repository's mini-program carries, and that runs unless another one is named. */
export const usualCampaign = 'fever';

/** The folders of `campaigns/`, in their order. */
export const campaignNames = (root: string): string[] =>
  readdirSync(join(root, 'campaigns'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** The campaign of this name. Throws a sentence that names the campaigns when there is no such one. */
export function chosenCampaign(root: string, name: string | undefined): string {
  const names = campaignNames(root);
  const chosen = name || usualCampaign;
  if (!names.includes(chosen))
    throw new Error(`there is no campaign ${JSON.stringify(chosen)}: campaigns/ has ${names.join(', ')}`);
  return chosen;
}
