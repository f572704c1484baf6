import type { Region } from './region-tree';

/** The form of a name: official, without its last syllable, or with another last syllable than today's. */
export type NameKind = 'full' | 'short' | 'changed';

/**
 * Every way to write a region's name: 恩施土家族苗族自治州, 恩施州, 恩施; 祁阳市, 祁阳, and 祁阳县 as it was called once.
 * A name of one syllable (东区) has no short form.
 */
export function namesOf(region: Pick<Region, 'name' | 'level'>): Map<string, NameKind> {
  const { name, level } = region;
  const short = shortName(region);
  const names = new Map<string, NameKind>();
  const add = (text: string, kind: NameKind): void => void (names.has(text) || names.set(text, kind));
  add(name, 'full');
  for (const alias of aliases[name] ?? []) add(alias, alias.length > 2 ? 'full' : 'short');
  if (name.includes('自治')) {
    add(short + lastSyllable(name), 'full');
    if (level === 'province') add(`${short}省`, 'full');
  }
  if (level === 'district' && short.length >= 2)
    for (const ending of ['区', '县', '市']) add(short + ending, 'changed');
  if (level === 'city' && /地区$|盟$/.test(name)) add(`${short}市`, 'changed');
  add(short, 'short');
  return names;
}

/** 湖南省 → 湖南, 恩施土家族苗族自治州 → 恩施, 岳麓区 → 岳麓. A name of one syllable (东区) stays whole. */
export function shortName({ name, level }: Pick<Region, 'name' | 'level'>): string {
  const bare = name.replace(endings[level], '');
  const short = name.includes('自治') ? withoutPeoples(bare) : bare;
  return short.length >= 2 ? short : name;
}

const endings = {
  province: /(省|市|特别行政区|(壮族|回族|维吾尔)?自治区)$/,
  city: /(市|地区|盟|自治州)$/,
  district: /(自治县|自治旗|新区|林区|行政委员会|区|县|市|旗)$/,
} as const;

/** The peoples that autonomous regions are named after; they follow the place's own name, of at least two syllables. */
function withoutPeoples(bare: string): string {
  const peoples =
    '各族|(?:蒙古|哈萨克|柯尔克孜|朝鲜|土家|布依|哈尼|景颇|傈僳|塔吉克|锡伯|达斡尔|鄂温克|拉祜|布朗|仡佬|仫佬|毛南|纳西|' +
    '东乡|保安|撒拉|裕固|独龙|普米|阿昌|俄罗斯|维吾尔)族?|[回藏羌彝苗侗壮傣白满土水黎瑶畲佤怒]族';
  return bare.slice(0, 2) + bare.slice(2).replace(new RegExp(`(?:${peoples})+$`), '');
}

/** The syllable that says what kind of place an autonomous one is: 州, 县, 旗, 区. */
function lastSyllable(name: string): string {
  return name.slice(-1);
}

/** Names in daily use that follow no rule. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  内蒙古自治区: ['内蒙', '内蒙古省'],
  香港特别行政区: ['香港市'],
  澳门特别行政区: ['澳门市'],
  巴音郭楞蒙古自治州: ['巴州'],
  克孜勒苏柯尔克孜自治州: ['克州'],
  博尔塔拉蒙古自治州: ['博州'],
  锡林郭勒盟: ['锡盟'],
  阿拉善盟: ['阿盟'],
  呼和浩特市: ['呼市'],
  乌鲁木齐市: ['乌市'],
  哈尔滨市: ['哈市'],
  前郭尔罗斯蒙古族自治县: ['前郭县', '前郭'],
  喀喇沁左翼蒙古族自治县: ['喀左县', '喀左'],
  杜尔伯特蒙古族自治县: ['杜蒙县', '杜蒙'],
  莫力达瓦达斡尔族自治旗: ['莫旗', '莫力达瓦旗'],
  塔什库尔干塔吉克自治县: ['塔县'],
  察布查尔锡伯自治县: ['察县', '察布查尔县'],
  浦东新区: ['浦东区'],
  大柴旦行政委员会: ['大柴旦镇'],
};
