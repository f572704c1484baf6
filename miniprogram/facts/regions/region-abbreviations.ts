import { regionAt } from './region-tree';
import type { Region } from './region-tree';

/** One-character names of provinces, and of a few cities, as number plates and newspapers write them. */
const abbreviations =
  '京110000津120000冀130000晋140000蒙150000辽210000吉220000黑230000沪310000申310000苏320000浙330000皖340000闽350000' +
  '赣360000鲁370000豫410000鄂420000湘430000粤440000桂450000琼460000渝500000川510000蜀510000黔520000贵520000滇530000' +
  '云530000藏540000陕610000秦610000甘620000陇620000青630000宁640000新650000台710000港810000澳820000' +
  '穗440100深440300莞441900蓉510100甬330200杭330100温330300禾330400锡320200榕350100鹭350200邕450100筑520100昆530100' +
  '汉420100郑410100洛410300潭430300沈210100哈230100兰620100';

/** The region of an abbreviation, alone or as in 京城; none for any other text. */
export function abbreviated(text: string): Region[] {
  const [, character = ''] = /^(.)[省市城]?$/.exec(text) ?? [];
  const index = character === '' ? -1 : abbreviations.indexOf(character);
  if (index < 0 || /\d/.test(character)) return [];
  return [regionAt(abbreviations.slice(index + 1, index + 7))].flatMap((region) => region ?? []);
}
