import { describe, expect, test } from '@jest/globals';
import { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import fever from '../../../campaigns/fever/campaign.json';
import type { Medicine } from './medicine-rules';
import { warningsFor } from './warnings-for';

const campaign = Campaign.parse(fever);
const item = (code: string): Medicine => {
  const listed = campaign.catalogue.find((known) => known.code === code);
  if (listed === undefined) throw new Error(`no item ${code}`);
  return listed;
};
const codes = (of: string, ...groups: string[]): string[] =>
  warningsFor(item(of), groups, campaign).map(({ code }) => code);

describe('a warning is given', () => {
  test.each([
    ['pregnant', 'ibuprofen', 'pregnant-ibuprofen'],
    ['pregnant', 'ibuprofen-suspension', 'pregnant-ibuprofen'],
    ['pregnant', 'ibuprofen', 'lactation-ibuprofen'],
    ['pregnant', 'paracetamol', 'pregnant-paracetamol'],
    ['pregnant', 'aspirin', 'pregnant-aspirin'],
    ['pregnant', 'fufang-anfen-wanan', 'pregnant-compound'],
    ['pregnant', 'weic-yinqiao', 'pregnant-compound'],
    ['pregnant', 'liushen', 'pregnant-liushen'],
    ['infant', 'ibuprofen-drops', 'under-6-months-ibuprofen'],
    ['infant', 'ibuprofen', 'under-6-months-ibuprofen'],
    ['infant', 'ibuprofen', 'infant-hard-forms'],
    ['infant', 'paracetamol', 'infant-hard-forms'],
    ['infant', 'lianhua-qingwen', 'under-2-years-compound'],
    ['infant', 'xiaoer-anfen', 'under-2-years-compound'],
    ['infant', 'paracetamol-drops', 'under-3-months-paracetamol'],
    ['infant', 'paracetamol-drops', 'under-2-months'],
    ['infant', 'forehead-thermometer', 'under-3-months-forehead'],
    ['child', 'paracetamol-sustained', 'child-sustained'],
    ['child', 'aspirin', 'child-aspirin'],
    ['child', 'fufang-anfen-wanan', 'child-compound'],
    ['chronic', 'ibuprofen', 'kidney-nsaid'],
    ['chronic', 'ibuprofen', 'dialysis-any'],
    ['chronic', 'aspirin', 'ulcer-nsaid'],
    ['chronic', 'paracetamol', 'liver-paracetamol'],
    ['chronic', 'lianhua-qingwen', 'pressure-ephedrine'],
    ['chronic', 'huasu', 'thyroid-iodine'],
    ['elderly', 'ibuprofen', 'elderly-nsaid'],
  ])('to %s with %s: %s', (group, code, warning) => {
    expect(codes(code, group)).toContain(warning);
  });

  test('with the strictest first, and with alternatives that may be taken', () => {
    const [first, ...others] = warningsFor(item('ibuprofen'), ['pregnant'], campaign);
    expect(first?.level).toBe('stop');
    expect(first?.instead).toEqual(['paracetamol']);
    expect(others.at(-1)?.level).toBe('ask');
  });
});

describe('no warning is given', () => {
  test.each([
    ['adult alone', [], 'ibuprofen'],
    ['pregnant', ['pregnant'], 'antigen-test'],
    ['pregnant', ['pregnant'], 'mask-n95'],
    ['child', ['child'], 'paracetamol-suspension'],
    ['child', ['child'], 'ibuprofen-suspension'],
    ['elderly', ['elderly'], 'paracetamol'],
    ['infant', ['infant'], 'thermometer'],
  ])('%s with groups %j: %s', (_who, groups, code) => {
    expect(codes(code, ...groups)).toEqual([]);
  });
});

test('an offered alternative is not itself forbidden to all of the group', () => {
  for (const warning of campaign.warnings)
    for (const code of warning.instead) {
      const again = warningsFor(item(code), warning.groups, campaign).filter(
        ({ code: other, level }) => level === 'stop' && other === warning.code,
      );
      expect([warning.code, code, again]).toEqual([warning.code, code, []]);
    }
});
