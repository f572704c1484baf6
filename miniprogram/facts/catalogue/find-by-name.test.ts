import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import fever from '../../../campaigns/fever/campaign.json';
import { findByName } from './find-by-name';
import { foldName } from './fold-name';

const campaign = Campaign.parse(fever);
const find = (typed: string) => findByName(typed, campaign);
const items = (typed: string): string[] => {
  const finding = find(typed);
  return finding?.kind === 'item' ? finding.items : [];
};

describe('a listed item is found', () => {
  test('first, by each of its names, in any width, case and spacing', () => {
    for (const { code, name, aliases } of campaign.catalogue)
      for (const text of [name, ...aliases]) {
        const sharers = campaign.catalogue.filter((item) => [item.name, ...item.aliases].includes(text));
        const spaced = [...text.toUpperCase()].join(' ');
        for (const typed of [text, spaced])
          expect([typed, items(typed).slice(0, sharers.length)]).toEqual([
            typed,
            expect.arrayContaining([code]),
          ]);
      }
  });

  test.each([
    ['a form that no name holds', '布洛芬儿童滴剂', 'ibuprofen-drops'],
    ['its box', '布洛芬缓释胶囊 0.3g×20粒', 'ibuprofen'],
    ['a sentence', '求好心人给四粒布洛芬，谢谢', 'ibuprofen'],
    ['pinyin', 'buluofen', 'ibuprofen'],
    ['the beginning of pinyin', 'lianhuaq', 'lianhua-qingwen'],
    ['pinyin without ü', 'luleitading', 'loratadine'],
    ['initials', 'lhqw', 'lianhua-qingwen'],
    ['pinyin with a slip', 'buluofn', 'ibuprofen'],
    ['Latin with a slip', 'ibuprofin', 'ibuprofen'],
    ['a word among English ones', "children's Motrin 100ml", 'ibuprofen-suspension'],
    ['two English words', 'rapid antigen test', 'antigen-test'],
    ['English for a child', 'ibuprofen for kids', 'ibuprofen-suspension'],
    ['traditional characters', '連花清瘟膠囊', 'lianhua-qingwen'],
    ['a name of Taiwan', '乙醯胺酚', 'paracetamol'],
    ['full width', 'Ｎ９５', 'mask-n95'],
    ['a character of the same sound', '布落分', 'ibuprofen'],
    ['a character of nearly the same sound', '氨溴素', 'ambroxol'],
    ['a character of the same look', '蓝苓', 'lanqin'],
    ['swapped characters', '对乙氨酰基酚', 'paracetamol'],
    ['half letters', '布洛fen', 'ibuprofen'],
    ['its stem with another form', '华素含片', 'huasu'],
    ['Cyrillic', 'Ибупрофен', 'ibuprofen'],
    ['Hangul', '타이레놀', 'paracetamol'],
    ['Katakana, which hold a refused name', 'イブプロフェン', 'ibuprofen'],
    ['a brand of another country', 'Doliprane 1000 mg', 'paracetamol'],
    ['a longer name that a refused one begins', '儿童泰诺林', 'paracetamol-suspension'],
    ['the same, misspelt', '泰诺琳', 'paracetamol-sustained'],
  ])('by %s: %s', (_how, typed, code) => {
    expect(items(typed)[0]).toBe(code);
  });

  test('by its first character, and from then on while the name is being typed', () => {
    for (const { code, name } of campaign.catalogue) {
      const characters = [...name.replace(/（.*）/, '')];
      for (let end = 1; end <= characters.length; end += 1)
        expect([end, find(characters.slice(0, end).join(''))?.kind]).not.toEqual([end, 'not-listed']);
      expect(items(characters.join(''))).toContain(code);
    }
  });
});

describe('a symptom', () => {
  test('finds what adults take, then what children take', () => {
    const found = items('退烧药');
    const adult = found.indexOf('paracetamol');
    expect(adult).toBeGreaterThan(-1);
    expect(found.indexOf('ibuprofen-suspension')).toBeGreaterThan(adult);
    expect(found.indexOf('paracetamol-suspension')).toBeGreaterThan(adult);
  });

  test('of a child finds what children take first', () => {
    expect(items('宝宝发烧').slice(0, 2)).toEqual(['ibuprofen-suspension', 'ibuprofen-drops']);
  });

  test.each([
    ['头好痛', '头痛'],
    ['头很疼', '头疼'],
    ['嗓子一直很干', '嗓子干'],
    ['鼻子有点堵', '鼻子堵'],
    ['喉嚨好痛', '喉咙痛'],
  ])('%s is a degree of %s', (typed, plain) => {
    expect(find(typed)).toMatchObject({ kind: 'item', by: 'symptom' });
    expect(items(typed)).toEqual(items(plain));
  });

  test('an unknown product does not become a listed medicine', () => {
    expect(find('仙草感冒胶囊')?.kind).toBe('not-listed');
  });

  test.each(['Tylenol Cold & Flu', 'panadol extra', 'Advil PM', 'Nurofen plus', "children's Motrin cold"])(
    'the mixture %s is not its plain brand, which is offered instead',
    (typed) => {
      const finding = find(typed);
      expect(finding?.kind).toBe('not-listed');
      expect(finding?.kind === 'not-listed' && finding.nearest.length).toBeGreaterThan(0);
    },
  );

  test.each(['ibuprofen for flu', 'Tylenol for a cold'])('%s names the illness, not a mixture', (typed) => {
    expect(find(typed)?.kind).toBe('item');
  });

  test.each(['999小儿感冒灵', '儿童阿司匹林', '小儿感康'])('%s is not the medicine of adults', (typed) => {
    const finding = find(typed);
    expect(finding?.kind).toBe('not-listed');
    const nearest = finding?.kind === 'not-listed' ? finding.nearest : [];
    const adults = campaign.catalogue.filter(({ ages }) => ages === 'adult').map(({ code }) => code);
    expect(nearest.filter((code) => adults.includes(code))).toEqual([]);
  });
});

describe('what may not be given away', () => {
  test('is refused by each of its names', () => {
    for (const { about, names, searchWords } of campaign.refusals)
      for (const name of [...names, ...searchWords])
        expect([name, find(name)]).toEqual([name, expect.objectContaining({ kind: 'refused', about })]);
  });

  test.each([
    ['头孢克肟', '抗生素'],
    ['阿莫西林胶囊', '抗生素'],
    ['磷酸奥司他韦颗粒', '抗病毒药'],
    ['左氧氟沙星片', '抗生素'],
    ['白加黑感冒片', '含麻黄碱的感冒药'],
    ['Ｐａｘｌｏｖｉｄ', '抗病毒药'],
    ['頭 孢', '抗生素'],
    ['氧氟沙星', '抗生素'],
    ['甲磺酸帕珠沙星', '抗生素'],
    ['头包', '抗生素'],
    ['阿莫西淋', '抗生素'],
    ['toubao', '抗生素'],
    ['过期布洛芬', '过期或开封的药'],
    ['泰诺和布洛芬', '含麻黄碱的感冒药'],
  ])('%s is refused as %s, with the reason', (typed, about) => {
    const finding = find(typed);
    expect(finding).toMatchObject({ kind: 'refused', about });
    expect(finding?.kind === 'refused' && finding.reason).toMatch(/。$/);
  });

  test('offers the listed name that it is often used for: 泰诺 often means 泰诺林', () => {
    const finding = find('泰诺');
    expect(finding?.kind === 'refused' && finding.instead).toContain('paracetamol-sustained');
  });

  test('does not count as typed while the name may still be a listed one', () => {
    expect(find('氨酚')?.kind).toBe('item');
    expect(find('阿')?.kind).toBe('item');
  });
});

describe('what is not listed', () => {
  test.each([
    '板蓝根',
    '益生菌',
    '阿司匹林肠溶片',
    '复方布洛芬',
    '六神花露水',
    '你好',
    'asdf',
    '湿度计',
    '安儿宁',
    '。！',
  ])('%s is said to be not listed, or nothing', (typed) => {
    expect(find(typed)?.kind ?? 'not-listed').toBe('not-listed');
  });

  test('letters scattered over a name find nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('布芬', '对氨酚', '连清', '氯他', '体计', '乙基', 'iuoe', '阿匹'),
        (typed) => find(typed)?.kind === 'not-listed',
      ),
    );
  });
});

test('any text has an answer, which is the same for its folded form and names only codes of the catalogue', () => {
  const codes = new Set(campaign.catalogue.map(({ code }) => code));
  const words = campaign.catalogue.flatMap(({ name, aliases }) => [name, ...aliases]);
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc
      .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 3 })), { maxLength: 5 })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const finding = find(typed);
      expect(finding === undefined).toBe(foldName(typed) === '');
      if (finding === undefined) return;
      const found =
        finding.kind === 'item'
          ? finding.items
          : finding.kind === 'refused'
            ? finding.instead
            : finding.nearest;
      expect(found.filter((code) => !codes.has(code))).toEqual([]);
      expect(new Set(found).size).toBe(found.length);
      if (finding.kind === 'item') expect(found.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});
