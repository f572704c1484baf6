import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Campaign } from '../cloudfunctions/shared/contract/campaign';

const folders = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(folders)('campaign %s', (folder) => {
  const data: unknown = JSON.parse(readFileSync(join(__dirname, folder, 'campaign.json'), 'utf8'));
  const campaign = Campaign.parse(data);

  test('its code is its folder', () => {
    expect(campaign.code).toBe(folder);
  });

  test('no code and no name stands twice', () => {
    for (const list of [campaign.catalogue, campaign.categories, campaign.groups, campaign.sources]) {
      expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
      expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
    }
  });

  test('every item is in a category and every category has an item', () => {
    const used = new Set(campaign.catalogue.map(({ category }) => category));
    expect([...used].sort()).toEqual(campaign.categories.map(({ code }) => code).sort());
  });

  test('a suggested portion is no more than one course, and no unit stands twice', () => {
    for (const { units } of campaign.catalogue) {
      expect(new Set(units.map(({ unit }) => unit)).size).toBe(units.length);
      for (const { portion, needMaximum } of units) expect(portion).toBeLessThanOrEqual(needMaximum);
    }
  });

  test('what may not be listed is in no item’s name or aliases', () => {
    const refused = campaign.refusals.flatMap(({ names }) => names);
    const listed = campaign.catalogue.flatMap(({ name, aliases }) => [name, ...aliases]);
    for (const name of refused) expect(listed.filter((text) => text.includes(name))).toEqual([]);
  });

  test('no name is refused for two reasons', () => {
    const names = campaign.refusals.flatMap((refusal) => refusal.names);
    expect(new Set(names).size).toBe(names.length);
  });
});
