import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Campaign } from '../cloudfunctions/shared/contract/campaign';
import { Guide } from '../cloudfunctions/shared/contract/guide';
import type { Dose, DoseRow } from '../cloudfunctions/shared/contract/guide';
import { findByName } from '../miniprogram/facts/catalogue/find-by-name';
import leaflets from '../tests/data/leaflets.json';

const read = (folder: string, file: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, folder, file), 'utf8'));
const folders = readdirSync(__dirname).filter((name) => existsSync(join(__dirname, name, 'guide.json')));

describe.each(folders)('the guide of campaign %s', (folder) => {
  const campaign = Campaign.parse(read(folder, 'campaign.json'));
  const guide = Guide.parse(read(folder, 'guide.json'));
  const codesOf = (list: readonly { code: string }[]): Set<string> => new Set(list.map(({ code }) => code));

  test('is of this campaign, and what it points to is there', () => {
    const [items, substances, references] = [
      campaign.catalogue,
      campaign.substances,
      campaign.references,
    ].map(codesOf);
    const { products, doses, ceilings, otherClashes, redFlags, hints } = guide;
    const named = [...products, ...doses].flatMap(({ item }) => item ?? []);
    const held = [
      ...products.flatMap(({ contents }) => contents.map(({ substance }) => substance)),
      ...[...doses, ...ceilings, ...hints].map(({ substance }) => substance),
      ...otherClashes.flatMap(({ target }) => target.substances),
    ];
    const sources = [...products, ...doses, ...ceilings, ...otherClashes, ...redFlags, ...hints].map(
      ({ source }) => source,
    );
    expect(guide.campaign).toBe(campaign.code);
    expect(named.filter((code) => items?.has(code) !== true)).toEqual([]);
    expect(held.filter((code) => substances?.has(code) !== true)).toEqual([]);
    expect(sources.filter((code) => references?.has(code) !== true)).toEqual([]);
  });

  test('the campaign’s warnings and clashes point to what is there, and every reference is used', () => {
    const { warnings, clashes } = campaign;
    const targets = [...warnings, ...guide.otherClashes].map(({ target }) => target);
    const substances = codesOf(campaign.substances);
    const sides = [...targets, ...clashes.flatMap(({ one, other }) => [one, other])];
    expect(sides.flatMap((side) => side.substances).filter((code) => !substances.has(code))).toEqual([]);
    const items = [
      ...targets.flatMap((target) => target.items),
      ...warnings.flatMap(({ instead }) => instead),
    ];
    expect(items.filter((code) => !codesOf(campaign.catalogue).has(code))).toEqual([]);
    const { products, doses, ceilings, otherClashes, redFlags, hints } = guide;
    const used = [
      ...warnings,
      ...clashes,
      ...products,
      ...doses,
      ...ceilings,
      ...otherClashes,
      ...redFlags,
      ...hints,
    ];
    expect([...codesOf(campaign.references)].sort()).toEqual(
      [...new Set(used.map(({ source }) => source))].sort(),
    );
  });

  test('a product of a listed item is found as that item; one that may not be given away is refused', () => {
    for (const { names, item, kind, contents } of guide.products) {
      const listed = campaign.catalogue.find(({ code }) => code === item);
      if (listed !== undefined) {
        for (const { substance } of contents)
          expect([names[0], listed.ingredients]).toEqual([names[0], expect.arrayContaining([substance])]);
        for (const name of names) {
          const finding = findByName(name, campaign);
          expect([name, finding]).toEqual([name, expect.objectContaining({ kind: 'item' })]);
          expect(finding?.kind === 'item' && finding.items).toContain(item);
        }
      }
      if (kind === 'counter')
        for (const name of names) expect([name, findByName(name, campaign)?.kind]).toEqual([name, 'refused']);
      if (kind !== 'otc' && kind !== 'unsure' && item === undefined)
        for (const name of names)
          expect([name, findByName(name, campaign)?.kind]).not.toEqual([name, 'item']);
    }
  });

  test('a dose that no leaflet was seen for gives no numbers, and says what to do', () => {
    for (const { verified, rows, note } of guide.doses) {
      expect(verified).toBe(rows.length > 0);
      if (!verified) expect(note).toMatch(/说明书/);
    }
  });

  test('rows of a dose follow each other without a gap inside and without an overlap', () => {
    for (const { rows } of guide.doses)
      rows.slice(1).forEach((row, index) => expect(row.from).toBe(rows[index]?.below));
  });
});

describe('each row of the dose table says what its leaflet says', () => {
  const guide = Guide.parse(read('fever', 'guide.json'));

  test('for each verified dose there is a leaflet, and for no other', () => {
    const verified = guide.doses.filter((dose) => dose.verified).map(({ code }) => code);
    expect(Object.keys(leaflets).sort()).toEqual(verified.sort());
  });

  test.each(Object.entries(leaflets))('%s', (code, { text }) => {
    const dose = guide.doses.find((known) => known.code === code);
    if (dose === undefined) throw new Error(`no dose ${code}`);
    const printed = rowsOf(text, dose);
    expect(dose.rows.map(numbersOf)).toEqual(printed);
    // What the person reads says the same numbers.
    expect(
      dose.rows
        .flatMap(({ says }) => rowsOf(says.replace('～', '-'), dose))
        .map(({ low, high }) => [low, high]),
    ).toEqual(printed.map(({ low, high }) => [low, high]));
    const times = [...text.matchAll(/(?:超过|一日|分)(\d)(?:-\d)?次/g)].map(([, count]) => Number(count));
    expect(times).toContain(dose.mostTimesADay);
    const hours = /(?:间隔|每)(\d+)(?:-(\d+))?小时/.exec(text);
    if (hours !== null)
      expect(dose.everyHours).toEqual({ from: Number(hours[1]), to: Number(hours[2] ?? hours[1]) });
  });
});

type Numbers = Pick<DoseRow, 'by' | 'from' | 'below' | 'low' | 'high'>;

const numbersOf = ({ by, from, below, low, high }: DoseRow): Numbers => ({ by, from, below, low, high });

/** The rows that a leaflet prints, the youngest or lightest first. A range of years includes its last year unless the next begins there. */
function rowsOf(text: string, { ages, unit }: Dose): Numbers[] {
  const phrase = new RegExp(
    `(?:体重(?:在)?(\\d+)[-～](\\d+)公斤|(\\d+)[-～](\\d+)岁|(\\d+)岁(以上|以下)|(成人))[^；。\\d]*?(?:用量为)?(\\d+(?:\\.\\d+)?)(?:[-～](\\d+(?:\\.\\d+)?))?${unit}`,
    'g',
  );
  const rows = [...text.matchAll(phrase)].map((match): Numbers => {
    const [, lightest, heaviest, youngest, oldest, years, side, adult] = match;
    const low = Number(match[8]);
    const high = Number(match[9] ?? match[8]);
    if (lightest !== undefined)
      return { by: 'weight', from: Number(lightest), below: Number(heaviest) + 1, low, high };
    if (youngest !== undefined)
      return { by: 'age', from: 12 * Number(youngest), below: 12 * Number(oldest) + 12, low, high };
    if (adult !== undefined) return { by: 'age', from: 216, below: null, low, high };
    const months = 12 * Number(years);
    return side === '以上'
      ? { by: 'age', from: months, below: null, low, high }
      : { by: 'age', from: 0, below: months, low, high };
  });
  const sorted = rows.sort((a, b) => a.from - b.from);
  return sorted.map((row, index) => {
    const next = sorted[index + 1];
    const end = Math.min(
      row.below ?? Infinity,
      next?.from ?? Infinity,
      row.by === 'age' ? (ages.belowMonths ?? Infinity) : Infinity,
    );
    return {
      ...row,
      from: row.by === 'age' ? Math.max(row.from, ages.fromMonths) : row.from,
      below: end === Infinity ? null : end,
    };
  });
}
