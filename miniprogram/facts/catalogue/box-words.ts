/** Forms as boxes name them, and the form of the catalogue that each means. */
const formWords: readonly (readonly [string, readonly string[]])[] = [
  ['混悬滴剂', ['drops']],
  ['滴剂', ['drops']],
  ['干混悬剂', ['suspension', 'granules']],
  ['口服混悬液', ['suspension']],
  ['混悬液', ['suspension']],
  ['口服溶液', ['suspension', 'oral-liquid']],
  ['口服液', ['suspension', 'oral-liquid']],
  ['糖浆', ['suspension', 'oral-liquid']],
  ['溶液', ['suspension', 'oral-liquid']],
  ['合剂', ['oral-liquid']],
  ['缓释胶囊', ['sustained']],
  ['缓释片', ['sustained']],
  ['缓释', ['sustained']],
  ['控释', ['sustained']],
  ['软胶囊', ['capsule']],
  ['胶囊', ['capsule']],
  ['颗粒', ['granules']],
  ['冲剂', ['granules']],
  ['散剂', ['granules']],
  ['泡腾片', ['effervescent', 'tablet']],
  ['分散片', ['tablet']],
  ['咀嚼片', ['tablet']],
  ['肠溶片', ['tablet']],
  ['含片', ['lozenge']],
  ['滴丸', ['pills']],
  ['滴鼻液', ['nasal']],
  ['喷雾剂', ['spray', 'nasal']],
  ['喷雾', ['spray', 'nasal']],
  ['栓剂', ['suppository']],
  ['片剂', ['tablet']],
  ['丸', ['pills']],
  ['栓', ['suppository']],
  ['贴', ['patch']],
  ['片', ['tablet', 'sustained', 'lozenge']],
];

const childWords = [
  '婴幼儿',
  '婴儿',
  '幼儿',
  '儿童',
  '小儿',
  '宝宝',
  '宝贝',
  '孩子',
  '小孩',
  '小朋友',
  '新生儿',
  'children',
  'child',
  'kids',
  'baby',
  'infant',
  'toddler',
];
const adultWords = ['成人', '大人', '老人', '成年人'];

/** Salts and makers: they are printed on boxes but say nothing about the ingredient. */
const boxWords =
  '盐酸 磷酸 硫酸 马来酸 氢溴酸 枸橼酸 酒石酸 富马酸 乙醇酸 赖氨酸 精氨酸 氢氧化 钠 钾 钙 ' +
  '强生 仁和 同仁堂 江中 修正 白云山 哈药 三九 华润 以岭 以岭药业 拜耳 中美史克 葛兰素 扬子江 太极 太龙 康恩贝 云南白药集团 ' +
  '一次性 家用 医用 快速 便携 新型 独立装 独立包装 成品 药店 国产 进口 正品 原装 品牌 牌 装 型';

/** Words that people put around a name when they ask for it. */
const askingWords =
  '有没有 谁有 谁家有 哪里有 哪里买 哪有 怎么买 买不到 买 我要 我想要 想要 急需 需要 急求 求 找 给 吃 用 的 了 吗 呢 啊 吧 来 ' +
  '怎么办 咋办 吃什么 吃啥 什么 什么药 特效 最好 求助 急 麻烦 帮帮忙 谁 想 ' +
  '一点 一些 一下 多余 附近 邻居 好心人 感谢 谢谢 请问 可以 能 我 家里 家 有 没 和 跟 或 或者 还有 药品 药物 药 试剂盒 盒 瓶 ' +
  'for adults tablets tablet capsules capsule syrup';

const byLength = (a: string, b: string): number => b.length - a.length;
const allWords = [
  ...formWords.map(([word]) => word),
  ...childWords,
  ...adultWords,
  ...boxWords.split(' '),
  ...askingWords.split(' '),
].sort(byLength);

/** A folded text without the words of boxes and of requests; the longest word goes first. */
export function withoutBoxWords(folded: string): string {
  return allWords.reduce((left, word) => left.split(word).join(' '), folded).replace(/ /g, '');
}

/** Whether a folded text contains the form of a product. Then it is a name, however odd, and not a symptom. */
export function namesForm(folded: string): boolean {
  return formWords.some(([word]) => folded.includes(word));
}

/** The wishes in a folded text besides the name: forms, the best first, and an age group. */
export function wishOf(folded: string): { forms: readonly string[]; ages: 'child' | 'adult' | undefined } {
  const word = formWords.find(([name]) => folded.includes(name));
  const isChild = childWords.some((name) => folded.includes(name));
  const isAdult = adultWords.some((name) => folded.includes(name));
  return { forms: word?.[1] ?? [], ages: isChild ? 'child' : isAdult ? 'adult' : undefined };
}
