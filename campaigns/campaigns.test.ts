import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Campaign } from '../cloudfunctions/shared/contract/campaign';
import { campaignFaults } from '../cloudfunctions/shared/domain/campaign-faults';
import { noteFault } from '../cloudfunctions/shared/domain/note-fault';

const folders = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(folders)('campaign %s', (folder) => {
  const data: unknown = JSON.parse(readFileSync(join(__dirname, folder, 'campaign.json'), 'utf8'));
  const campaign = Campaign.parse(data);

  test('its code is its folder', () => {
    expect(campaign.code).toBe(folder);
  });

  test('no code is there twice or leads nowhere, and no name means two things', () => {
    expect(campaignFaults(campaign)).toEqual([]);
  });

  test('no name of a list occurs twice', () => {
    const { catalogue, categories, groups, sources, substances, symptoms } = campaign;
    for (const list of [catalogue, categories, groups, sources, substances, symptoms])
      expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  });

  test('what contacts say has one code each, and passes the check that notes must pass', () => {
    const { sentences, places, hours } = campaign.talk;
    for (const list of [sentences, places, hours])
      expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
    const texts = [...sentences.map(({ text }) => text), ...places.map(({ name }) => name)];
    expect(texts.filter((text) => noteFault({ note: text, board: 'need' }, campaign) !== null)).toEqual([]);
    expect(hours.map(({ until }) => until)).toEqual(hours.map(({ until }) => until).sort((a, b) => a - b));
  });

  test('a compound that lowers a fever says so itself, because people add a second one to it', () => {
    const lowers = new Set(
      campaign.substances.filter(({ effects }) => effects.includes('lowers-fever')).map(({ code }) => code),
    );
    const compounds = campaign.catalogue.filter(
      ({ ingredients }) => ingredients.length > 1 && ingredients.some((code) => lowers.has(code)),
    );
    for (const { caution } of compounds) expect(caution).toMatch(/不要再吃别的退烧药/);
  });

  test('every item is in a category and every category has an item', () => {
    const used = new Set(campaign.catalogue.map(({ category }) => category));
    expect([...used].sort()).toEqual(campaign.categories.map(({ code }) => code).sort());
  });

  test('no unit of an item occurs twice', () => {
    for (const { units } of campaign.catalogue)
      expect(new Set(units.map(({ unit }) => unit)).size).toBe(units.length);
  });

  test('no note that names a listed item is taken for a refused one', () => {
    const listed = campaign.catalogue.flatMap(({ name, aliases }) => [name, ...aliases]);
    for (const name of campaign.refusals.flatMap(({ names }) => names))
      expect(listed.filter((text) => text.includes(name))).toEqual([]);
  });
});
