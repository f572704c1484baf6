import { describe, expect, test } from '@jest/globals';
import { bundledCampaign as campaign } from '../../../data/bundled-campaign';
import { guideData as guide } from '../data/guide-data';
import { drawerSuggestions, drawerView } from './drawer-view';
import { guideView } from './guide-view';
import { medicineView } from './medicine-view';
import { emptyPatient, patientOf } from './patient-input';

const view = (code: string, years?: string, kilograms?: string) => {
  const shown = medicineView(
    code,
    campaign,
    guide,
    patientOf({ ...emptyPatient, years: years ?? '', kilograms: kilograms ?? '' }),
  );
  if (shown === undefined) throw new Error(`no item ${code}`);
  return shown;
};

describe('the typed patient', () => {
  test.each([
    [
      { years: '3', months: '6', kilograms: '14.5' },
      { ageMonths: 42, weightKilograms: 14.5 },
    ],
    [
      { years: '', months: '8', kilograms: '' },
      { ageMonths: 8, weightKilograms: undefined },
    ],
    [
      { years: '３', months: '', kilograms: '０' },
      { ageMonths: 36, weightKilograms: undefined },
    ],
    [
      { years: '1.5', months: '', kilograms: '10' },
      { ageMonths: 18, weightKilograms: 10 },
    ],
    [{ years: '', months: '', kilograms: '10' }, undefined],
    [{ years: '三', months: '', kilograms: '' }, undefined],
    [{ years: '999', months: '', kilograms: '' }, undefined],
    [{ years: '-3', months: '', kilograms: '' }, undefined],
  ])('%j is %j', (fields, patient) => {
    expect(patientOf(fields)).toEqual(patient);
  });
});

describe('one medicine', () => {
  test("gives the dose for a weight, and the label's own rows", () => {
    const [dose] = view('ibuprofen-suspension', '3', '14').doses;
    expect(dose).toMatchObject({
      answer: '一次 4毫升，24小时最多 16毫升',
      isRefusal: false,
      bounds: '隔4～6小时才能再吃；24小时不超过4次；退烧最多连吃3天',
    });
    expect(dose?.rows).toHaveLength(4);
  });

  test.each([
    ['ibuprofen-suspension', '3', undefined, '这个药按体重算，请填体重。'],
    ['ibuprofen-suspension', '0.4', '7', '说明书没有写这个年龄可以吃：请问医生，不要自己减量。'],
    ['ibuprofen-suspension', '3', '40', '说明书没有写这个体重怎么吃：请问医生，不要自己算。'],
    ['ibuprofen-drops', '1', '9', '待核实：请看盒子里的说明书，或问药师。'],
    ['paracetamol', '8', '25', '一次 半片，24小时最多 2片'],
    ['montmorillonite', '1', undefined, '一天一共 1～2袋，分3次吃'],
  ])('%s for %s years and %s kg: %s', (code, years, kilograms, answer) => {
    expect(view(code, years, kilograms).doses[0]?.answer).toBe(answer);
  });

  test('without a leaflet shows no number of a dose', () => {
    for (const { code } of campaign.catalogue)
      for (const dose of view(code, '2', '12').doses.filter(({ isUnverified }) => isUnverified))
        expect([dose.rows, dose.bounds, /\d/.test(dose.answer)]).toEqual([[], '', false]);
  });

  test('names the groups that must avoid it, its clashes, and the sources', () => {
    const { warnings, clashes, sources } = view('ibuprofen');
    expect(warnings.find(({ code }) => code === 'pregnant-ibuprofen')).toMatchObject({
      about: '怀孕',
      isStrict: true,
    });
    expect(clashes.map(({ code }) => code)).toEqual(expect.arrayContaining(['two-nsaids', 'dengue']));
    expect(sources.filter((source) => source.includes('20周后用NSAID'))).toHaveLength(1);
    for (const source of sources.slice(1)) expect(source).toMatch(/（20\d\d[\d-]*）$/);
  });

  test('that is not listed is not shown', () => {
    expect(medicineView('none', campaign, guide, undefined)).toBeUndefined();
  });
});

describe('the drawer', () => {
  const [paracetamol = '', cold = ''] = ['必理通', '感康'];

  test('suggests products by any name, and hints at what an unknown name holds', () => {
    expect(drawerSuggestions('ganKang', campaign, guide).rows[0]?.name).toBe('感康');
    expect(drawerSuggestions('感康', campaign, guide).rows[0]?.holds).toMatch(/^含对乙酰氨基酚 250毫克\/片/);
    expect(drawerSuggestions('某某氨酚烷胺口服液x', campaign, guide)).toMatchObject({
      hint: expect.stringContaining('对乙酰氨基酚'),
    });
    expect(drawerSuggestions('桌子椅子', campaign, guide).hint).toMatch(/没有“桌子椅子”的资料/);
    expect(drawerSuggestions(' ', campaign, guide)).toEqual({ rows: [], hint: '' });
  });

  test('names a substance that is in two medicines', () => {
    const shown = drawerView([paracetamol, cold], campaign, guide);
    expect(shown.pairs).toMatchObject([{ names: '必理通 和 感康', isStrict: true }]);
    expect(shown.pairs[0]?.says[0]).toMatch(/对乙酰氨基酚/);
    expect(shown.calm).toBe('');
    expect(shown.others.map(({ what }) => what)).toContain('酒');
  });

  test('promises nothing when no rule is broken', () => {
    const shown = drawerView(['沐舒坦', '华素片'], campaign, guide);
    expect(shown.pairs).toEqual([]);
    expect(shown.calm).toMatch(/不等于一定安全/);
    expect(drawerView([paracetamol], campaign, guide).calm).toBe('');
  });
});

test('the guide says whether a pharmacist signed', () => {
  expect(guideView(campaign, guide)).toMatchObject({
    isSigned: false,
    reviewText: expect.stringMatching(/还没有药师签字/),
  });
  const review = { state: 'signed' as const, by: '王芳', licence: '1101234567', on: '2026-12-01' };
  expect(guideView(campaign, { ...guide, review })).toMatchObject({
    isSigned: true,
    reviewText: '药师王芳（1101234567）2026-12-01核对过这些内容。',
  });
});
