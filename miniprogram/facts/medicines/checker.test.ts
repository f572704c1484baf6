import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import { Guide } from '../../../cloudfunctions/shared/contract/guide';
import type { Product } from '../../../cloudfunctions/shared/contract/guide';
import fever from '../../../campaigns/fever/campaign.json';
import guideFile from '../../../campaigns/fever/guide.json';
import { clashesBetween, otherClashesOf } from './clashes-between';
import { findProducts, hintsIn } from './find-product';
import type { Medicine } from './medicine-rules';
import { effectsOf } from './medicine-rules';

const { clashes, substances } = Campaign.parse(fever);
const { products, hints, otherClashes } = Guide.parse(guideFile);

/** Written from the leaflets, apart from the campaign's data: P paracetamol, I ibuprofen, N other NSAID, A aspirin, E ephedrine type, D dextromethorphan, H drowsy, O opioid, C caffeine, M amantadine. */
const printed = `
扑热息痛 P|必理通 P|泰诺林缓释片 P|小泰诺林 P|大泰诺林 P|退热栓 P|复方小儿退热栓 P|泰诺安 PH|散利痛 PNC|加合百服宁 PC
必理痛特效 PC|必理痛伤风热饮 PE|布洛芬片 I|芬必得 I|安瑞克 I|美林 I|小美林 I|司百得 I|臣功再欣 IH|布洛伪麻片 IE|EVE IHC
阿司匹林片 A|巴米尔 A|Bufferin A|乐松 N|扶他林 N|消炎痛栓 N|安乃近 N|阿咖酚散 APC|何济公 APC|头痛粉 APC|APC APC
泰诺 PEDH|酚麻美敏颗粒 PEDH|白加黑日片 PED|白加黑夜片 PEDH|日夜百服咛 PEDH|氨酚美伪麻片 PED|新康泰克 EH|新康泰克红装 PDEH
美扑伪麻片 PEDH|氨酚伪麻片 PE|惠菲宁 DEH|氨酚伪麻那敏口服液 PEH|氨酚麻美干混悬剂 PED|艾畅 ED|氨咖麻敏胶囊 PCEH
感康 PMCH|快克 PMCH|感叹号 PMCH|氨咖黄敏胶囊 PCH|速效伤风胶囊 PCH|氨酚咖那敏片 PCH|999感冒灵颗粒 PCH|复方感冒灵颗粒 PCH
感冒清片 PH|强力感冒片 P|维C银翘片 PH|银菊清解片 P|小快克 PH|护彤 PH|好娃娃 PMH|氨金黄敏颗粒 PMH|扑尔敏 H|鼻炎康片 HE
康乐鼻炎片 HE|咳特灵 H|开瑞坦 |仙特明 |华素片 |沐舒坦 |富露施 |连花清瘟胶囊 E|思密达 |博叶 |复方甘草片 O|联邦止咳露 OEH
百保能 POH|大正金A POEH|ルルアタックEX IOEH`
  .trim()
  .split(/[|\n]/)
  .map((line) => line.split(' '));

const letters: Readonly<Record<string, string>> = {
  ephedrine: 'E',
  dextromethorphan: 'D',
  drowsy: 'H',
  opioid: 'O',
  caffeine: 'C',
  amantadine: 'M',
};

const medicineOf = ({ names, contents }: Product): Medicine => ({
  name: names[0] ?? '',
  ingredients: contents.map(({ substance }) => substance),
  forms: [],
});

function lettersOf({ ingredients }: Medicine): string {
  const own = ingredients.map((code) => ({ paracetamol: 'P', ibuprofen: 'I', aspirin: 'A' })[code] ?? '');
  const effects = effectsOf(ingredients, substances);
  const isOtherNsaid = ingredients.some(
    (code) =>
      !['ibuprofen', 'aspirin'].includes(code) && effectsOf([code], substances).includes('anti-inflammatory'),
  );
  return [...own, ...effects.map((effect) => letters[effect] ?? ''), isOtherNsaid ? 'N' : '']
    .join('')
    .split('')
    .sort()
    .join('');
}

const first = (typed: string): Product => {
  const [product] = findProducts(typed, products);
  if (product === undefined) throw new Error(`no product ${typed}`);
  return product;
};
const together = (...typed: string[]): string[] =>
  clashesBetween(
    typed.map((name) => medicineOf(first(name))),
    clashes,
    substances,
  ).flatMap((pair) => pair.clashes.map(({ code }) => code));

test('at least sixty real products hold what their leaflets print', () => {
  expect(printed.length).toBeGreaterThanOrEqual(60);
  const wrong = printed
    .map(([name = '', flags = '']) => [
      name,
      flags.split('').sort().join(''),
      lettersOf(medicineOf(first(name))),
    ])
    .filter(([, expected, held]) => expected !== held);
  expect(wrong).toEqual([]);
});

test('every product is found first by each of its names', () => {
  for (const product of products)
    for (const name of product.names) expect([name, first(name).names]).toEqual([name, product.names]);
});

describe('a product is found', () => {
  test.each([
    ['tainuolin', '泰诺林缓释片'],
    ['泰诺琳缓释片', '泰诺林缓释片'],
    ['kuaike', '快克'],
    ['快克胶囊', '快克'],
    ['维c银翘', '维C银翘片'],
    ['panadol', '必理通'],
    ['芬必德', '芬必得'],
    ['感康片', '感康'],
  ])('by %s: %s', (typed, name) => {
    expect(findProducts(typed, products).some(({ names }) => names.includes(name))).toBe(true);
  });

  test('or is unknown, and then its name may still show what it holds', () => {
    expect(findProducts('某某氨酚烷那敏', products).map(({ names }) => names[0])).not.toContain('美林 ');
    expect(hintsIn('某某氨酚烷胺', hints).map(({ substance }) => substance)).toEqual([
      'paracetamol',
      'amantadine',
    ]);
    expect(hintsIn('钙片', hints)).toEqual([]);
  });
});

describe('what must not be taken together', () => {
  test.each([
    [['必理通', '感康'], 'two-paracetamol'],
    [['泰诺林缓释片', '999感冒灵颗粒'], 'two-paracetamol'],
    [['退热栓', '维C银翘片'], 'two-paracetamol'],
    [['白加黑日片', '快克'], 'two-paracetamol'],
    [['芬必得', 'EVE'], 'two-nsaids'],
    [['美林', '臣功再欣'], 'two-nsaids'],
    [['芬必得', '阿司匹林片'], 'two-nsaids'],
    [['芬必得', '必理通'], 'ibuprofen-paracetamol'],
    [['扑尔敏', '感康'], 'two-drowsy'],
    [['扑尔敏', '鼻炎康片'], 'two-drowsy'],
    [['新康泰克', '泰诺'], 'two-ephedrine'],
    [['藿香正气水', '扑尔敏'], 'alcohol-drowsy'],
    [['百保能', '联邦止咳露'], 'two-opioids'],
    [['思密达', '美林'], 'smectite-apart'],
  ])('%j: %s', (names, clash) => {
    expect(together(...names)).toContain(clash);
    expect(together(...[...names].reverse()).sort()).toEqual(together(...names).sort());
  });

  test.each([
    [['美林', '沐舒坦']],
    [['必理通', '氯雷他定片']],
    [['华素片', '连花清瘟胶囊']],
    [['博叶', '思密达']],
  ])('%j may be', (names) => {
    expect(together(...names)).toEqual([]);
  });

  test('are all pairs that hold paracetamol twice or two anti-inflammatories, and the order of a drawer does not matter', () => {
    const has = (medicine: Medicine, letter: RegExp): boolean => letter.test(lettersOf(medicine));
    fc.assert(
      fc.property(fc.shuffledSubarray(products, { minLength: 2, maxLength: 6 }), (drawer) => {
        const medicines = drawer.map(medicineOf);
        const pairs = clashesBetween(medicines, clashes, substances);
        medicines.forEach((one, a) =>
          medicines.slice(a + 1).forEach((other, offset) => {
            const pair = pairs.find(({ first: i, second: j }) => i === a && j === a + 1 + offset);
            const found = (pair?.clashes ?? []).map(({ code }) => code);
            expect(found.includes('two-paracetamol')).toBe(has(one, /P/) && has(other, /P/));
            expect(found.includes('two-nsaids')).toBe(has(one, /[IAN]/) && has(other, /[IAN]/));
          }),
        );
      }),
    );
  });

  test('with things that are not medicines of the drawer: alcohol, driving, other pills', () => {
    const others = (name: string): string[] =>
      otherClashesOf(medicineOf(first(name)), otherClashes, substances).map(({ code }) => code);
    expect(others('感康')).toEqual(expect.arrayContaining(['alcohol', 'driving', 'liver-enzymes']));
    expect(others('藿香正气水')).toEqual(expect.arrayContaining(['cephalosporin', 'driving-alcohol']));
    expect(others('泰诺')).toContain('maoi');
    expect(others('沐舒坦')).toEqual([]);
  });
});
