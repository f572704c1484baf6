/** Words in a note that are signs of danger: the person needs a doctor, not a neighbour's pills. */
const signs: readonly RegExp[] = [
  // Younger than three months.
  /(出生|刚生|生下来|宝宝|孩子|婴儿|娃)(才|刚|刚刚|只有|出生|生下来|满|,)*([1-9]|[1-8]\d)天(?!(没|不|前|后|内))/g,
  /([1-9]|[1-8]\d)天(大|的(宝宝|孩子|婴儿|娃|新生儿))/g,
  /(?<!\d|十)(1|2|一|两|二)个(多)?月(大|的(宝宝|孩子|婴儿|娃|小孩))/g,
  /新生儿|没满月|未满月|刚满月|没出月子的?(宝宝|孩子)|不到(3|三|2|两)个月/g,
  // Breathing and heart.
  /喘不[上过]气|呼吸困难|憋气|胸口?(疼|痛|闷)|嘴唇(发|变)?(紫|青)|口唇发绀/g,
  /血氧[^\d，。]{0,4}([5-8]\d|9[0-3])(?!\d)/g,
  // The mind.
  /叫不醒|昏迷|晕倒|意识(不清|模糊)|说胡话|抽搐|抽风|惊厥/g,
  // Fever that is too high or lasts too long.
  /(?<!\d)4[0-2](\.\d)?(度|°C?)|四十[一二]?度/g,
  /烧了?[^，。\d]{0,2}([4-9]|[四五六七八九])天|高烧不退/g,
  // Pregnancy, fluid, bleeding.
  /(怀孕|孕妇|孕期)[^，。]{0,6}(出血|见红)|(感觉不到|没有?|没了)胎动/g,
  /喝不进水|(一直|不停地?)吐|吐得?不停|尿不出|没有?尿|小便很少/g,
  /吐血|便血|大出血/g,
];

/** A dialysis or transplant patient with a fever calls their own doctor first. */
const fragile = /透析|器官移植|换过?肾|移植/;
const fever = /发烧|发热|高烧|低烧|烧到/;

/** 没有呼吸困难 is not a sign. */
const denied = /(没有?|无|不|未|并没)$/;

/** The danger signs in a note, as written, each once. `ownWords`: those that a campaign adds to the medical ones. */
export function dangerSigns(note: string, ownWords: readonly string[] = []): string[] {
  const text = note.normalize('NFKC').replace(/\s+/g, '');
  const isSaid = (words: string, index: number): boolean =>
    /^(没|不|未)/.test(words) || !denied.test(text.slice(0, index));
  const found = [
    ...signs.flatMap((sign) =>
      [...text.matchAll(sign)].filter(({ index, 0: words }) => isSaid(words, index)).map(([words]) => words),
    ),
    ...ownWords.filter((words) => text.split(words).length > 1 && isSaid(words, text.indexOf(words))),
  ];
  const sick = fragile.exec(text)?.[0];
  return [...new Set([...found, ...(sick !== undefined && fever.test(text) ? [sick] : [])])];
}
